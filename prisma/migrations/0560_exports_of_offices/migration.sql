-- The officer of an office takes the list of its in-tray out: his export stands in the log of the office's place, and he
-- himself sees it there and no other.
alter table export_log add column office_id uuid,
  add constraint export_log_division_id_office_id_fkey foreign key (division_id, office_id)
    references office (division_id, id) on delete restrict on update cascade;
select tenancy.open_door('export_log', 'office-account',
  $$division_id = (select nullif(current_setting('app.office_division', true), '')::int)
    and office_id = (select nullif(current_setting('app.office', true), '')::uuid)
    and taken_by_key = (select nullif(current_setting('app.key', true), ''))$$,
  '{select,insert}');

-- Exports of a place are counted together, whoever takes them and sees of them.
create function tenancy.next_export_number() returns int
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(max(number), 0) + 1 from export_log
  where division_id = coalesce(nullif(current_setting('app.office_division', true), '')::int,
    nullif(current_setting('app.division', true), '')::int)
$$;
revoke all on function tenancy.next_export_number() from public;
do $$
begin
  execute format('grant execute on function tenancy.next_export_number() to %I', tenancy.application_role());
end
$$;
