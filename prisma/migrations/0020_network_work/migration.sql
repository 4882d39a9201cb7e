-- Silence is counted from the records: quiet_since is the last day a member was reached, else the day of joining.
alter table person add column quiet_since date not null default current_date;
update person set quiet_since = coalesce(joined_on, (created_at at time zone 'Asia/Tehran')::date);
update person p set quiet_since = last.day
  from (select division_id, person_id, max(happened_on) as day from contact where outcome = 'reached' group by 1, 2) last
  where last.division_id = p.division_id and last.person_id = p.id;

create function person_joins_quiet() returns trigger language plpgsql as $$
begin
  new.quiet_since := coalesce(new.joined_on, (new.created_at at time zone 'Asia/Tehran')::date);
  return new;
end
$$;
create trigger person_joins_quiet before insert on person for each row execute function person_joins_quiet();

-- Runs as whoever writes the contact: its people are in the same place, so the policies let it through.
create function person_quiet_since() returns trigger language plpgsql as $$
begin
  update person p
    set quiet_since = coalesce(
      (select max(c.happened_on) from contact c
        where c.division_id = p.division_id and c.person_id = p.id and c.outcome = 'reached'),
      p.joined_on, (p.created_at at time zone 'Asia/Tehran')::date)
    from (select distinct division_id, person_id from changed) touched
    where p.division_id = touched.division_id and p.id = touched.person_id;
  return null;
end
$$;
create trigger contact_recorded after insert on contact referencing new table as changed
  for each statement execute function person_quiet_since();
create trigger contact_undone after delete on contact referencing old table as changed
  for each statement execute function person_quiet_since();

create index person_division_id_search_key_id_idx on person (division_id, search_key, id);
create index person_division_id_state_tier_quiet_since_id_idx on person (division_id, state, tier, quiet_since, id);
create index contact_division_id_next_on_idx on contact (division_id, next_on);

alter table meeting add column cancel_reason text;

alter table obstacle add column office_name text, add column settled_on date, add column settled_note text;
alter table obstacle_leg add column office_name text, add column contest_reason text;
