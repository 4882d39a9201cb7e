-- A condition over a county's people that somebody keeps under a name: his own, or one that all who work there see. Taken
-- away, it stays until it is brought back.
CREATE TABLE "person_list" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "condition" JSONB NOT NULL,
    "is_shared" BOOLEAN NOT NULL,
    "created_by_key" TEXT NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_list_pkey" PRIMARY KEY ("division_id","id")
);
CREATE INDEX "person_list_division_id_name_id_idx" ON "person_list"("division_id", "name", "id");

select tenancy.declare('person_list', 'exact');
select tenancy.keep_place('person_list');

-- Localities of a county are offered as a choice, and its people are narrowed to one of them.
CREATE INDEX "person_division_id_locality_idx" ON "person"("division_id", "locality");
