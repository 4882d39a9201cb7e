-- The finished turns of continuous obligations. The obligation's own row is the turn that runs; a verified turn stays
-- here with its days, so that it counts once, in the quarters in which it was due.
ALTER TABLE "obligation" ADD COLUMN "turn_id" UUID;

CREATE TABLE "obligation_turn" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "source_division_id" INTEGER NOT NULL,
    "obligation_id" UUID NOT NULL,
    "first_due_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "reported_at" TIMESTAMPTZ,
    "reported_by_key" TEXT,
    "verified_at" TIMESTAMPTZ NOT NULL,
    "verified_by_key" TEXT NOT NULL,

    CONSTRAINT "obligation_turn_pkey" PRIMARY KEY ("division_id","id")
);

CREATE INDEX "obligation_turn_division_id_obligation_id_due_on_idx" ON "obligation_turn"("division_id", "obligation_id", "due_on");
CREATE INDEX "obligation_turn_division_id_due_on_idx" ON "obligation_turn"("division_id", "due_on");
CREATE INDEX "obligation_turn_division_id_first_due_on_idx" ON "obligation_turn"("division_id", "first_due_on");
CREATE UNIQUE INDEX "obligation_division_id_turn_id_key" ON "obligation"("division_id", "turn_id");

ALTER TABLE "obligation_turn" ADD CONSTRAINT "obligation_turn_division_id_obligation_id_fkey"
  FOREIGN KEY ("division_id", "obligation_id") REFERENCES "obligation"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever issued the obligation finishes its turns, and nobody changes them.
select tenancy.declare('obligation_turn', 'two-ended', '{append-source}');

select rollup.watch('obligation_turn', '{division_id,id,first_due_on,due_on,reported_at,verified_at}',
  '{r.first_due_on,r.due_on}');

-- What runs carries nothing of the turns before it.
update "obligation" set "verified_at" = null, "verified_by_key" = null, "first_due_on" = "due_on",
  "reported_at" = case when "state" = 'reported-done' then "reported_at" end
where "deadline_kind" = 'continuous' and "cadence" is not null and "verified_at" is not null and "state" <> 'verified';
