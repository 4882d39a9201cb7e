-- Free texts that may hold what the network never keeps of anybody: where each stands and how it stood when it was read,
-- and nothing of what was found in it. It goes when the text no longer looks so.
CREATE TABLE "text_to_look_at" (
  "division_id" INTEGER NOT NULL,
  "source" TEXT NOT NULL,
  "record_id" UUID NOT NULL,
  "text_hash" TEXT NOT NULL,
  "state" TEXT NOT NULL DEFAULT 'open',
  "found_at" TIMESTAMPTZ NOT NULL,
  "decided_at" TIMESTAMPTZ,
  "decided_by_key" TEXT,
  CONSTRAINT "text_to_look_at_pkey" PRIMARY KEY ("division_id", "source", "record_id")
);
CREATE INDEX "text_to_look_at_division_id_state_source_record_id_idx" ON "text_to_look_at" ("division_id", "state", "source", "record_id");
select tenancy.declare('text_to_look_at', 'exact', '{place}', '{}', true);
select tenancy.keep_place('text_to_look_at');
