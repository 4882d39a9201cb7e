-- An export that is written as an office page (PDF, DOCX): a job writes it, its page says how far that is. The content
-- lies with the files under the export's id; its hash stays here for ever, the content for a day.
CREATE TABLE "export_paper" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "pages" INTEGER,
    "file_hash" TEXT,
    "file_size" INTEGER,
    "failure" TEXT,
    "ready_at" TIMESTAMPTZ,

    CONSTRAINT "export_paper_pkey" PRIMARY KEY ("division_id","id"),
    CONSTRAINT "export_paper_ready_has_file"
      CHECK ("state" <> 'ready' OR ("file_hash" IS NOT NULL AND "file_size" IS NOT NULL AND "ready_at" IS NOT NULL)),
    CONSTRAINT "export_paper_division_id_id_fkey" FOREIGN KEY ("division_id", "id")
      REFERENCES "export_log"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);

select tenancy.declare('export_paper', 'exact');
select tenancy.keep_place('export_paper');
