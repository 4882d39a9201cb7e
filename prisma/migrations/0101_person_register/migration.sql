-- The national code lies sealed with a key that the database does not have; beside it the keyed hash by which a whole
-- code is found, and nothing else finds it.
alter table person
  add column national_code_sealed text,
  add column national_code_hash text,
  add column capacities text[] not null default '{}',
  add column preferred_way text;
create unique index person_division_id_national_code_hash_key on person (division_id, national_code_hash);

-- A way to reach somebody: under which name, since when he consents to it or asks not to be reached by it.
CREATE TABLE "person_way" (
    "division_id" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "handle" TEXT,
    "consented_on" DATE,
    "barred_on" DATE,

    CONSTRAINT "person_way_pkey" PRIMARY KEY ("division_id","person_id","way")
);

ALTER TABLE "person_way" ADD CONSTRAINT "person_way_division_id_person_id_fkey" FOREIGN KEY ("division_id", "person_id") REFERENCES "person"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

select tenancy.declare('person_way', 'exact', '{place}', '{}', true);
select tenancy.keep_place('person_way');
