-- A list of people on its way from a file into a county's network: what was found in it, how its columns are read, how
-- far it has come. The file itself stands apart and goes when the last row is in.
CREATE TABLE "person_import" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "header_row" INTEGER NOT NULL,
    "headers" TEXT[],
    "samples" JSONB NOT NULL,
    "formulas" INTEGER NOT NULL DEFAULT 0,
    "errors" INTEGER NOT NULL DEFAULT 0,
    "columns" TEXT[],
    "preview" JSONB,
    "rows_total" INTEGER NOT NULL,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_key" TEXT NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_import_pkey" PRIMARY KEY ("division_id","id")
);
CREATE INDEX "person_import_division_id_created_at_id_idx" ON "person_import"("division_id", "created_at", "id");

CREATE TABLE "person_import_file" (
    "division_id" INTEGER NOT NULL,
    "import_id" UUID NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "person_import_file_pkey" PRIMARY KEY ("division_id","import_id")
);
ALTER TABLE "person_import_file" ADD CONSTRAINT "person_import_file_division_id_import_id_fkey"
  FOREIGN KEY ("division_id", "import_id") REFERENCES "person_import"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rows that were not taken, as they stood in the file, and why.
CREATE TABLE "person_import_refusal" (
    "division_id" INTEGER NOT NULL,
    "import_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "problems" TEXT[],
    "cells" TEXT[],

    CONSTRAINT "person_import_refusal_pkey" PRIMARY KEY ("division_id","import_id","row_number")
);
ALTER TABLE "person_import_refusal" ADD CONSTRAINT "person_import_refusal_division_id_import_id_fkey"
  FOREIGN KEY ("division_id", "import_id") REFERENCES "person_import"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a column of this name was read as the last time.
CREATE TABLE "import_column" (
    "division_id" INTEGER NOT NULL,
    "header_key" TEXT NOT NULL,
    "field" TEXT NOT NULL,

    CONSTRAINT "import_column_pkey" PRIMARY KEY ("division_id","header_key")
);

select tenancy.declare('person_import', 'exact');
select tenancy.declare('person_import_file', 'exact', '{place}', '{}', true);
select tenancy.declare('person_import_refusal', 'exact', '{place}', '{}', true);
select tenancy.declare('import_column', 'exact');
select tenancy.keep_place('person_import');
select tenancy.keep_place('person_import_file');
select tenancy.keep_place('person_import_refusal');
select tenancy.keep_place('import_column');
