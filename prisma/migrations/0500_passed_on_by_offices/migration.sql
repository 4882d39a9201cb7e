-- An office passes on what it owes: to other offices of its place, and to those of its own body in the places below. What
-- it passed on stands in the place of whoever owes it; its parent stands in the place that it came from.
alter table obligation
  drop constraint obligation_division_id_parent_id_fkey,
  add constraint obligation_parent_fkey foreign key (source_division_id, parent_id)
    references obligation (division_id, id) on delete restrict on update cascade,
  -- Which office passed it on, under the name that it had: the issuer's end, where that is not a place alone.
  add column source_office_id uuid,
  add column source_office_fa text,
  add column source_office_en text;
drop index obligation_division_id_parent_id_idx;
create index obligation_source_division_id_parent_id_idx on obligation (source_division_id, parent_id);
create index obligation_passed_on on obligation (source_division_id, source_office_id, due_on, id)
  where source_office_id is not null;

update obligation c set source_office_id = p.office_id, source_office_fa = o.name_fa, source_office_en = o.name_en
from obligation p join office o on o.division_id = p.division_id and o.id = p.office_id
where p.division_id = c.source_division_id and p.id = c.parent_id;

-- When another office goes on with an obligation, what was passed on of it is owed to that office.
create function passed_on_follows() returns trigger language plpgsql as $$
begin
  update obligation c set source_office_id = new.office_id, source_office_fa = o.name_fa, source_office_en = o.name_en
  from office o
  where o.division_id = new.division_id and o.id = new.office_id
    and c.source_division_id = new.division_id and c.parent_id = new.id;
  return null;
end
$$;
create trigger obligation_passed_on_follows after update of office_id on obligation
  for each row when (old.office_id is distinct from new.office_id) execute function passed_on_follows();

-- To whom the office that acts may pass on, by name and nothing else of them: the other offices of its place, and those of
-- its own body in the places below.
create function tenancy.office_reach() returns table (
  division_id int, id uuid, organisation_id uuid, name_fa text, name_en text, opened_on date, closed_on date
) language sql stable security definer set search_path = public, pg_temp as $$
  select o.division_id, o.id, o.organisation_id, o.name_fa, o.name_en, o.opened_on, o.closed_on
  from office own join office o on o.division_id = own.division_id or (o.organisation_id = own.organisation_id
    and o.division_id between own.division_id and own.division_id
      + case when own.division_id = 0 then 99999 when own.division_id % 1000 = 0 then 999 else 0 end)
  where current_setting('app.kind', true) = 'office'
    and own.division_id = nullif(current_setting('app.office_division', true), '')::int
    and own.id = nullif(current_setting('app.office', true), '')::uuid
$$;
revoke all on function tenancy.office_reach() from public;
do $$
begin
  execute format('grant execute on function tenancy.office_reach() to %I', tenancy.application_role());
end
$$;

select tenancy.open_door('obligation', 'passed-on',
  $$source_division_id = (select nullif(current_setting('app.office_division', true), '')::int)
    and source_office_id = (select nullif(current_setting('app.office', true), '')::uuid)$$,
  '{select,update}');
select tenancy.open_door('obligation', 'pass-on',
  $$(select nullif(current_setting('app.kind', true), '')) = 'office'
    and source_division_id = (select nullif(current_setting('app.office_division', true), '')::int)
    and source_office_id = (select nullif(current_setting('app.office', true), '')::uuid)
    and exists (select from tenancy.office_reach() r where r.division_id = obligation.division_id and r.id = obligation.office_id)$$,
  '{insert}');
select tenancy.open_door('obligation_event', 'passed-on',
  $$source_division_id = (select nullif(current_setting('app.office_division', true), '')::int)
    and exists (select from obligation r where r.division_id = obligation_event.division_id
      and r.id = obligation_event.obligation_id
      and r.source_office_id = (select nullif(current_setting('app.office', true), '')::uuid))$$,
  '{select,insert}');
select tenancy.open_door('obligation_evidence', 'passed-on',
  $$source_division_id = (select nullif(current_setting('app.office_division', true), '')::int)
    and exists (select from obligation r where r.division_id = obligation_evidence.division_id
      and r.id = obligation_evidence.obligation_id
      and r.source_office_id = (select nullif(current_setting('app.office', true), '')::uuid))$$,
  '{select}');
