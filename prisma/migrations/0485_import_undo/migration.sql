-- What a list of people did to whom, for as long as it may be taken back: whom it brought in, at which revision it left
-- each, into which circles it took him, and of whom it changed the values before and after. No key to the person: who was
-- merged into another is told as such, and what is kept of somebody goes when he is erased.
CREATE TABLE "person_import_trace" (
    "division_id" INTEGER NOT NULL,
    "import_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "is_new" BOOLEAN NOT NULL,
    "batch" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "membership_ids" UUID[] NOT NULL DEFAULT '{}',
    "before" JSONB,
    "after" JSONB,
    "outcome" TEXT,
    "reasons" TEXT[] NOT NULL DEFAULT '{}',
    "kept_until" TIMESTAMPTZ NOT NULL DEFAULT (now() + '32 days'::interval),

    CONSTRAINT "person_import_trace_pkey" PRIMARY KEY ("division_id", "import_id", "person_id"),
    CONSTRAINT "person_import_trace_outcome" CHECK ("outcome" IN ('cancelled', 'restored', 'partly', 'stayed'))
);
CREATE INDEX "person_import_trace_division_id_person_id_idx" ON "person_import_trace" ("division_id", "person_id");
ALTER TABLE "person_import_trace" ADD CONSTRAINT "person_import_trace_division_id_import_id_fkey"
  FOREIGN KEY ("division_id", "import_id") REFERENCES "person_import" ("division_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

select tenancy.declare('person_import_trace', 'exact', '{place}', '{}', true);
select tenancy.keep_place('person_import_trace');
select tenancy.open_door('person_import_trace', 'sweep',
  $$(select nullif(current_setting('app.kind', true), '')) = 'relay' and kept_until < now()$$, '{select,delete}');

-- How far a list that is taken back has come, and what became of its people.
alter table person_import
  add column undo_total integer not null default 0,
  add column undo_done integer not null default 0,
  add column undo_cancelled integer not null default 0,
  add column undo_restored integer not null default 0,
  add column undo_partly integer not null default 0,
  add column undo_stayed integer not null default 0,
  add column undone_at timestamptz,
  add column undone_by_key text,
  add column undone_by_name text;
