-- An offer that a person of one county goes over to another: his own county offers it, he consents to it on his own page,
-- and the other county accepts. The row stays with the county that he leaves; his name stands in it from his consent
-- until it is decided.
CREATE TABLE "relocation" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "to_division_id" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "full_name" TEXT,
    "new_locality" TEXT,
    "offered_at" TIMESTAMPTZ NOT NULL,
    "offered_by_key" TEXT NOT NULL,
    "offered_by_name" TEXT NOT NULL,
    "expires_on" DATE NOT NULL,
    "consented_at" TIMESTAMPTZ,
    "ended_at" TIMESTAMPTZ,
    "ended_by_name" TEXT,
    "decline_note" TEXT,
    "arrived_id" UUID,

    CONSTRAINT "relocation_pkey" PRIMARY KEY ("division_id","id")
);
CREATE INDEX "relocation_division_id_person_id_idx" ON "relocation"("division_id", "person_id");
CREATE INDEX "relocation_to_division_id_id_idx" ON "relocation"("to_division_id", "id");
-- One offer at a time.
create unique index relocation_open_once on relocation (division_id, person_id) where state in ('offered', 'consented');
create index relocation_to_expire on relocation (expires_on) where state in ('offered', 'consented');
ALTER TABLE "relocation" ADD CONSTRAINT "relocation_division_id_person_id_fkey"
  FOREIGN KEY ("division_id", "person_id") REFERENCES "person"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
alter table relocation
  add constraint relocation_elsewhere check (to_division_id <> division_id),
  add constraint relocation_forgets check
    (state not in ('offered', 'accepted', 'declined', 'refused', 'withdrawn', 'expired') or full_name is null);

-- What goes along with him as he agreed to it: nobody but his own county reads it before the other one accepts.
CREATE TABLE "relocation_luggage" (
    "division_id" INTEGER NOT NULL,
    "relocation_id" UUID NOT NULL,
    "to_division_id" INTEGER NOT NULL,
    "mobile" TEXT,
    "capacities" TEXT[] NOT NULL DEFAULT '{}',
    "preferred_way" TEXT,
    "no_contact" BOOLEAN NOT NULL DEFAULT false,
    "ways" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "relocation_luggage_pkey" PRIMARY KEY ("division_id","relocation_id")
);
ALTER TABLE "relocation_luggage" ADD CONSTRAINT "relocation_luggage_division_id_relocation_id_fkey"
  FOREIGN KEY ("division_id", "relocation_id") REFERENCES "relocation"("division_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

select tenancy.declare('relocation', 'exact', '{place}', '{}', true);
select tenancy.declare('relocation_luggage', 'exact', '{place}', '{}', true);
select tenancy.keep_place('relocation');
select tenancy.keep_place('relocation_luggage');

-- The county to which he would go knows of it from his consent on, and decides.
select tenancy.open_door('relocation', 'arrival',
  $$to_division_id = (select nullif(current_setting('app.division', true), '')::int) and consented_at is not null$$,
  '{select,update}');
select tenancy.open_door('relocation_luggage', 'arrival',
  $$to_division_id = (select nullif(current_setting('app.division', true), '')::int)
    and (division_id, relocation_id) in (select r.division_id, r.id from relocation r
      where r.to_division_id = (select nullif(current_setting('app.division', true), '')::int) and r.state = 'accepted')$$,
  '{select,delete}');
select tenancy.open_door('relocation', 'member',
  $$division_id = (select nullif(current_setting('app.member_division', true), '')::int)
    and person_id = (select nullif(current_setting('app.member', true), '')::uuid)$$, '{select}');
-- By night it is looked for what nobody decided in its time.
select tenancy.open_door('relocation', 'overdue',
  $$(select nullif(current_setting('app.kind', true), '')) = 'relay' and state in ('offered', 'consented')
    and expires_on < current_date$$, '{select}');

-- Which end turns it, whatever the ability says: the person consents, his county takes it back, the other one decides.
create function relocation_turns() returns trigger language plpgsql as $$
declare
  mine constant integer := nullif(current_setting('app.division', true), '')::integer;
  is_his_word constant boolean := coalesce(current_setting('app.kind', true) = 'system'
    and current_setting('app.key', true) like 'member:%', false);
  settled constant text[] := '{state,full_name,new_locality,consented_at,ended_at,ended_by_name,decline_note,arrived_id}';
  is_allowed boolean;
begin
  -- Merging two records of him moves it along as the owner.
  if current_user::text <> tenancy.application_role() then return null; end if;
  is_allowed := case
    when tg_op = 'INSERT' then new.state = 'offered' and new.consented_at is null
    when to_jsonb(new) - settled <> to_jsonb(old) - settled then false
    when mine = old.to_division_id then new.consented_at = old.consented_at
      and (old.state = 'consented' and new.state in ('accepted', 'declined')
        or old.state = 'accepted' and new.state = 'accepted' and old.arrived_id is null)
    when mine = old.division_id and is_his_word then (old.state = 'offered' and new.state = 'consented')
      or (old.state in ('offered', 'consented') and new.state = 'refused')
    when mine = old.division_id then old.state in ('offered', 'consented') and new.state in ('withdrawn', 'expired')
    else false end;
  if is_allowed is not true then
    raise exception 'a relocation does not turn so' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger relocation_turns after insert or update on relocation for each row execute function relocation_turns();
