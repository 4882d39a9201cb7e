-- A file on a person: what it is called and who added it. Its bytes lie beside the database under the id of this row, so
-- that they belong to nobody else and go with it. Taken away, the row stays with the reason, and the bytes are gone.
CREATE TABLE "person_file" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_type" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ NOT NULL,
    "added_by_key" TEXT NOT NULL,
    "added_by_name" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ,
    "removed_by_name" TEXT,
    "removed_reason" TEXT,

    CONSTRAINT "person_file_pkey" PRIMARY KEY ("division_id","id")
);
CREATE INDEX "person_file_division_id_person_id_id_idx" ON "person_file"("division_id", "person_id", "id");
ALTER TABLE "person_file" ADD CONSTRAINT "person_file_division_id_person_id_fkey"
  FOREIGN KEY ("division_id", "person_id") REFERENCES "person"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

select tenancy.declare('person_file', 'exact', '{place}', '{}', true);
select tenancy.keep_place('person_file');
select tenancy.open_door('person_file', 'member',
  $$division_id = (select nullif(current_setting('app.member_division', true), '')::int)
    and person_id = (select nullif(current_setting('app.member', true), '')::uuid)$$, '{select}');
