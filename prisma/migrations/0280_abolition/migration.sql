-- A body, or one office of it, that ended: by which order, why, and who goes on with what it had. The row is the act; the
-- moving itself is done place by place.
create table abolition (
  division_id int not null,
  id uuid not null,
  organisation_id uuid not null,
  heir_id uuid,
  -- Only the office in this place, or the body with every office below.
  only_here boolean not null,
  ended_on date not null,
  order_number text,
  reason text not null,
  -- What becomes of the personal links that are open: move or take-back.
  links text not null,
  -- moving, done, undoing or undone.
  state text not null,
  by_name text not null,
  by_key text not null,
  undone_by_name text,
  undone_by_key text,
  at timestamptz not null,
  -- Since when the heir has been named: taking it back is counted from here.
  heir_at timestamptz,
  -- How often it goes through the places: again when an heir is named later.
  round int not null default 1,
  published_at timestamptz,
  revision int not null default 1,
  primary key (division_id, id),
  constraint abolition_organisation_id_fkey foreign key (organisation_id) references organisation (id)
    on delete restrict on update cascade,
  constraint abolition_heir_id_fkey foreign key (heir_id) references organisation (id)
    on delete restrict on update cascade
);
create index abolition_organisation_id_idx on abolition (organisation_id);
select tenancy.declare('abolition', 'flows-down', '{place}');
select tenancy.keep_place('abolition');

-- How far the moving is in one place, and what went over there, counted by kind.
create table abolition_place (
  division_id int not null,
  abolition_id uuid not null,
  office_id uuid,
  heir_office_id uuid,
  -- Whether this act closed the office, which then opens again if it is taken back.
  closed boolean not null default false,
  obligations int not null default 0,
  demands int not null default 0,
  moved int not null default 0,
  -- Obligations and demands that stay without an heir.
  waiting int not null default 0,
  -- The last round that is over here.
  round int not null default 0,
  undone_at timestamptz,
  primary key (division_id, abolition_id)
);
create index abolition_place_abolition_id_division_id_idx on abolition_place (abolition_id, division_id);
select tenancy.declare('abolition_place', 'nested', '{place}');
select tenancy.keep_place('abolition_place');

-- What went over, record by record: so nothing goes twice, and what was moved wrongly finds its way back.
create table abolition_move (
  division_id int not null,
  abolition_id uuid not null,
  kind text not null,
  record_key text not null,
  was text,
  primary key (division_id, abolition_id, kind, record_key)
);
select tenancy.declare('abolition_move', 'exact', '{append}');
select tenancy.keep_place('abolition_move');

-- An office that ended says who goes on in the same place.
alter table office add column heir_id uuid,
  add constraint office_division_id_heir_id_fkey foreign key (division_id, heir_id) references office (division_id, id)
    on delete restrict on update cascade;

-- Who owed it when it was issued, where that is another than today.
alter table obligation add column issued_office_id uuid;

-- What was said of a record under another office's name is read by whoever owes it now.
select tenancy.open_door(name, 'heir-office',
  format($$division_id = (select nullif(current_setting('app.office_division', true), '')::int)
    and exists (select from %1$s r where r.division_id = %2$s.division_id and r.id = %2$s.%1$s_id
      and r.office_id = (select nullif(current_setting('app.office', true), '')::uuid))$$, parent, name),
  '{select}')
  from (values ('obligation_event', 'obligation'), ('obligation_evidence', 'obligation'), ('demand_event', 'demand'))
    as followed (name, parent);
