-- Files of minutes that were brought in many at once. A job reads them one by one; the content goes then, and what was
-- read of it stands in a draft.
CREATE TABLE "minutes_file" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content" BYTEA,
    "state" TEXT NOT NULL,
    "problem" TEXT,
    "draft_id" UUID,
    "minutes_id" UUID,
    "brought_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "brought_by_key" TEXT NOT NULL,

    CONSTRAINT "minutes_file_pkey" PRIMARY KEY ("division_id","id")
);
CREATE INDEX "minutes_file_division_id_state_id_idx" ON "minutes_file"("division_id", "state", "id");
select tenancy.declare('minutes_file', 'exact');
select tenancy.keep_place('minutes_file');

-- What the queue of drafts says of each without opening its review, and the order in which they are looked at.
ALTER TABLE "minutes_draft"
  ADD COLUMN "title" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "held_on" DATE,
  ADD COLUMN "invitation_number" TEXT,
  ADD COLUMN "resolutions" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "seen" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "to_look" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "undated" INTEGER NOT NULL DEFAULT 0,
  -- The same minutes came before: the draft or the issued minutes that this one may bring up to date.
  ADD COLUMN "twin_draft_id" UUID,
  ADD COLUMN "twin_minutes_id" UUID;

UPDATE "minutes_draft" SET
  "title" = coalesce("review"->'header'->>'title', ''),
  "held_on" = nullif("review"->'header'->>'heldOn', '')::date,
  "invitation_number" = "review"->'header'->>'invitationNumber',
  "resolutions" = coalesce(jsonb_array_length("review"->'resolutions'), 0),
  "seen" = (select count(*) from jsonb_array_elements(coalesce("review"->'resolutions', '[]')) r where r->>'checked' = 'true'),
  "to_look" = (select count(*) from jsonb_array_elements(coalesce("review"->'resolutions', '[]')) r where r->>'checked' <> 'true'),
  "undated" = (select count(*) from jsonb_array_elements(coalesce("review"->'resolutions', '[]')) r where jsonb_typeof(r->'deadline') = 'null')
WHERE jsonb_typeof("review"->'resolutions') = 'array';

CREATE INDEX "minutes_draft_division_id_state_to_look_id_idx" ON "minutes_draft"("division_id", "state", "to_look", "id");
CREATE INDEX "minutes_draft_division_id_held_on_idx" ON "minutes_draft"("division_id", "held_on");
CREATE INDEX "minutes_division_id_held_on_idx" ON "minutes"("division_id", "held_on");
