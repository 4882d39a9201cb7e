-- The reading rule of the system. A table is declared once with its reading class; tenancy.declare makes its
-- policies and grants from the declaration, and tenancy.declaration keeps it for the tests that compare it with
-- the catalogue. Settings are transaction-local and read through one-row sub-selects, evaluated once per statement.
create extension if not exists pg_trgm;

create schema tenancy;

create table tenancy.declaration (
  table_name text primary key,
  class text not null,
  writers text[] not null,
  doors text[] not null,
  deletable boolean not null
);

-- The role the application connects as: named by the migration runner, 'peyvand_app' by default.
create function tenancy.application_role() returns text language sql stable as $$
  select coalesce(nullif(current_setting('peyvand.application_role', true), ''), 'peyvand_app')
$$;

-- class:   nested | exact | two-ended | flows-down | public | door | own | system
-- writers: place   the row's own place (division_id = mine)
--          above   the row's place or a level above it
--          source  the place it came from (two-ended)
--          up      a place below it, as its source, inserts into a place above (two-ended)
--          anyone  any scope may insert (outbox)
--          append  the row's own place inserts, nobody changes (audit, timelines)
--          none    nobody but the owner
--          append-source  the place it came from inserts, nobody changes
-- doors:   office, office-append      an executive body's officer reads rows of his office and changes | adds them
--          own-office                 he reads the office itself
--          tracking, tracking-append  whoever holds the tracking code reads and changes | adds
--          account       rows of the signed-in account, in whatever place
--          door-read     before anyone is known (sign-in, links)
--          administrator the platform's administrator
--          staff-insert  staff insert rows of their own place that they cannot read back
create function tenancy.declare(
  tbl text, class text, writers text[] default '{place}', doors text[] default '{}', deletable boolean default false
) returns void language plpgsql as $fn$
declare
  app text := quote_ident(tenancy.application_role());
  t text := quote_ident(tbl);
  lo text := $$(select nullif(current_setting('app.lo', true), '')::int)$$;
  hi text := $$(select nullif(current_setting('app.hi', true), '')::int)$$;
  mine text := $$(select nullif(current_setting('app.division', true), '')::int)$$;
  ancestors text := $$((select nullif(current_setting('app.ancestors', true), '')::int[])::int[])$$;
  kind text := $$(select nullif(current_setting('app.kind', true), ''))$$;
  actor text := $$(select nullif(current_setting('app.key', true), ''))$$;
  office text := $$(select nullif(current_setting('app.office', true), '')::uuid)$$;
  office_division text := $$(select nullif(current_setting('app.office_division', true), '')::int)$$;
  tracking text := $$(select nullif(current_setting('app.tracking', true), ''))$$;
  read text;
  write_new text[] := '{}';
  write_old text[] := '{}';
  w text;
  d text;
  door text;
  inserts boolean := false;
  updates boolean := false;
begin
  read := case class
    when 'nested' then format('division_id between %s and %s', lo, hi)
    when 'exact' then format('division_id = %s', mine)
    when 'two-ended' then format('division_id between %s and %s or source_division_id = %s', lo, hi, mine)
    when 'flows-down' then format('division_id = %s or (published_at is not null and division_id = any (%s))', mine, ancestors)
    when 'public' then format('%s is not null', kind)
    when 'door' then format('%s = ''door''', kind)
    when 'own' then format('actor_key = %s', actor)
    when 'system' then format('%s = ''relay''', kind)
  end;
  if read is null then raise exception 'unknown reading class %', class; end if;

  insert into tenancy.declaration values (tbl, class, writers, doors, deletable);
  execute format('alter table %s enable row level security', t);
  execute format('create policy %I on %s for select to %s using (%s)', tbl || '_read', t, app, read);

  foreach w in array writers loop
    case w
      when 'place' then
        write_new := write_new || format('division_id = %s', mine);
        write_old := write_old || format('division_id = %s', mine);
      when 'above' then
        write_new := write_new || format('division_id between %s and %s', lo, hi);
        write_old := write_old || format('division_id between %s and %s', lo, hi);
      when 'source' then
        write_new := write_new || format('source_division_id = %s and division_id between %s and %s', mine, lo, hi);
        write_old := write_old || format('source_division_id = %s', mine);
      when 'up' then
        write_new := write_new || format('source_division_id = %s and division_id = any (%s)', mine, ancestors);
      when 'append' then write_new := write_new || format('division_id = %s', mine);
      when 'append-source' then write_new := write_new || format('source_division_id = %s and division_id between %s and %s', mine, lo, hi);
      when 'anyone' then write_new := write_new || format('%s is not null', kind);
      when 'own' then
        write_new := write_new || format('actor_key = %s', actor);
        write_old := write_old || format('actor_key = %s', actor);
      when 'door' then
        write_new := write_new || format('%s = ''door''', kind);
        write_old := write_old || format('%s = ''door''', kind);
      when 'relay' then
        write_new := write_new || format('%s = ''relay''', kind);
        write_old := write_old || format('%s = ''relay''', kind);
      when 'none' then null;
      else raise exception 'unknown writer %', w;
    end case;
  end loop;
  if cardinality(write_new) > 0 then
    inserts := true;
    execute format('create policy %I on %s for insert to %s with check (%s)', tbl || '_insert', t, app, '(' || array_to_string(write_new, ') or (') || ')');
  end if;
  if cardinality(write_old) > 0 then
    updates := true;
    execute format('create policy %I on %s for update to %s using (%s) with check (%s)', tbl || '_update', t, app,
      '(' || array_to_string(write_old, ') or (') || ')', '(' || array_to_string(write_old, ') or (') || ')');
    if deletable then
      execute format('create policy %I on %s for delete to %s using (%s)', tbl || '_delete', t, app, '(' || array_to_string(write_old, ') or (') || ')');
    end if;
  end if;

  foreach d in array doors loop
    door := case d
      when 'office' then format('division_id = %s and office_id = %s', office_division, office)
      when 'office-append' then format('division_id = %s and office_id = %s', office_division, office)
      when 'own-office' then format('division_id = %s and id = %s', office_division, office)
      when 'tracking' then format('tracking_code = %s', tracking)
      when 'tracking-append' then format('tracking_code = %s', tracking)
      when 'account' then format('account_id::text = %s', actor)
      when 'door-read' then format('%s = ''door''', kind)
      when 'administrator' then format('%s = ''administrator''', kind)
      when 'staff-insert' then format('division_id = %s', mine)
    end;
    if door is null then raise exception 'unknown door %', d; end if;
    if d <> 'staff-insert' then
      execute format('create policy %I on %s for select to %s using (%s)', tbl || '_' || d || '_read', t, app, door);
    end if;
    if d in ('administrator', 'staff-insert', 'office-append', 'tracking-append') then
      execute format('create policy %I on %s for insert to %s with check (%s)', tbl || '_' || d || '_insert', t, app, door);
      inserts := true;
    end if;
    if d in ('administrator', 'office', 'tracking') then
      execute format('create policy %I on %s for update to %s using (%s) with check (%s)', tbl || '_' || d || '_update', t, app, door, door);
      updates := true;
    end if;
  end loop;

  execute format('grant select on %s to %s', t, app);
  if inserts then execute format('grant insert on %s to %s', t, app); end if;
  if updates then execute format('grant update on %s to %s', t, app); end if;
  if deletable then execute format('grant delete on %s to %s', t, app); end if;
end
$fn$;

do $$
begin
  execute format('grant usage on schema public, tenancy to %I', tenancy.application_role());
  execute format('grant select on tenancy.declaration to %I', tenancy.application_role());
end
$$;
