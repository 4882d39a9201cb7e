-- Rows of a list that is not in yet, each beside the person of the county who may be the same, and what is said of the
-- two. Without a word both are kept, and the pair waits on the desk of duplicates.
CREATE TABLE "person_import_twin" (
    "division_id" INTEGER NOT NULL,
    "import_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "full_name" TEXT NOT NULL,
    "mobile" TEXT,
    "locality" TEXT,
    "person_id" UUID NOT NULL,
    "reasons" TEXT[],
    "decision" TEXT,

    CONSTRAINT "person_import_twin_pkey" PRIMARY KEY ("division_id","import_id","row_number")
);
CREATE INDEX "person_import_twin_division_id_person_id_idx" ON "person_import_twin"("division_id", "person_id");
ALTER TABLE "person_import_twin" ADD CONSTRAINT "person_import_twin_division_id_import_id_fkey"
  FOREIGN KEY ("division_id", "import_id") REFERENCES "person_import"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "person_import_twin" ADD CONSTRAINT "person_import_twin_division_id_person_id_fkey"
  FOREIGN KEY ("division_id", "person_id") REFERENCES "person"("division_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

select tenancy.declare('person_import_twin', 'exact', '{place}', '{}', true);
select tenancy.keep_place('person_import_twin');
