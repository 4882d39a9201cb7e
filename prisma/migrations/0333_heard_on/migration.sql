-- The last day on which somebody was reached; null for whom nobody has reached yet. Silence alone does not tell: it counts
-- from the day of joining until then.
alter table person add column heard_on date;
update person p set heard_on = last.day
  from (select division_id, person_id, max(happened_on) as day from contact where outcome = 'reached' group by 1, 2) last
  where last.division_id = p.division_id and last.person_id = p.id;

create or replace function person_quiet_since() returns trigger language plpgsql as $$
begin
  update person p set heard_on = last.day, quiet_since = greatest(p.state_since, last.day)
    from (select distinct division_id, person_id from changed) touched
    cross join lateral (select max(c.happened_on) as day from contact c
      where c.division_id = touched.division_id and c.person_id = touched.person_id and c.outcome = 'reached') last
    where p.division_id = touched.division_id and p.id = touched.person_id;
  return null;
end
$$;

create or replace function person_recount_silence(place integer, person uuid) returns void language sql as $$
  update person p set heard_on = last.day, quiet_since = greatest(p.state_since, last.day)
  from (select max(c.happened_on) as day from contact c
    where c.division_id = place and c.person_id = person and c.outcome = 'reached') last
  where p.division_id = place and p.id = person
$$;
