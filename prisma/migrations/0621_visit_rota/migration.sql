-- A rota: who goes where in a quarter or half-year, proposed evenly and edited by a person until it is confirmed. Then its turns
-- are planned visits, and the rota says which.
create table visit_rota (
  division_id int not null,
  id uuid not null,
  period text not null constraint visit_rota_period check (period ~ '^[0-9]{4}-(Q[1-4]|H[12])$'),
  starts_on date not null,
  ends_on date not null,
  target_kind text not null constraint visit_rota_target_kind check (target_kind in ('division', 'locality', 'office')),
  purpose text not null,
  starts_at text constraint visit_rota_starts_at check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends_at text constraint visit_rota_ends_at check (ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  state text not null constraint visit_rota_state check (state in ('draft', 'confirmed', 'discarded')),
  confirmed_at timestamptz,
  confirmed_by_name text,
  created_at timestamptz not null default now(),
  created_by_key text not null,
  created_by_name text not null,
  revision int not null default 1,
  primary key (division_id, id)
);
create index visit_rota_division_id_starts_on_id_idx on visit_rota (division_id, starts_on, id);
select tenancy.declare('visit_rota', 'exact');
select tenancy.keep_place('visit_rota');

create table visit_turn (
  division_id int not null,
  id uuid not null,
  rota_id uuid not null,
  on_day date not null,
  -- As the forms of visits name them: `division:28005`, `office:ID`, `locality:CODE`; `post:ID`, `office:ID`.
  target text not null,
  target_fa text not null,
  target_en text not null,
  visitor text not null,
  visitor_fa text not null,
  visitor_en text not null,
  -- The visit that it became.
  visit_id uuid,
  revision int not null default 1,
  primary key (division_id, id),
  constraint visit_turn_rota_fkey foreign key (division_id, rota_id) references visit_rota (division_id, id)
    on delete restrict on update cascade,
  constraint visit_turn_visit_fkey foreign key (division_id, visit_id) references visit (division_id, id)
    on delete restrict on update cascade
);
create index visit_turn_division_id_rota_id_on_day_id_idx on visit_turn (division_id, rota_id, on_day, id);
create index visit_turn_division_id_visit_id_idx on visit_turn (division_id, visit_id);
select tenancy.declare('visit_turn', 'exact', '{place}', '{}', true);
select tenancy.keep_place('visit_turn');
