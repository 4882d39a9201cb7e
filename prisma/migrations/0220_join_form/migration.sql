-- A county opens an address at which anybody may ask to join its network. What it carries is public: it stands on a
-- poster. It opens one thing: a request may be written.
CREATE TABLE "join_link" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "name" TEXT,
    "until" DATE NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_key" TEXT NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ,

    CONSTRAINT "join_link_pkey" PRIMARY KEY ("division_id","id")
);
CREATE UNIQUE INDEX "join_link_token_key" ON "join_link"("token");

-- Somebody's wish to join. What he wrote stands here until the county decides: then in the person's own record, or, when
-- it was declined, for thirty days more.
CREATE TABLE "join_request" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "full_name" TEXT,
    "mobile" TEXT,
    "locality" TEXT,
    "capacities" TEXT[] NOT NULL DEFAULT '{}',
    "preferred_way" TEXT,
    "consented_at" TIMESTAMPTZ NOT NULL,
    "received_at" TIMESTAMPTZ NOT NULL,
    "decided_at" TIMESTAMPTZ,
    "decided_by_key" TEXT,
    "decided_by_name" TEXT,
    "decline_reason" TEXT,
    "decline_note" TEXT,
    "person_id" UUID,

    CONSTRAINT "join_request_pkey" PRIMARY KEY ("division_id","id")
);
CREATE INDEX "join_request_division_id_state_received_at_id_idx" ON "join_request"("division_id", "state", "received_at", "id");
CREATE INDEX "join_request_division_id_link_id_idx" ON "join_request"("division_id", "link_id");
CREATE INDEX "join_request_division_id_person_id_idx" ON "join_request"("division_id", "person_id");
-- Whoever sends the form twice waits once.
create unique index join_request_waits_once on join_request (division_id, mobile) where state = 'waiting';
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_division_id_link_id_fkey"
  FOREIGN KEY ("division_id", "link_id") REFERENCES "join_link"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_division_id_person_id_fkey"
  FOREIGN KEY ("division_id", "person_id") REFERENCES "person"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

select tenancy.declare('join_link', 'exact');
select tenancy.declare('join_request', 'exact');
select tenancy.keep_place('join_link');
select tenancy.keep_place('join_request');

-- Whoever holds the address reads the link itself and adds a request under it; a request he cannot read, not even his own.
select tenancy.open_door('join_link', 'join-form',
  $$token = (select nullif(current_setting('app.token', true), '')) and revoked_at is null$$, '{select}');
select tenancy.open_door('join_request', 'join-form',
  $$state = 'waiting' and person_id is null and (division_id, link_id) = (select l.division_id, l.id from join_link l
      where l.token = (select nullif(current_setting('app.token', true), '')))$$, '{insert}');
select tenancy.open_door('audit_entry', 'join-form-audit',
  $$(select nullif(current_setting('app.kind', true), '')) = 'public' and subject = 'JoinRequest'
    and actor_key = (select nullif(current_setting('app.key', true), ''))
    and division_id = (select l.division_id from join_link l
      where l.token = (select nullif(current_setting('app.token', true), '')))$$, '{insert}');

-- What a declined request said of somebody is forgotten by night, and not before: the floor knows the days as well.
select tenancy.open_door('join_request', 'forget',
  $$(select nullif(current_setting('app.kind', true), '')) = 'relay' and state = 'declined'
    and decided_at < now() - interval '30 days'$$, '{select,update}');
create index join_request_to_forget on join_request (decided_at) where state = 'declined' and mobile is not null;
