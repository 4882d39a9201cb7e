-- Puts a row that was kept as JSON back into its table. A column that the table got since then has its default: taken as a
-- whole row it would be null, and a column that may not be would keep the parting from being done.
create function row_put_back(tbl regclass, kept jsonb, quietly boolean) returns void
  language plpgsql set search_path = public, pg_temp as $fn$
declare
  names text;
begin
  select string_agg(quote_ident(attname), ', ') into names from pg_attribute
    where attrelid = tbl and attnum > 0 and not attisdropped and attgenerated = '' and kept ? attname;
  execute format('insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, $1) %3$s', tbl, names,
    case when quietly then 'on conflict do nothing' end) using kept;
end
$fn$;
revoke all on function row_put_back(regclass, jsonb, boolean) from public;

-- As before, but for the three inserts.
create or replace function person_return(place integer, kept uuid, gone jsonb, moved jsonb) returns void
  language plpgsql security definer set search_path = public, pg_temp as $fn$
declare
  held record;
  key jsonb;
  hits integer;
begin
  if place is distinct from nullif(current_setting('app.division', true), '')::integer
    or place is distinct from (gone->>'division_id')::integer then
    raise exception 'people are parted by their own place' using errcode = 'insufficient_privilege';
  end if;
  perform row_put_back('person', gone, false);
  for held in select link->>'table' as tbl, link->>'column' as col, link->'row' as row, link->>'how' as how, link->'after' as after
    from jsonb_array_elements(moved) with ordinality m (link, n)
    where (link->'row'->>'division_id')::integer = place and exists (select from pg_constraint c
      where c.contype = 'f' and c.confrelid = 'person'::regclass and c.conrelid = to_regclass(link->>'table'))
    order by n desc
  loop
    if held.how = 'dropped' then
      perform row_put_back(held.tbl::regclass, held.row, true);
    elsif held.how = 'altered' then
      execute format('delete from %s x where division_id = $1 and %I = $2 and to_jsonb(x) @> $3', held.tbl, held.col)
        using place, kept, held.after;
      get diagnostics hits = row_count;
      if hits = 1 then
        perform row_put_back(held.tbl::regclass, held.row, false);
      end if;
    else
      select coalesce(jsonb_object_agg(a.attname, held.row->a.attname::text), '{}') into key
        from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
        where i.indrelid = held.tbl::regclass and i.indisprimary and a.attname <> held.col;
      execute format('update %s x set %I = $1 %s where division_id = $2 and %I = $3 and to_jsonb(x) @> $4', held.tbl, held.col,
          case when held.how = 'alone' then ', batch_id = ($5->>''batch_id'')::uuid' end, held.col)
        using (gone->>'id')::uuid, place, kept, key, held.row;
    end if;
  end loop;
end
$fn$;
