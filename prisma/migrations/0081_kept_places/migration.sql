-- A record never changes its place, nor the place it came from, whoever may change the rest of it: a level above may
-- not carry it from one county to another, and no end of it to a third.
create function tenancy.refuse_move() returns trigger language plpgsql as $$
begin
  raise exception 'a record of % never changes its place', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

-- Every table with a division is kept in its place by the migration that makes it; a test looks for it. The trigger
-- costs nothing where a statement does not name the column.
create function tenancy.keep_place(tbl text) returns void language plpgsql as $fn$
declare
  kept text[] := array(select attname::text from pg_attribute
    where attrelid = tbl::regclass and attname in ('division_id', 'source_division_id') and not attisdropped);
begin
  execute format('create trigger kept_place before update of %s on %I for each row when (%s) execute function tenancy.refuse_move()',
    array_to_string(kept, ', '), tbl,
    (select string_agg(format('old.%1$I is distinct from new.%1$I', name), ' or ') from unnest(kept) name));
end
$fn$;

select tenancy.keep_place(c.relname) from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'division_id' and not a.attisdropped);

-- Whoever holds a tracking code adds to the timeline of his own demand: a code that stands in the row says nothing
-- about the demand under which the row hangs.
drop policy "demand_event_tracking-append_read" on demand_event;
drop policy "demand_event_tracking-append_insert" on demand_event;
update tenancy.declaration set doors = array_remove(doors, 'tracking-append') where table_name = 'demand_event';
select tenancy.open_door('demand_event', 'tracking-timeline',
  $$tracking_code = (select nullif(current_setting('app.tracking', true), ''))$$, '{select}');
select tenancy.open_door('demand_event', 'tracking-word',
  $$tracking_code = (select nullif(current_setting('app.tracking', true), ''))
    and (division_id, demand_id) = (select d.division_id, d.id from demand d
      where d.tracking_code = (select nullif(current_setting('app.tracking', true), '')))$$,
  '{insert}');
