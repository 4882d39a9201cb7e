-- A look from above into the people of one county ("break-glass"). A provincial representative gives his reason and a
-- number of minutes; the look ends by itself at its minute of the database's own clock, or sooner. It changes the scope and no
-- policy: the reading of a county costs and plans as before.
CREATE TABLE "glass_grant" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "source_division_id" INTEGER NOT NULL,
    "appointment_id" UUID NOT NULL,
    "opened_by_key" TEXT NOT NULL,
    "opened_by_name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_name" TEXT,

    CONSTRAINT "glass_grant_pkey" PRIMARY KEY ("division_id","id")
);
CREATE INDEX "glass_grant_division_id_opened_at_id_idx" ON "glass_grant"("division_id", "opened_at", "id");
CREATE INDEX "glass_grant_source_division_id_opened_at_id_idx" ON "glass_grant"("source_division_id", "opened_at", "id");
alter table "glass_grant"
  add constraint "glass_grant_county_of_province" check (division_id % 1000 > 0 and source_division_id > 0
    and source_division_id = division_id / 1000 * 1000),
  add constraint "glass_grant_minutes" check (minutes between 1 and 60),
  add constraint "glass_grant_reason" check (btrim(reason) <> '');

-- What was seen under it: a list of names that was opened, each name on it, each file.
CREATE TABLE "glass_look" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "source_division_id" INTEGER NOT NULL,
    "grant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "glass_look_pkey" PRIMARY KEY ("division_id","id")
);
CREATE INDEX "glass_look_division_id_grant_id_seen_at_id_idx" ON "glass_look"("division_id", "grant_id", "seen_at", "id");
ALTER TABLE "glass_look" ADD CONSTRAINT "glass_look_division_id_grant_id_fkey"
  FOREIGN KEY ("division_id", "grant_id") REFERENCES "glass_grant"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Both are read by the county and by the province that looked, and by nobody above. Nobody writes what was seen but the
-- function that lets him see it.
select tenancy.declare('glass_grant', 'exact', '{none}');
select tenancy.declare('glass_look', 'exact', '{none}');
select tenancy.keep_place('glass_grant');
select tenancy.keep_place('glass_look');
select tenancy.open_door(name, 'source-read',
  $$source_division_id = (select nullif(current_setting('app.division', true), '')::int)$$, '{select}')
  from unnest('{glass_grant,glass_look}'::text[]) name;
select tenancy.open_door('glass_grant', 'opening',
  $$source_division_id = (select nullif(current_setting('app.division', true), '')::int)
    and division_id between (select nullif(current_setting('app.lo', true), '')::int) and (select nullif(current_setting('app.hi', true), '')::int)
    and opened_by_key = (select nullif(current_setting('app.key', true), ''))
    and opened_at = now()::timestamptz(3) and ended_at is null$$,
  '{insert}');
select tenancy.open_door('glass_grant', 'ending',
  $$(division_id = (select nullif(current_setting('app.division', true), '')::int)
    or source_division_id = (select nullif(current_setting('app.division', true), '')::int))$$,
  '{update}');

-- A grant only ever ends: no minute, no reason and no name of it changes, and what has ended does not begin again.
create function tenancy.keep_grant() returns trigger language plpgsql as $$
begin
  raise exception 'a grant only ends' using errcode = 'insufficient_privilege';
end
$$;
create trigger kept_grant before update on "glass_grant" for each row
  when (old.ended_at is not null
    or (old.id, old.appointment_id, old.opened_by_key, old.opened_by_name, old.reason, old.minutes, old.opened_at)
      is distinct from (new.id, new.appointment_id, new.opened_by_key, new.opened_by_name, new.reason, new.minutes, new.opened_at))
  execute function tenancy.keep_grant();

-- Lets whoever stands in a province with an open grant of his own read as its county until the end of this transaction,
-- after writing down what he is about to see; the transaction writes nothing more. Null, and nothing changes, where no
-- grant is open: none for this county, none of this province, none of his, over, ended, or opened by an appointment
-- that is not a representative's or has ended since.
create function tenancy.look_into(county int, what text, persons uuid[]) returns uuid
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $fn$
declare
  province int := nullif(current_setting('app.division', true), '')::int;
  who text := nullif(current_setting('app.key', true), '');
  opened uuid;
begin
  if current_setting('app.kind', true) is distinct from 'staff' or province is null or who is null
    or province <= 0 or county % 1000 = 0 or county / 1000 * 1000 <> province then
    return null;
  end if;
  -- Held until the log is written: an ending waits for it, or was before it.
  select g.id into opened from glass_grant g
    where g.division_id = county and g.source_division_id = province and g.opened_by_key = who
      and g.ended_at is null and g.opened_at <= now()::timestamptz(3) and now() < g.opened_at + make_interval(mins => g.minutes)
      and exists (select from appointment a join post p on p.division_id = a.division_id and p.id = a.post_id
        where a.division_id = province and a.id = g.appointment_id and a.account_id::text = who and a.ended_at is null
          and p.role = 'representative' and p.closed_on is null)
    order by g.opened_at desc, g.id desc limit 1 for share of g;
  if opened is null then
    return null;
  end if;
  insert into glass_look (division_id, id, source_division_id, grant_id, kind, person_id)
    select county, gen_random_uuid(), province, opened, what, one
    from unnest(case when cardinality(persons) = 0 then array[null::uuid] else persons end) one;
  perform set_config('app.lo', county::text, true), set_config('app.hi', county::text, true),
    set_config('app.division', county::text, true), set_config('app.ancestors', format('{%s,%s,0}', county, province), true),
    set_config('transaction_read_only', 'on', true);
  return opened;
end
$fn$;
do $$
begin
  revoke execute on function tenancy.look_into(int, text, uuid[]) from public;
  execute format('grant execute on function tenancy.look_into(int, text, uuid[]) to %I', tenancy.application_role());
end
$$;
