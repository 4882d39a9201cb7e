-- What is unfinished in a county, in whole numbers: its administrator, who reads no row of it, sees them before he closes
-- it. No row, for anybody but the administrator and for anything but a county that is open.
create function tenancy.left_open(county int)
  returns table (people int, circles int, joining int, relocations int, demands int, owed int, issued int, obstacles int,
    minutes int, reports int, reviewed int, holders int, officers int)
  language sql stable security definer set search_path = public, pg_temp as $$
  select
    (select count(*)::int from person p where p.division_id = county and p.erased_at is null
      and p.state in ('identified', 'invited', 'active')),
    (select count(*)::int from circle c where c.division_id = county and c.closed_on is null),
    (select count(*)::int from join_request j where j.division_id = county and j.state = 'waiting'),
    (select count(*)::int from relocation r where r.division_id = county and r.state in ('offered', 'consented'))
      + (select count(*)::int from relocation r where r.to_division_id = county and r.state in ('offered', 'consented')),
    (select count(*)::int from demand d where d.division_id = county and d.state in ('received', 'referred', 'reopened')),
    (select count(*)::int from obligation o where o.division_id = county and o.source_division_id <> county
      and o.state in ('issued', 'acknowledged', 'in-progress', 'blocked', 'reported-done')),
    (select count(*)::int from obligation o where o.source_division_id = county
      and o.state in ('issued', 'acknowledged', 'in-progress', 'blocked', 'reported-done')),
    (select count(*)::int from obstacle b where b.division_id = county and b.state = 'raised'),
    (select count(*)::int from minutes_draft m where m.division_id = county and m.state = 'review'),
    (select count(*)::int from report r where r.division_id = county and r.state in ('open', 'draft', 'returned')),
    (select count(*)::int from report r where r.division_id = county and r.state in ('submitted', 'under-review')),
    (select count(*)::int from appointment a where a.division_id = county and a.ended_at is null)
      + (select count(*)::int from deputy y where y.division_id = county and y.ended_at is null),
    (select count(*)::int from office_appointment f where f.division_id = county and f.ended_at is null)
  where current_setting('app.kind', true) = 'administrator'
    and exists (select from division d where d.id = county and d.level = 'county' and d.valid_to is null)
$$;
do $$
begin
  revoke execute on function tenancy.left_open(int) from public;
  execute format('grant execute on function tenancy.left_open(int) to %I', tenancy.application_role());
end
$$;
