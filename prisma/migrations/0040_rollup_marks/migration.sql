-- Reports and rollups: the quarter of a day, marks on cells whose records changed, and what a report under work keeps.

create schema rollup;

-- The quarters that can be reported. The triggers below name the quarter of a day by it; a test compares it with the
-- calendar of the application.
create table "reporting_period" (
  "period" text not null,
  "first_day" date not null,
  "last_day" date not null,
  constraint "reporting_period_pkey" primary key ("period")
);
create unique index "reporting_period_first_day_key" on "reporting_period" ("first_day");
insert into "reporting_period" ("period", "first_day", "last_day") values
  ('1390-Q1', '2011-03-21', '2011-06-21'),
  ('1390-Q2', '2011-06-22', '2011-09-22'),
  ('1390-Q3', '2011-09-23', '2011-12-21'),
  ('1390-Q4', '2011-12-22', '2012-03-19'),
  ('1391-Q1', '2012-03-20', '2012-06-20'),
  ('1391-Q2', '2012-06-21', '2012-09-21'),
  ('1391-Q3', '2012-09-22', '2012-12-20'),
  ('1391-Q4', '2012-12-21', '2013-03-20'),
  ('1392-Q1', '2013-03-21', '2013-06-21'),
  ('1392-Q2', '2013-06-22', '2013-09-22'),
  ('1392-Q3', '2013-09-23', '2013-12-21'),
  ('1392-Q4', '2013-12-22', '2014-03-20'),
  ('1393-Q1', '2014-03-21', '2014-06-21'),
  ('1393-Q2', '2014-06-22', '2014-09-22'),
  ('1393-Q3', '2014-09-23', '2014-12-21'),
  ('1393-Q4', '2014-12-22', '2015-03-20'),
  ('1394-Q1', '2015-03-21', '2015-06-21'),
  ('1394-Q2', '2015-06-22', '2015-09-22'),
  ('1394-Q3', '2015-09-23', '2015-12-21'),
  ('1394-Q4', '2015-12-22', '2016-03-19'),
  ('1395-Q1', '2016-03-20', '2016-06-20'),
  ('1395-Q2', '2016-06-21', '2016-09-21'),
  ('1395-Q3', '2016-09-22', '2016-12-20'),
  ('1395-Q4', '2016-12-21', '2017-03-20'),
  ('1396-Q1', '2017-03-21', '2017-06-21'),
  ('1396-Q2', '2017-06-22', '2017-09-22'),
  ('1396-Q3', '2017-09-23', '2017-12-21'),
  ('1396-Q4', '2017-12-22', '2018-03-20'),
  ('1397-Q1', '2018-03-21', '2018-06-21'),
  ('1397-Q2', '2018-06-22', '2018-09-22'),
  ('1397-Q3', '2018-09-23', '2018-12-21'),
  ('1397-Q4', '2018-12-22', '2019-03-20'),
  ('1398-Q1', '2019-03-21', '2019-06-21'),
  ('1398-Q2', '2019-06-22', '2019-09-22'),
  ('1398-Q3', '2019-09-23', '2019-12-21'),
  ('1398-Q4', '2019-12-22', '2020-03-19'),
  ('1399-Q1', '2020-03-20', '2020-06-20'),
  ('1399-Q2', '2020-06-21', '2020-09-21'),
  ('1399-Q3', '2020-09-22', '2020-12-20'),
  ('1399-Q4', '2020-12-21', '2021-03-20'),
  ('1400-Q1', '2021-03-21', '2021-06-21'),
  ('1400-Q2', '2021-06-22', '2021-09-22'),
  ('1400-Q3', '2021-09-23', '2021-12-21'),
  ('1400-Q4', '2021-12-22', '2022-03-20'),
  ('1401-Q1', '2022-03-21', '2022-06-21'),
  ('1401-Q2', '2022-06-22', '2022-09-22'),
  ('1401-Q3', '2022-09-23', '2022-12-21'),
  ('1401-Q4', '2022-12-22', '2023-03-20'),
  ('1402-Q1', '2023-03-21', '2023-06-21'),
  ('1402-Q2', '2023-06-22', '2023-09-22'),
  ('1402-Q3', '2023-09-23', '2023-12-21'),
  ('1402-Q4', '2023-12-22', '2024-03-19'),
  ('1403-Q1', '2024-03-20', '2024-06-20'),
  ('1403-Q2', '2024-06-21', '2024-09-21'),
  ('1403-Q3', '2024-09-22', '2024-12-20'),
  ('1403-Q4', '2024-12-21', '2025-03-20'),
  ('1404-Q1', '2025-03-21', '2025-06-21'),
  ('1404-Q2', '2025-06-22', '2025-09-22'),
  ('1404-Q3', '2025-09-23', '2025-12-21'),
  ('1404-Q4', '2025-12-22', '2026-03-20'),
  ('1405-Q1', '2026-03-21', '2026-06-21'),
  ('1405-Q2', '2026-06-22', '2026-09-22'),
  ('1405-Q3', '2026-09-23', '2026-12-21'),
  ('1405-Q4', '2026-12-22', '2027-03-20'),
  ('1406-Q1', '2027-03-21', '2027-06-21'),
  ('1406-Q2', '2027-06-22', '2027-09-22'),
  ('1406-Q3', '2027-09-23', '2027-12-21'),
  ('1406-Q4', '2027-12-22', '2028-03-19'),
  ('1407-Q1', '2028-03-20', '2028-06-20'),
  ('1407-Q2', '2028-06-21', '2028-09-21'),
  ('1407-Q3', '2028-09-22', '2028-12-20'),
  ('1407-Q4', '2028-12-21', '2029-03-19'),
  ('1408-Q1', '2029-03-20', '2029-06-20'),
  ('1408-Q2', '2029-06-21', '2029-09-21'),
  ('1408-Q3', '2029-09-22', '2029-12-20'),
  ('1408-Q4', '2029-12-21', '2030-03-20'),
  ('1409-Q1', '2030-03-21', '2030-06-21'),
  ('1409-Q2', '2030-06-22', '2030-09-22'),
  ('1409-Q3', '2030-09-23', '2030-12-21'),
  ('1409-Q4', '2030-12-22', '2031-03-20'),
  ('1410-Q1', '2031-03-21', '2031-06-21'),
  ('1410-Q2', '2031-06-22', '2031-09-22'),
  ('1410-Q3', '2031-09-23', '2031-12-21'),
  ('1410-Q4', '2031-12-22', '2032-03-19'),
  ('1411-Q1', '2032-03-20', '2032-06-20'),
  ('1411-Q2', '2032-06-21', '2032-09-21'),
  ('1411-Q3', '2032-09-22', '2032-12-20'),
  ('1411-Q4', '2032-12-21', '2033-03-19'),
  ('1412-Q1', '2033-03-20', '2033-06-20'),
  ('1412-Q2', '2033-06-21', '2033-09-21'),
  ('1412-Q3', '2033-09-22', '2033-12-20'),
  ('1412-Q4', '2033-12-21', '2034-03-20'),
  ('1413-Q1', '2034-03-21', '2034-06-21'),
  ('1413-Q2', '2034-06-22', '2034-09-22'),
  ('1413-Q3', '2034-09-23', '2034-12-21'),
  ('1413-Q4', '2034-12-22', '2035-03-20'),
  ('1414-Q1', '2035-03-21', '2035-06-21'),
  ('1414-Q2', '2035-06-22', '2035-09-22'),
  ('1414-Q3', '2035-09-23', '2035-12-21'),
  ('1414-Q4', '2035-12-22', '2036-03-19'),
  ('1415-Q1', '2036-03-20', '2036-06-20'),
  ('1415-Q2', '2036-06-21', '2036-09-21'),
  ('1415-Q3', '2036-09-22', '2036-12-20'),
  ('1415-Q4', '2036-12-21', '2037-03-19'),
  ('1416-Q1', '2037-03-20', '2037-06-20'),
  ('1416-Q2', '2037-06-21', '2037-09-21'),
  ('1416-Q3', '2037-09-22', '2037-12-20'),
  ('1416-Q4', '2037-12-21', '2038-03-20'),
  ('1417-Q1', '2038-03-21', '2038-06-21'),
  ('1417-Q2', '2038-06-22', '2038-09-22'),
  ('1417-Q3', '2038-09-23', '2038-12-21'),
  ('1417-Q4', '2038-12-22', '2039-03-20'),
  ('1418-Q1', '2039-03-21', '2039-06-21'),
  ('1418-Q2', '2039-06-22', '2039-09-22'),
  ('1418-Q3', '2039-09-23', '2039-12-21'),
  ('1418-Q4', '2039-12-22', '2040-03-19'),
  ('1419-Q1', '2040-03-20', '2040-06-20'),
  ('1419-Q2', '2040-06-21', '2040-09-21'),
  ('1419-Q3', '2040-09-22', '2040-12-20'),
  ('1419-Q4', '2040-12-21', '2041-03-19'),
  ('1420-Q1', '2041-03-20', '2041-06-20'),
  ('1420-Q2', '2041-06-21', '2041-09-21'),
  ('1420-Q3', '2041-09-22', '2041-12-20'),
  ('1420-Q4', '2041-12-21', '2042-03-20'),
  ('1421-Q1', '2042-03-21', '2042-06-21'),
  ('1421-Q2', '2042-06-22', '2042-09-22'),
  ('1421-Q3', '2042-09-23', '2042-12-21'),
  ('1421-Q4', '2042-12-22', '2043-03-20'),
  ('1422-Q1', '2043-03-21', '2043-06-21'),
  ('1422-Q2', '2043-06-22', '2043-09-22'),
  ('1422-Q3', '2043-09-23', '2043-12-21'),
  ('1422-Q4', '2043-12-22', '2044-03-19'),
  ('1423-Q1', '2044-03-20', '2044-06-20'),
  ('1423-Q2', '2044-06-21', '2044-09-21'),
  ('1423-Q3', '2044-09-22', '2044-12-20'),
  ('1423-Q4', '2044-12-21', '2045-03-19'),
  ('1424-Q1', '2045-03-20', '2045-06-20'),
  ('1424-Q2', '2045-06-21', '2045-09-21'),
  ('1424-Q3', '2045-09-22', '2045-12-20'),
  ('1424-Q4', '2045-12-21', '2046-03-20'),
  ('1425-Q1', '2046-03-21', '2046-06-21'),
  ('1425-Q2', '2046-06-22', '2046-09-22'),
  ('1425-Q3', '2046-09-23', '2046-12-21'),
  ('1425-Q4', '2046-12-22', '2047-03-20'),
  ('1426-Q1', '2047-03-21', '2047-06-21'),
  ('1426-Q2', '2047-06-22', '2047-09-22'),
  ('1426-Q3', '2047-09-23', '2047-12-21'),
  ('1426-Q4', '2047-12-22', '2048-03-19'),
  ('1427-Q1', '2048-03-20', '2048-06-20'),
  ('1427-Q2', '2048-06-21', '2048-09-21'),
  ('1427-Q3', '2048-09-22', '2048-12-20'),
  ('1427-Q4', '2048-12-21', '2049-03-19'),
  ('1428-Q1', '2049-03-20', '2049-06-20'),
  ('1428-Q2', '2049-06-21', '2049-09-21'),
  ('1428-Q3', '2049-09-22', '2049-12-20'),
  ('1428-Q4', '2049-12-21', '2050-03-20'),
  ('1429-Q1', '2050-03-21', '2050-06-21'),
  ('1429-Q2', '2050-06-22', '2050-09-22'),
  ('1429-Q3', '2050-09-23', '2050-12-21'),
  ('1429-Q4', '2050-12-22', '2051-03-20'),
  ('1430-Q1', '2051-03-21', '2051-06-21'),
  ('1430-Q2', '2051-06-22', '2051-09-22'),
  ('1430-Q3', '2051-09-23', '2051-12-21'),
  ('1430-Q4', '2051-12-22', '2052-03-19'),
  ('1431-Q1', '2052-03-20', '2052-06-20'),
  ('1431-Q2', '2052-06-21', '2052-09-21'),
  ('1431-Q3', '2052-09-22', '2052-12-20'),
  ('1431-Q4', '2052-12-21', '2053-03-19'),
  ('1432-Q1', '2053-03-20', '2053-06-20'),
  ('1432-Q2', '2053-06-21', '2053-09-21'),
  ('1432-Q3', '2053-09-22', '2053-12-20'),
  ('1432-Q4', '2053-12-21', '2054-03-20'),
  ('1433-Q1', '2054-03-21', '2054-06-21'),
  ('1433-Q2', '2054-06-22', '2054-09-22'),
  ('1433-Q3', '2054-09-23', '2054-12-21'),
  ('1433-Q4', '2054-12-22', '2055-03-20'),
  ('1434-Q1', '2055-03-21', '2055-06-21'),
  ('1434-Q2', '2055-06-22', '2055-09-22'),
  ('1434-Q3', '2055-09-23', '2055-12-21'),
  ('1434-Q4', '2055-12-22', '2056-03-19'),
  ('1435-Q1', '2056-03-20', '2056-06-20'),
  ('1435-Q2', '2056-06-21', '2056-09-21'),
  ('1435-Q3', '2056-09-22', '2056-12-20'),
  ('1435-Q4', '2056-12-21', '2057-03-19'),
  ('1436-Q1', '2057-03-20', '2057-06-20'),
  ('1436-Q2', '2057-06-21', '2057-09-21'),
  ('1436-Q3', '2057-09-22', '2057-12-20'),
  ('1436-Q4', '2057-12-21', '2058-03-20'),
  ('1437-Q1', '2058-03-21', '2058-06-21'),
  ('1437-Q2', '2058-06-22', '2058-09-22'),
  ('1437-Q3', '2058-09-23', '2058-12-21'),
  ('1437-Q4', '2058-12-22', '2059-03-20'),
  ('1438-Q1', '2059-03-21', '2059-06-21'),
  ('1438-Q2', '2059-06-22', '2059-09-22'),
  ('1438-Q3', '2059-09-23', '2059-12-21'),
  ('1438-Q4', '2059-12-22', '2060-03-19'),
  ('1439-Q1', '2060-03-20', '2060-06-20'),
  ('1439-Q2', '2060-06-21', '2060-09-21'),
  ('1439-Q3', '2060-09-22', '2060-12-20'),
  ('1439-Q4', '2060-12-21', '2061-03-19'),
  ('1440-Q1', '2061-03-20', '2061-06-20'),
  ('1440-Q2', '2061-06-21', '2061-09-21'),
  ('1440-Q3', '2061-09-22', '2061-12-20'),
  ('1440-Q4', '2061-12-21', '2062-03-19'),
  ('1441-Q1', '2062-03-20', '2062-06-20'),
  ('1441-Q2', '2062-06-21', '2062-09-21'),
  ('1441-Q3', '2062-09-22', '2062-12-20'),
  ('1441-Q4', '2062-12-21', '2063-03-20'),
  ('1442-Q1', '2063-03-21', '2063-06-21'),
  ('1442-Q2', '2063-06-22', '2063-09-22'),
  ('1442-Q3', '2063-09-23', '2063-12-21'),
  ('1442-Q4', '2063-12-22', '2064-03-19'),
  ('1443-Q1', '2064-03-20', '2064-06-20'),
  ('1443-Q2', '2064-06-21', '2064-09-21'),
  ('1443-Q3', '2064-09-22', '2064-12-20'),
  ('1443-Q4', '2064-12-21', '2065-03-19'),
  ('1444-Q1', '2065-03-20', '2065-06-20'),
  ('1444-Q2', '2065-06-21', '2065-09-21'),
  ('1444-Q3', '2065-09-22', '2065-12-20'),
  ('1444-Q4', '2065-12-21', '2066-03-19'),
  ('1445-Q1', '2066-03-20', '2066-06-20'),
  ('1445-Q2', '2066-06-21', '2066-09-21'),
  ('1445-Q3', '2066-09-22', '2066-12-20'),
  ('1445-Q4', '2066-12-21', '2067-03-20'),
  ('1446-Q1', '2067-03-21', '2067-06-21'),
  ('1446-Q2', '2067-06-22', '2067-09-22'),
  ('1446-Q3', '2067-09-23', '2067-12-21'),
  ('1446-Q4', '2067-12-22', '2068-03-19'),
  ('1447-Q1', '2068-03-20', '2068-06-20'),
  ('1447-Q2', '2068-06-21', '2068-09-21'),
  ('1447-Q3', '2068-09-22', '2068-12-20'),
  ('1447-Q4', '2068-12-21', '2069-03-19'),
  ('1448-Q1', '2069-03-20', '2069-06-20'),
  ('1448-Q2', '2069-06-21', '2069-09-21'),
  ('1448-Q3', '2069-09-22', '2069-12-20'),
  ('1448-Q4', '2069-12-21', '2070-03-19'),
  ('1449-Q1', '2070-03-20', '2070-06-20'),
  ('1449-Q2', '2070-06-21', '2070-09-21'),
  ('1449-Q3', '2070-09-22', '2070-12-20'),
  ('1449-Q4', '2070-12-21', '2071-03-20'),
  ('1450-Q1', '2071-03-21', '2071-06-21'),
  ('1450-Q2', '2071-06-22', '2071-09-22'),
  ('1450-Q3', '2071-09-23', '2071-12-21'),
  ('1450-Q4', '2071-12-22', '2072-03-19');
select tenancy.declare('reporting_period', 'public', '{none}');

-- The quarter of a day; days before the first or after the last known quarter count to that quarter.
create function rollup.quarter_of(day date) returns text language sql stable as $$
  select period from public.reporting_period
  where first_day <= greatest(day, (select min(first_day) from public.reporting_period))
  order by first_day desc limit 1
$$;

-- Declares anew: the first declaration of a table is replaced by another.
create function tenancy.redeclare(
  tbl text, class text, writers text[] default '{place}', doors text[] default '{}', deletable boolean default false
) returns void language plpgsql as $fn$
declare
  policy record;
begin
  for policy in select polname from pg_policy where polrelid = tbl::regclass loop
    execute format('drop policy %I on %I', policy.polname, tbl);
  end loop;
  execute format('revoke all on %I from %I', tbl, tenancy.application_role());
  delete from tenancy.declaration where table_name = tbl;
  perform tenancy.declare(tbl, class, writers, doors, deletable);
end
$fn$;

-- A place takes its own marks in the transaction that recomputes its cells: either both happen or neither.
alter table "rollup_mark" drop constraint "rollup_mark_pkey";
drop index "rollup_mark_division_id_period_idx";
alter table "rollup_mark" add constraint "rollup_mark_pkey" primary key ("division_id", "id");
select tenancy.redeclare('rollup_mark', 'exact', '{place}', '{}', true);

-- Places with marks that wait, for whoever carries events: numbers of places and nothing else.
create function rollup.places_waiting(most int) returns setof int
  language sql volatile security definer set search_path = public, pg_temp as $$
  select division_id from rollup_mark
  where current_setting('app.kind', true) = 'relay'
  group by division_id order by min(id) limit most
$$;

-- An excused county is named by the level above it.
select tenancy.redeclare('expected_report', 'nested', '{above}');

alter table "report_draft" add column "blank_reason" text;
alter table "report_narrative" add column "blank_reason" text;
alter table "report_figure" add column "explanation" text;

create table "report_explanation" (
  "division_id" integer not null,
  "report_id" uuid not null,
  "indicator_code" text not null,
  "text" text not null,
  "revision" integer not null default 1,
  "updated_by_name" text not null,
  "updated_at" timestamptz not null default now(),
  constraint "report_explanation_pkey" primary key ("division_id", "report_id", "indicator_code"),
  constraint "report_explanation_division_id_report_id_fkey" foreign key ("division_id", "report_id")
    references "report" ("division_id", "id") on delete restrict on update cascade
);
select tenancy.declare('report_explanation', 'exact', '{place}', '{}', true);

-- Watches a source table: every statement that changes what an indicator reads (`columns`) appends a mark for the old
-- and the new (place, quarter) of each changed row. `days` are the days that put a row into a quarter, over the row
-- `r`. Marks have no unique key, so writers never wait for each other, and nothing is counted here: a worker
-- recomputes the cell from the records.
create function rollup.watch(tbl text, columns text[], days text[], joined text default '')
returns void language plpgsql as $fn$
declare
  listed text := (select string_agg(quote_ident(c), ', ') from unnest(columns) c);
  spans text := (select string_agg(format('((%s)::date)', day), ', ') from unnest(days) day);
  part record;
begin
  for part in
    select * from (values
      ('insert', 'select %1$s from new_rows', 'referencing new table as new_rows'),
      ('update', '(select %1$s from old_rows except select %1$s from new_rows) union all '
        '(select %1$s from new_rows except select %1$s from old_rows)',
        'referencing old table as old_rows new table as new_rows'),
      ('delete', 'select %1$s from old_rows', 'referencing old table as old_rows')
    ) v (act, changed, refers)
  loop
    execute format($body$
      create function rollup.%I() returns trigger language plpgsql security definer
      set search_path = public, pg_temp as $trigger$
      begin
        insert into rollup_mark (division_id, period, source)
        select division_id, rollup.quarter_of(day), %L
        from (select distinct r.division_id, d.day
              from (%s) r %s cross join lateral (values %s) d (day) where d.day is not null) changed
        group by 1, 2;
        return null;
      end
      $trigger$
    $body$, tbl || '_' || part.act, tbl, format(part.changed, listed), joined, spans);
    execute format(
      'create trigger %I after %s on %I %s for each statement execute function rollup.%I()',
      'rollup_' || part.act, part.act, tbl, part.refers, tbl || '_' || part.act);
  end loop;
end
$fn$;

select rollup.watch('person', '{division_id,id,joined_on,created_at,state,tier}',
  array[$$coalesce(r.joined_on, (r.created_at at time zone 'Asia/Tehran')::date)$$]);
select rollup.watch('circle', '{division_id,id,formed_on,closed_on}', '{r.formed_on}');
select rollup.watch('contact', '{division_id,id,person_id,happened_on,outcome}', '{r.happened_on}');
select rollup.watch('meeting', '{division_id,id,held_on,kind,state}', '{r.held_on}');
select rollup.watch('meeting_attendance', '{division_id,meeting_id,participants,count}', '{m.held_on}',
  'join meeting m on m.division_id = r.division_id and m.id = r.meeting_id');
select rollup.watch('demand', '{division_id,id,received_on,limit_on,answered_at,verdict,verdict_at}',
  array['r.received_on', 'r.limit_on', $$r.verdict_at at time zone 'Asia/Tehran'$$]);
select rollup.watch('obstacle', '{division_id,id,raised_on}', '{r.raised_on}');
select rollup.watch('obligation', '{division_id,id,first_due_on,due_on,state,reported_at,verified_at}',
  '{r.first_due_on,r.due_on}');

-- A changed cadence touches every quarter of every place it holds for.
create function rollup.tier_cadence_changed() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (division_id, period, source)
  select division_id, min(period), 'tier_cadence' from rollup_cell
  where division_id between new.division_id and
    case when new.division_id = 0 then 99999 when new.division_id % 1000 = 0 then new.division_id + 999
      else new.division_id end
  group by division_id;
  return null;
end
$$;
create trigger rollup_changed after insert or update on "tier_cadence"
  for each row execute function rollup.tier_cadence_changed();

do $$
begin
  execute format('grant usage on schema rollup to %I', tenancy.application_role());
end
$$;
