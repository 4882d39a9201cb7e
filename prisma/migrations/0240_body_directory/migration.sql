-- Bodies form a tree (a directorate under its ministry). One that is abolished stays, with the day and its heir.
alter table organisation
  add column parent_id uuid,
  add column heir_id uuid,
  add column abolished_on date,
  add column revision int not null default 1,
  add constraint organisation_parent_id_fkey foreign key (parent_id) references organisation (id)
    on delete restrict on update cascade,
  add constraint organisation_heir_id_fkey foreign key (heir_id) references organisation (id)
    on delete restrict on update cascade;
create index organisation_parent_id_idx on organisation (parent_id);

-- A written form is a spelling, a second or a former name with the days in which it held, or one that a person taught.
alter table party_spelling
  add column kind text not null default 'spelling',
  add column valid_from date,
  add column valid_to date,
  add column noted_by text,
  add column noted_at timestamptz not null default now();
create index party_spelling_organisation_id_idx on party_spelling (organisation_id);
create index party_spelling_group_code_idx on party_spelling (group_code);

-- A place takes its own forms back.
do $$
begin
  execute format('create policy party_spelling_delete on party_spelling for delete to %I using (%s)',
    tenancy.application_role(), '(division_id = (select nullif(current_setting(''app.division'', true), '''')::int))');
  execute format('grant delete on party_spelling to %I', tenancy.application_role());
  update tenancy.declaration set deletable = true where table_name = 'party_spelling';
end
$$;

-- What an office says of itself: its head, its public-relations manager by order, and how it is reached. Telephone and
-- address are those of the office, not of a person.
alter table office
  add column head_name text,
  add column pr_name text,
  add column pr_order_number text,
  add column pr_ordered_on date,
  add column pr_until date,
  add column adviser_order_number text,
  add column adviser_ordered_on date,
  add column phone text,
  add column address text,
  add column counter_hours text,
  add column website text,
  add column email text,
  add column messenger text,
  add column page_text text,
  add column page_confirmed_on date;
create index office_division_id_name_fa_id_idx on office (division_id, name_fa, id);

-- What became of a body in a place: the national office writes its own lines for everybody below.
create table body_event (
  division_id int not null,
  id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  note text,
  by_name text not null,
  by_key text not null,
  at timestamptz not null default now(),
  published_at timestamptz,
  primary key (division_id, id),
  constraint body_event_organisation_id_fkey foreign key (organisation_id) references organisation (id)
    on delete restrict on update cascade
);
create index body_event_division_id_organisation_id_at_idx on body_event (division_id, organisation_id, at);
select tenancy.declare('body_event', 'flows-down', '{append}');
select tenancy.keep_place('body_event');
