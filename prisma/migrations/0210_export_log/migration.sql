-- Every list that was taken out as a file: who, which, narrowed to what, how many rows, why. Rows are added and never
-- changed; a place reads its own alone, for a reason may name somebody.
CREATE TABLE "export_log" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "list" TEXT NOT NULL,
    "filters" JSONB NOT NULL,
    "format" TEXT NOT NULL,
    "is_personal" BOOLEAN NOT NULL,
    "reason" TEXT,
    "row_count" INTEGER NOT NULL,
    "taken_by_key" TEXT NOT NULL,
    "taken_by_name" TEXT NOT NULL,
    "taken_by_post" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "export_log_pkey" PRIMARY KEY ("division_id","id"),
    CONSTRAINT "export_log_personal_has_reason" CHECK (NOT "is_personal" OR "reason" IS NOT NULL)
);
CREATE UNIQUE INDEX "export_log_division_id_number_key" ON "export_log"("division_id", "number");

select tenancy.declare('export_log', 'exact', '{append}');
select tenancy.keep_place('export_log');
