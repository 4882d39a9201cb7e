-- A meeting's own minutes: the draft of a meeting, its window for comments, and the versions that were approved. Names of
-- those who took part stand in them: all of it is the place's own. What was approved is only ever added to.
ALTER TABLE "minutes_draft"
  ADD COLUMN "meeting_id" UUID,
  ADD COLUMN "life" TEXT,
  ADD COLUMN "comment_until" DATE,
  ADD COLUMN "comments_ended_at" TIMESTAMPTZ,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "reason" TEXT,
  ADD CONSTRAINT "minutes_draft_life" CHECK ("life" IN ('writing', 'comments', 'approved')),
  ADD CONSTRAINT "minutes_draft_life_of_meeting" CHECK (("meeting_id" IS NULL) = ("life" IS NULL)),
  ADD CONSTRAINT "minutes_draft_meeting_fkey"
    FOREIGN KEY ("division_id", "meeting_id") REFERENCES "meeting" ("division_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
-- Each version of a meeting's minutes is written once, whoever presses first.
CREATE UNIQUE INDEX "minutes_draft_of_meeting" ON "minutes_draft" ("division_id", "meeting_id", "version");

-- The meeting whose own minutes these are.
ALTER TABLE "minutes"
  ADD COLUMN "meeting_id" UUID,
  ADD CONSTRAINT "minutes_meeting_fkey"
    FOREIGN KEY ("division_id", "meeting_id") REFERENCES "meeting" ("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX "minutes_of_meeting" ON "minutes" ("division_id", "meeting_id");

-- Nothing reaches a row by its references either: no key of it follows another.
CREATE TABLE "minutes_version" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "approved_at" TIMESTAMPTZ NOT NULL,
    "approved_by_name" TEXT NOT NULL,
    "approved_by_post" TEXT NOT NULL,
    "approved_by_key" TEXT NOT NULL,
    "present" INTEGER,
    "needed" INTEGER,
    "exception" TEXT,
    "corrects" INTEGER,
    "reason" TEXT,

    CONSTRAINT "minutes_version_pkey" PRIMARY KEY ("division_id", "id"),
    CONSTRAINT "minutes_version_quorum" CHECK ("needed" IS NULL OR "present" >= "needed" OR "exception" <> ''),
    CONSTRAINT "minutes_version_correction" CHECK (CASE WHEN "version" = 1 THEN "corrects" IS NULL
      ELSE "corrects" = "version" - 1 AND "reason" <> '' END)
);
CREATE UNIQUE INDEX "minutes_version_of_meeting" ON "minutes_version" ("division_id", "meeting_id", "version");
CREATE UNIQUE INDEX "minutes_version_number" ON "minutes_version" ("division_id", "year", "number", "version");
ALTER TABLE "minutes_version"
  ADD CONSTRAINT "minutes_version_meeting_fkey"
    FOREIGN KEY ("division_id", "meeting_id") REFERENCES "meeting" ("division_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "minutes_version_draft_fkey"
    FOREIGN KEY ("division_id", "draft_id") REFERENCES "minutes_draft" ("division_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "minutes_version_minutes_fkey"
    FOREIGN KEY ("division_id", "minutes_id") REFERENCES "minutes" ("division_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What was said of a draft in its window, and the word by which the secretary settled it: one for each.
CREATE TABLE "minutes_comment" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "resolution" INTEGER,
    "body" TEXT NOT NULL,
    "answers_id" UUID,
    "said_by_name" TEXT NOT NULL,
    "said_by_key" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "minutes_comment_pkey" PRIMARY KEY ("division_id", "id")
);
CREATE INDEX "minutes_comment_division_id_draft_id_id_idx" ON "minutes_comment" ("division_id", "draft_id", "id");
CREATE UNIQUE INDEX "minutes_comment_answered_once" ON "minutes_comment" ("division_id", "answers_id");
ALTER TABLE "minutes_comment"
  ADD CONSTRAINT "minutes_comment_draft_fkey"
    FOREIGN KEY ("division_id", "draft_id") REFERENCES "minutes_draft" ("division_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "minutes_comment_answers_fkey"
    FOREIGN KEY ("division_id", "answers_id") REFERENCES "minutes_comment" ("division_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

select tenancy.declare('minutes_version', 'exact', '{append}');
select tenancy.declare('minutes_comment', 'exact', '{append}');
select tenancy.keep_place('minutes_version');
select tenancy.keep_place('minutes_comment');
