-- Who is invited to a meeting, what each answered, and who came. An invitation belongs to its place alone; whoever holds
-- its link reads his own row and answers it, and nothing else of the place.
CREATE TABLE "meeting_invitation" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "participants" TEXT NOT NULL,
    "office_division_id" INTEGER,
    "office_id" UUID,
    "post_division_id" INTEGER,
    "post_id" UUID,
    "person_id" UUID,
    "name" TEXT NOT NULL DEFAULT '',
    "role_title" TEXT,
    "organisation" TEXT,
    "mobile" TEXT,
    "email" TEXT,
    "consented_at" TIMESTAMPTZ,
    "reply" TEXT,
    "reply_note" TEXT,
    "deputy_name" TEXT,
    "deputy_role" TEXT,
    "replied_at" TIMESTAMPTZ,
    "attended" TEXT,
    "arrived_at" TIMESTAMPTZ,
    "marked_by" TEXT,
    "code_tries" INTEGER NOT NULL DEFAULT 0,
    "link_turn" INTEGER NOT NULL DEFAULT 1,
    "token_hash" TEXT,
    "token_until" TIMESTAMPTZ,
    "sent_at" TIMESTAMPTZ,
    "reminded" TEXT[] NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_key" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_invitation_pkey" PRIMARY KEY ("division_id", "id"),
    CONSTRAINT "meeting_invitation_kind" CHECK ("kind" IN ('office', 'post', 'person', 'guest', 'walk-in')),
    CONSTRAINT "meeting_invitation_class" CHECK ("participants" IN ('network', 'bodies', 'councils', 'municipalities', 'people')),
    CONSTRAINT "meeting_invitation_reply" CHECK ("reply" IN ('yes', 'no', 'deputy')),
    CONSTRAINT "meeting_invitation_attended" CHECK ("attended" IN ('present', 'absent', 'deputy', 'guest')),
    CONSTRAINT "meeting_invitation_marked_by" CHECK ("marked_by" IN ('list', 'code')),
    CONSTRAINT "meeting_invitation_end" CHECK (case "kind" when 'office' then "office_id" is not null
      when 'post' then "post_id" is not null when 'person' then "person_id" is not null else "name" <> '' end)
);
CREATE UNIQUE INDEX "meeting_invitation_token_hash_key" ON "meeting_invitation" ("token_hash");
CREATE UNIQUE INDEX "meeting_invitation_division_id_meeting_id_number_key" ON "meeting_invitation" ("division_id", "meeting_id", "number");
CREATE INDEX "meeting_invitation_division_id_person_id_idx" ON "meeting_invitation" ("division_id", "person_id");
-- Nobody is invited twice.
CREATE UNIQUE INDEX "meeting_invitation_office" ON "meeting_invitation" ("division_id", "meeting_id", "office_id");
CREATE UNIQUE INDEX "meeting_invitation_post" ON "meeting_invitation" ("division_id", "meeting_id", "post_id");
CREATE UNIQUE INDEX "meeting_invitation_person" ON "meeting_invitation" ("division_id", "meeting_id", "person_id");
CREATE UNIQUE INDEX "meeting_invitation_mobile" ON "meeting_invitation" ("division_id", "meeting_id", "mobile");
ALTER TABLE "meeting_invitation" ADD CONSTRAINT "meeting_invitation_meeting_fkey"
  FOREIGN KEY ("division_id", "meeting_id") REFERENCES "meeting" ("division_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "meeting_invitation" ADD CONSTRAINT "meeting_invitation_office_fkey"
  FOREIGN KEY ("office_division_id", "office_id") REFERENCES "office" ("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "meeting_invitation" ADD CONSTRAINT "meeting_invitation_post_fkey"
  FOREIGN KEY ("post_division_id", "post_id") REFERENCES "post" ("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "meeting_invitation" ADD CONSTRAINT "meeting_invitation_person_fkey"
  FOREIGN KEY ("division_id", "person_id") REFERENCES "person" ("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Many people who are invited at once, by a list or a circle: a job takes them page by page and says how far it has come.
CREATE TABLE "meeting_calling" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "participants" TEXT NOT NULL,
    "reader_keys" TEXT[] NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL,
    "after" TEXT,
    "seen" INTEGER NOT NULL DEFAULT 0,
    "invited" INTEGER NOT NULL DEFAULT 0,
    "known" INTEGER NOT NULL DEFAULT 0,
    "no_contact" INTEGER NOT NULL DEFAULT 0,
    "barred" INTEGER NOT NULL DEFAULT 0,
    "gone" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_key" TEXT NOT NULL,

    CONSTRAINT "meeting_calling_pkey" PRIMARY KEY ("division_id", "id"),
    CONSTRAINT "meeting_calling_kind" CHECK ("kind" IN ('list', 'circle')),
    CONSTRAINT "meeting_calling_class" CHECK ("participants" IN ('network', 'bodies', 'councils', 'municipalities', 'people')),
    CONSTRAINT "meeting_calling_state" CHECK ("state" IN ('runs', 'done', 'full', 'gone'))
);
CREATE INDEX "meeting_calling_division_id_meeting_id_id_idx" ON "meeting_calling" ("division_id", "meeting_id", "id");
ALTER TABLE "meeting_calling" ADD CONSTRAINT "meeting_calling_meeting_fkey"
  FOREIGN KEY ("division_id", "meeting_id") REFERENCES "meeting" ("division_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A meeting while it sits: the code by which who came says so himself, and how many came besides those on the list.
CREATE TABLE "meeting_session" (
    "division_id" INTEGER NOT NULL,
    "meeting_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "opened_by_key" TEXT NOT NULL,
    "network" INTEGER NOT NULL DEFAULT 0,
    "bodies" INTEGER NOT NULL DEFAULT 0,
    "councils" INTEGER NOT NULL DEFAULT 0,
    "municipalities" INTEGER NOT NULL DEFAULT 0,
    "people" INTEGER NOT NULL DEFAULT 0,
    "closed_at" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_session_pkey" PRIMARY KEY ("division_id", "meeting_id")
);
ALTER TABLE "meeting_session" ADD CONSTRAINT "meeting_session_meeting_fkey"
  FOREIGN KEY ("division_id", "meeting_id") REFERENCES "meeting" ("division_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What came of an item of the agenda, or of the meeting as such, written down while it sits.
CREATE TABLE "meeting_outcome" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "agenda_item_id" UUID,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "parties_written" TEXT,
    "deadline_written" TEXT,
    "items" TEXT[] NOT NULL DEFAULT '{}',
    "speaker" TEXT,
    "place_name" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_key" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_outcome_pkey" PRIMARY KEY ("division_id", "id"),
    CONSTRAINT "meeting_outcome_kind" CHECK ("kind" IN ('information', 'decision', 'resolution', 'people-ask', 'bodies-ask', 'promise'))
);
CREATE INDEX "meeting_outcome_division_id_meeting_id_position_idx" ON "meeting_outcome" ("division_id", "meeting_id", "position");
ALTER TABLE "meeting_outcome" ADD CONSTRAINT "meeting_outcome_meeting_fkey"
  FOREIGN KEY ("division_id", "meeting_id") REFERENCES "meeting" ("division_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

select tenancy.declare('meeting_invitation', 'exact', '{place}', '{}', true);
select tenancy.declare('meeting_calling', 'exact');
select tenancy.declare('meeting_session', 'exact');
select tenancy.declare('meeting_outcome', 'exact');
select tenancy.keep_place('meeting_invitation');
select tenancy.keep_place('meeting_calling');
select tenancy.keep_place('meeting_session');
select tenancy.keep_place('meeting_outcome');

select tenancy.open_door('meeting_invitation', 'invitee',
  $$token_hash = (select nullif(current_setting('app.token', true), ''))$$, '{select}');
