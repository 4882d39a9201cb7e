-- A visit of an official to a place: a division below, a locality of one's own, or an office of one's own place.
create table visit (
  division_id int not null,
  id uuid not null,
  target_kind text not null constraint visit_target_kind check (target_kind in ('division', 'locality', 'office')),
  -- Where it goes: the division visited, one's own for a locality and for an office.
  target_division_id int not null,
  locality text,
  target_office_id uuid,
  -- The names as they stood when it was planned, for whoever is visited cannot read the offices and posts of another place.
  target_fa text not null,
  target_en text not null,
  spot text,
  -- Who visits: the holder of a post, or the head of an office. A person is named nowhere.
  post_id uuid,
  office_id uuid,
  visitor_fa text not null,
  visitor_en text not null,
  purpose text not null,
  planned_on date not null,
  starts_at text constraint visit_starts_at check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends_at text constraint visit_ends_at check (ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  state text not null constraint visit_state check
    (state in ('planned', 'announced', 'made', 'reported', 'no-show', 'cancelled')),
  announced_at timestamptz,
  -- How often it was moved after it was announced, and from which day it was moved last.
  moves int not null default 0,
  moved_from date,
  reason text,
  excused boolean,
  settled_at timestamptz,
  reported_at timestamptz,
  reported_by_name text,
  created_at timestamptz not null default now(),
  created_by_key text not null,
  revision int not null default 1,
  primary key (division_id, id),
  constraint visit_post_fkey foreign key (division_id, post_id) references post (division_id, id)
    on delete restrict on update cascade,
  constraint visit_office_fkey foreign key (division_id, office_id) references office (division_id, id)
    on delete restrict on update cascade,
  constraint visit_target_office_fkey foreign key (division_id, target_office_id) references office (division_id, id)
    on delete restrict on update cascade,
  constraint visit_of_one check (num_nonnulls(post_id, office_id) = 1),
  constraint visit_to_locality check ((target_kind = 'locality') = (locality is not null)),
  constraint visit_to_office check ((target_kind = 'office') = (target_office_id is not null)),
  constraint visit_within_own check (target_kind = 'division' or target_division_id = division_id),
  constraint visit_hours check (ends_at is null or (starts_at is not null and ends_at > starts_at)),
  constraint visit_not_made check (state not in ('no-show', 'cancelled') or reason is not null),
  constraint visit_excused check ((state = 'no-show') = (excused is not null))
);
create index visit_division_id_planned_on_id_idx on visit (division_id, planned_on, id);
create index visit_division_id_state_planned_on_id_idx on visit (division_id, state, planned_on, id);
create index visit_division_id_target_division_id_planned_on_idx on visit (division_id, target_division_id, planned_on);
create index visit_division_id_office_id_planned_on_id_idx on visit (division_id, office_id, planned_on, id);
create index visit_division_id_target_office_id_planned_on_idx on visit (division_id, target_office_id, planned_on);
create index visit_division_id_post_id_idx on visit (division_id, post_id);
create index visit_coming on visit (division_id, planned_on, id) where state in ('planned', 'announced');
-- What is announced to a place lies in another one.
create index visit_target_division_id_planned_on_id_idx on visit (target_division_id, planned_on, id);
select tenancy.declare('visit', 'exact');
select tenancy.keep_place('visit');
-- What is only planned is the place's own. From its announcement on, the levels above, the place visited, and the two offices
-- that it concerns read it.
select tenancy.open_door('visit', 'visit-above', $$state <> 'planned'
  and division_id between (select nullif(current_setting('app.lo', true), '')::int)
    and (select nullif(current_setting('app.hi', true), '')::int)$$, '{select}');
select tenancy.open_door('visit', 'visited', $$state <> 'planned'
  and target_division_id = (select nullif(current_setting('app.division', true), '')::int)$$, '{select}');
select tenancy.open_door('visit', 'visit-office', $$state <> 'planned'
  and division_id = (select nullif(current_setting('app.office_division', true), '')::int)
  and (office_id = (select nullif(current_setting('app.office', true), '')::uuid)
    or target_office_id = (select nullif(current_setting('app.office', true), '')::uuid))$$, '{select}');

-- Who comes along, by name: the place's own.
create table visit_company (
  division_id int not null,
  visit_id uuid not null,
  names text not null,
  primary key (division_id, visit_id),
  constraint visit_company_visit_fkey foreign key (division_id, visit_id) references visit (division_id, id)
    on delete restrict on update cascade
);
select tenancy.declare('visit_company', 'exact', '{place}', '{}', true);
select tenancy.keep_place('visit_company');

-- What is said of a visit in the whole; its revision is the one of the checklist too.
create table visit_report (
  division_id int not null,
  visit_id uuid not null,
  summary text,
  updated_at timestamptz not null,
  updated_by_name text not null,
  revision int not null default 1,
  primary key (division_id, visit_id),
  constraint visit_report_visit_fkey foreign key (division_id, visit_id) references visit (division_id, id)
    on delete restrict on update cascade
);

-- The answer to one question of the checklist, with the words of the question as they were asked.
create table visit_answer (
  division_id int not null,
  visit_id uuid not null,
  code text not null,
  question_fa text not null,
  question_en text not null,
  position int not null,
  answer text not null constraint visit_answer_answer check (answer in ('yes', 'partly', 'no', 'not-seen')),
  note text,
  primary key (division_id, visit_id, code),
  constraint visit_answer_visit_fkey foreign key (division_id, visit_id) references visit (division_id, id)
    on delete restrict on update cascade
);

-- What was found, perhaps with a picture, which is kept sealed under the finding's id.
create table visit_finding (
  division_id int not null,
  id uuid not null,
  visit_id uuid not null,
  text text not null,
  spot text,
  file_name text,
  file_type text,
  file_hash text,
  file_size int,
  found_at timestamptz not null,
  found_by_name text not null,
  revision int not null default 1,
  primary key (division_id, id),
  constraint visit_finding_visit_fkey foreign key (division_id, visit_id) references visit (division_id, id)
    on delete restrict on update cascade,
  constraint visit_finding_file check (num_nonnulls(file_name, file_type, file_hash, file_size) in (0, 4))
);
create index visit_finding_division_id_visit_id_found_at_id_idx on visit_finding (division_id, visit_id, found_at, id);
create index visit_finding_sealed on visit_finding (id) where file_hash is not null;

select tenancy.declare('visit_report', 'exact');
select tenancy.keep_place('visit_report');
select tenancy.declare('visit_answer', 'exact', '{place}', '{}', true);
select tenancy.keep_place('visit_answer');
select tenancy.declare('visit_finding', 'exact', '{place}', '{}', true);
select tenancy.keep_place('visit_finding');
-- A finished report is read by whoever reads the visit.
select tenancy.open_door(name, 'reported-visit', format($$exists (select from visit v
  where v.division_id = %1$s.division_id and v.id = %1$s.visit_id and v.state = 'reported')$$, name), '{select}')
  from unnest('{visit_report,visit_answer,visit_finding}'::text[]) as name;

-- A report that is finished stays as it is, whoever changes it.
create function visit_keeps_report() returns trigger language plpgsql as $fn$
begin
  if exists (select from visit v where v.division_id = coalesce(new.division_id, old.division_id)
      and v.id = coalesce(new.visit_id, old.visit_id) and v.state = 'reported') then
    raise exception 'the report of this visit is finished' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end
$fn$;
do $$
declare t text;
begin
  foreach t in array '{visit_report,visit_answer,visit_finding}'::text[] loop
    execute format('create trigger kept_report before update or delete on %I
      for each row execute function visit_keeps_report()', t);
    -- Whoever loads what is kept already brings the visit before its report.
    execute format('create trigger kept_report_whole before insert on %I
      for each row when (current_user = tenancy.application_role()) execute function visit_keeps_report()', t);
  end loop;
end
$$;
create function visit_keeps_end() returns trigger language plpgsql as $fn$
begin
  raise exception 'this visit is over' using errcode = 'check_violation';
end
$fn$;
create trigger kept_end before update on visit for each row
  when (old.state in ('reported', 'cancelled')) execute function visit_keeps_end();

-- The sweep of sealed files that no record names asks for findings as well.
create or replace function person_files_kept(asked uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from person_file where id = any (asked) and removed_at is null
    and current_setting('app.kind', true) = 'relay'
  union all
  select id from obligation_evidence where id = any (asked) and file_sealed
    and current_setting('app.kind', true) = 'relay'
  union all
  select id from visit_finding where id = any (asked) and file_hash is not null
    and current_setting('app.kind', true) = 'relay'
$$;
