-- Who may be one person twice is looked for among those who share a block: whole names in any order, beginnings and
-- endings of two words, the number. Letters of one sound are one letter here, and titles are no part of a name.
create function person_blocks(key text, mobile text) returns table (block text)
  language sql immutable parallel safe as $$
  with named as (
    select array(select word from unnest(string_to_array(translate(key,
        'صثطذضظحغ()[]{}"''-.,;:/\|+*', 'سستززز' || 'هق' || repeat(' ', 18)), ' ')) with ordinality w (word, n)
      where word <> '' and word <> all (array['جناب','سرکار','اقای','خانم','دکتر','مهندس','مهندش','استاد','هاج','سید','سیده','کربلایی','مشهدی','مرهوم'])
      order by n) as words),
  two as (
    select least(a.word, b.word) as a, greatest(a.word, b.word) as b from named,
      unnest(words[:5]) with ordinality a (word, n), unnest(words[:5]) with ordinality b (word, n) where a.n < b.n)
  select 'n:' || (select string_agg(word, ' ' order by word) from unnest(words) word) from named where cardinality(words) > 0
  union select 'c:' || array_to_string(words, '') from named where cardinality(words) > 0
  union select 's:' || least(left(a, 3), left(b, 3)) || ' ' || greatest(left(a, 3), left(b, 3)) from two
  union select 'e:' || least(right(a, 3), right(b, 3)) || ' ' || greatest(right(a, 3), right(b, 3)) from two
  union select 'm:' || right(mobile, 10) where mobile is not null
$$;

-- A block has no key to its person and no second index: triggers write it with him and find it by what he is called.
CREATE TABLE "person_block" (
  "division_id" INTEGER NOT NULL,
  "block" TEXT COLLATE "C" NOT NULL,
  "person_id" UUID NOT NULL,
  CONSTRAINT "person_block_pkey" PRIMARY KEY ("division_id", "block", "person_id")
);
insert into person_block select p.division_id, b.block, p.id from person p, person_blocks(p.search_key, p.mobile) b;
select tenancy.declare('person_block', 'exact', '{place}', '{}', true);
select tenancy.keep_place('person_block');

create or replace function person_is_written() returns trigger language plpgsql as $$
begin
  insert into person_word select p.division_id, p.id, w.*
    from written p, person_tails(p.search_key, p.full_name, p.mobile) w;
  insert into person_block select p.division_id, b.block, p.id from written p, person_blocks(p.search_key, p.mobile) b;
  return null;
end
$$;
create or replace function person_is_rewritten() returns trigger language plpgsql as $$
begin
  delete from person_word where division_id = new.division_id and person_id = new.id;
  insert into person_word select new.division_id, new.id, w.*
    from person_tails(new.search_key, new.full_name, new.mobile) w;
  delete from person_block where division_id = old.division_id and person_id = old.id
    and block = any (array(select block from person_blocks(old.search_key, old.mobile)));
  insert into person_block select new.division_id, b.block, new.id from person_blocks(new.search_key, new.mobile) b;
  return null;
end
$$;

create function person_is_erased() returns trigger language plpgsql as $$
begin
  delete from person_block where division_id = old.division_id and person_id = old.id
    and block = any (array(select block from person_blocks(old.search_key, old.mobile)));
  return null;
end
$$;
create trigger person_erased after delete on person for each row execute function person_is_erased();

-- Two who may be one: open until somebody decides. "Apart" stays for ever, also while one of the two is merged away.
CREATE TABLE "person_pair" (
  "division_id" INTEGER NOT NULL,
  "id" UUID NOT NULL,
  "first_id" UUID NOT NULL,
  "second_id" UUID NOT NULL,
  "score" INTEGER NOT NULL,
  "reasons" TEXT[],
  "state" TEXT NOT NULL DEFAULT 'open',
  "found_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "decided_at" TIMESTAMPTZ,
  "decided_by_key" TEXT,
  CONSTRAINT "person_pair_pkey" PRIMARY KEY ("division_id", "id"),
  CONSTRAINT "person_pair_order" CHECK ("first_id" <= "second_id")
);
CREATE UNIQUE INDEX "person_pair_division_id_first_id_second_id_key" ON "person_pair" ("division_id", "first_id", "second_id");
CREATE INDEX "person_pair_division_id_state_score_id_idx" ON "person_pair" ("division_id", "state", "score", "id");
CREATE INDEX "person_pair_division_id_second_id_idx" ON "person_pair" ("division_id", "second_id");
select tenancy.declare('person_pair', 'exact', '{place}', '{}', true);
select tenancy.keep_place('person_pair');

-- What a merge moved, for as long as it may be taken back.
CREATE TABLE "person_merge" (
  "division_id" INTEGER NOT NULL,
  "id" UUID NOT NULL,
  "kept_id" UUID NOT NULL,
  "gone_id" UUID NOT NULL,
  "kept_before" JSONB,
  "gone" JSONB,
  "moved" JSONB,
  "kept_revision" INTEGER NOT NULL,
  "merged_at" TIMESTAMPTZ NOT NULL,
  "merged_by_key" TEXT NOT NULL,
  "undone_at" TIMESTAMPTZ,
  CONSTRAINT "person_merge_pkey" PRIMARY KEY ("division_id", "id")
);
CREATE INDEX "person_merge_division_id_merged_at_idx" ON "person_merge" ("division_id", "merged_at");
CREATE INDEX "person_merge_division_id_kept_id_idx" ON "person_merge" ("division_id", "kept_id");
select tenancy.declare('person_merge', 'exact', '{place}', '{}', true);
select tenancy.keep_place('person_merge');

-- Silence counts from the last day reached, whoever of the two it was.
create function person_recount_silence(place integer, person uuid) returns void language sql as $$
  update person p set quiet_since = greatest(p.state_since, (select max(c.happened_on) from contact c
    where c.division_id = place and c.person_id = person and c.outcome = 'reached'))
  where p.division_id = place and p.id = person
$$;

-- Everything that refers to a person is known from the catalogue, tables to come included. It is moved as the owner,
-- since some of it may be written once only, and never beyond the place of whoever asks. What the kept person has
-- already (the same circle, the same key) is dropped, and so is what would now refer to him twice; of two rows for one
-- way the stricter holds. All of it is answered as it was, in the order in which it was done.
create function person_absorb(place integer, kept uuid, gone uuid) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp as $fn$
declare
  link record;
  held record;
  before jsonb;
  after jsonb;
  said_of_it constant text[] := '{id,from_on,note,created_at,created_by_key,revision}';
  moved jsonb := '[]';
begin
  if place is distinct from nullif(current_setting('app.division', true), '')::integer or kept = gone then
    raise exception 'people are merged by their own place' using errcode = 'insufficient_privilege';
  end if;
  for link in
    select c.conrelid::regclass::text as tbl, a.attname::text as col,
      array_agg(a.attname::text) over (partition by c.conrelid) as cols
    from pg_constraint c cross join unnest(c.conkey) k (num) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num
    where c.contype = 'f' and c.confrelid = 'person'::regclass and c.confdeltype <> 'c' and a.attname <> 'division_id'
    order by 1, 2
  loop
    for held in execute format('select ctid as at, to_jsonb(x) as row from %s x where division_id = $1 and %I = $2', link.tbl, link.col)
      using place, gone
    loop
      begin
        if exists (select from unnest(link.cols) other where other <> link.col and held.row->>other = kept::text)
          or link.tbl = 'tie' and held.row->>'to_on' is null and exists (select from tie t
            where t.division_id = place and t.to_on is null and (t.person_id = kept or t.other_person_id = kept)
              and (held.row->>'note' is null or t.note = held.row->>'note')
              and to_jsonb(t) - said_of_it = (held.row || jsonb_build_object(link.col, kept)) - said_of_it) then
          raise unique_violation;
        end if;
        if link.tbl = 'membership' and held.row->>'to_on' is null and exists (select from membership m
            where m.division_id = place and m.person_id = kept and m.circle_id = (held.row->>'circle_id')::uuid and m.to_on is null) then
          raise unique_violation;
        end if;
        execute format('update %s set %I = $1 where ctid = $2', link.tbl, link.col) using kept, held.at;
        moved := moved || jsonb_build_object('table', link.tbl, 'column', link.col, 'row', held.row, 'how', 'moved');
      exception when unique_violation then
        -- The same entry for many wrote both down: one contact, unless it says something of its own.
        if link.tbl = 'contact' and not exists (select from contact c where c.division_id = place and c.person_id = kept
            and c.batch_id is not null and c.happened_on = (held.row->>'happened_on')::date
            and c.channel = held.row->>'channel' and c.outcome = held.row->>'outcome'
            and (held.row->>'note' is null or c.note = held.row->>'note')
            and (c.action_needed or not (held.row->>'action_needed')::boolean)) then
          update contact set person_id = kept, batch_id = null where ctid = held.at;
          moved := moved || jsonb_build_object('table', link.tbl, 'column', link.col, 'row', held.row, 'how', 'alone');
          continue;
        end if;
        -- In one circle he stands once: since the earlier day, and in the role that is more than a member's.
        if link.tbl = 'membership' then
          select to_jsonb(m) into before from membership m where m.division_id = place and m.person_id = kept
            and m.circle_id = (held.row->>'circle_id')::uuid and m.to_on is null limit 1;
          update membership m set from_on = least(m.from_on, (held.row->>'from_on')::date),
              role = case when m.role = 'member' then held.row->>'role' else m.role end
            where m.division_id = place and m.id = (before->>'id')::uuid returning to_jsonb(m) into after;
          moved := moved || jsonb_build_object('table', link.tbl, 'column', link.col, 'row', before, 'how', 'altered', 'after', after);
        end if;
        if link.tbl = 'person_way' then
          select to_jsonb(w) into before from person_way w
            where w.division_id = place and w.person_id = kept and w.way = held.row->>'way';
          update person_way w set handle = coalesce(w.handle, held.row->>'handle'),
              barred_on = least(w.barred_on, (held.row->>'barred_on')::date),
              consented_on = case
                when w.barred_on is not null or held.row->>'barred_on' is not null then null
                when w.handle <> held.row->>'handle' then w.consented_on
                else least(w.consented_on, (held.row->>'consented_on')::date) end
            where w.division_id = place and w.person_id = kept and w.way = held.row->>'way'
            returning to_jsonb(w) into after;
          moved := moved || jsonb_build_object('table', link.tbl, 'column', link.col, 'row', before, 'how', 'altered', 'after', after);
        end if;
        execute format('delete from %s where ctid = $1', link.tbl) using held.at;
        moved := moved || jsonb_build_object('table', link.tbl, 'column', link.col, 'row', held.row, 'how', 'dropped');
      end;
    end loop;
  end loop;
  delete from person where division_id = place and id = gone;
  return moved;
end
$fn$;

-- The way back, from the last to the first: what was moved and still hangs where it was moved to returns, what was
-- dropped stands again, and what was altered is as it was, unless somebody has said something else of it since.
create function person_return(place integer, kept uuid, gone jsonb, moved jsonb) returns void
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
  insert into person select * from jsonb_populate_record(null::person, gone);
  for held in select link->>'table' as tbl, link->>'column' as col, link->'row' as row, link->>'how' as how, link->'after' as after
    from jsonb_array_elements(moved) with ordinality m (link, n)
    where (link->'row'->>'division_id')::integer = place and exists (select from pg_constraint c
      where c.contype = 'f' and c.confrelid = 'person'::regclass and c.conrelid = to_regclass(link->>'table'))
    order by n desc
  loop
    if held.how = 'dropped' then
      execute format('insert into %s select * from jsonb_populate_record(null::%s, $1) on conflict do nothing', held.tbl, held.tbl) using held.row;
    elsif held.how = 'altered' then
      execute format('delete from %s x where division_id = $1 and %I = $2 and to_jsonb(x) = $3', held.tbl, held.col)
        using place, kept, held.after;
      get diagnostics hits = row_count;
      if hits = 1 then
        execute format('insert into %s select * from jsonb_populate_record(null::%s, $1)', held.tbl, held.tbl) using held.row;
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
revoke all on function person_absorb(integer, uuid, uuid), person_return(integer, uuid, jsonb, jsonb) from public;
do $$
begin
  execute format('grant execute on function person_absorb(integer, uuid, uuid), person_return(integer, uuid, jsonb, jsonb) to %I', tenancy.application_role());
end
$$;

-- What a merge kept of its two people goes when it can no longer be taken back, and not before.
select tenancy.open_door('person_merge', 'sweep',
  $$(select nullif(current_setting('app.kind', true), '')) = 'relay' and merged_at < now() - interval '31 days'$$, '{select,delete}');
