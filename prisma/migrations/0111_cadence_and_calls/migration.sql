-- A place sets its own cadence for a tier, or leaves it to the level above: then its row stays, without days.
alter table tier_cadence alter column days drop not null, add column revision int not null default 1;

-- Who is to call a silent member: an official of the county or a trusted member. One at a time; it holds until the
-- member is reached, and needs no closing: quiet_since says it.
create table call_assignment (
  division_id int not null,
  person_id uuid not null,
  assignee_account uuid,
  assignee_person_id uuid,
  assigned_on date not null,
  assigned_at timestamptz not null default now(),
  assigned_by_key text not null,
  primary key (division_id, person_id),
  constraint call_assignment_division_id_person_id_fkey foreign key (division_id, person_id)
    references person (division_id, id) on delete restrict on update cascade,
  constraint call_assignment_division_id_assignee_person_id_fkey foreign key (division_id, assignee_person_id)
    references person (division_id, id) on delete restrict on update cascade
);
create index call_assignment_division_id_assignee_account_idx on call_assignment (division_id, assignee_account);
select tenancy.declare('call_assignment', 'exact', '{place}', '{}', true);
select tenancy.keep_place('call_assignment');
