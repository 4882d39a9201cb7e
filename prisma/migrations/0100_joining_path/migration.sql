-- The joining path: what is kept is where a person was put (identified, invited, active, archived, cancelled), since
-- when, and how he came there. Cold and dormant are not kept: they follow from the silence and the cadence of the day.
alter table person add column state_since date, add column no_contact boolean not null default false;

-- Who was paused is a member who asks to be left in peace; who had left is archived, for a reason nobody wrote down.
update person set state = 'active', no_contact = true where state = 'paused';
update person set state_since = coalesce(joined_on, (created_at at time zone 'Asia/Tehran')::date) where state <> 'left';
update person set state = 'archived', state_since = current_date where state = 'left';
alter table person alter column state_since set not null;

CREATE TABLE "person_state_change" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "note" TEXT,
    "happened_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_key" TEXT NOT NULL,
    "created_by_name" TEXT,

    CONSTRAINT "person_state_change_pkey" PRIMARY KEY ("division_id","id")
);

CREATE INDEX "person_state_change_division_id_person_id_happened_on_id_idx" ON "person_state_change"("division_id", "person_id", "happened_on", "id");

ALTER TABLE "person_state_change" ADD CONSTRAINT "person_state_change_division_id_person_id_fkey" FOREIGN KEY ("division_id", "person_id") REFERENCES "person"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

select tenancy.declare('person_state_change', 'exact');
select tenancy.keep_place('person_state_change');

insert into person_state_change (division_id, id, person_id, state, happened_on, created_at, created_by_key)
  select division_id, gen_random_uuid(), id, 'active',
    coalesce(joined_on, (created_at at time zone 'Asia/Tehran')::date), created_at, created_by_key
  from person;
insert into person_state_change (division_id, id, person_id, state, happened_on, created_by_key)
  select division_id, gen_random_uuid(), id, 'archived', state_since, created_by_key from person where state = 'archived';

create or replace function person_joins_quiet() returns trigger language plpgsql as $$
begin
  new.state_since := coalesce(new.state_since, new.joined_on, (new.created_at at time zone 'Asia/Tehran')::date);
  new.quiet_since := coalesce(new.joined_on, (new.created_at at time zone 'Asia/Tehran')::date);
  return new;
end
$$;

-- Whoever joins or comes back is not silent since before that day.
create function person_joins_again() returns trigger language plpgsql as $$
begin
  new.quiet_since := greatest(new.state_since, (select max(c.happened_on) from contact c
    where c.division_id = new.division_id and c.person_id = new.id and c.outcome = 'reached'));
  return new;
end
$$;
create trigger person_joins_again before update of state on person for each row
  when (new.state = 'active' and old.state <> 'active') execute function person_joins_again();

create or replace function person_quiet_since() returns trigger language plpgsql as $$
begin
  update person p
    set quiet_since = greatest(p.state_since,
      (select max(c.happened_on) from contact c
        where c.division_id = p.division_id and c.person_id = p.id and c.outcome = 'reached'))
    from (select distinct division_id, person_id from changed) touched
    where p.division_id = touched.division_id and p.id = touched.person_id;
  return null;
end
$$;

-- Members who asked for no contact are not waited for: the share within cadence reads that too.
drop trigger rollup_insert on person;
drop trigger rollup_update on person;
drop trigger rollup_delete on person;
drop function rollup.person_insert(), rollup.person_update(), rollup.person_delete();
select rollup.watch('person', '{division_id,id,joined_on,created_at,state,tier,no_contact}',
  array[$$coalesce(r.joined_on, (r.created_at at time zone 'Asia/Tehran')::date)$$]);

-- A cancelled record leaves the counts of its contacts too, in whichever quarter they were.
create function rollup.person_cancelled() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (division_id, period, source)
  select c.division_id, rollup.quarter_of(c.happened_on), 'contact' from contact c
  where c.division_id = new.division_id and c.person_id = new.id
  group by 1, 2;
  return null;
end
$$;
create trigger person_cancelled after update of state on person for each row
  when (new.state = 'cancelled' and old.state <> 'cancelled') execute function rollup.person_cancelled();
