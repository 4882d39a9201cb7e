-- Entries of a catalogue: what a form offers to choose from. A national base, to which a province and a county add their
-- own or give other words of their own; an entry is retired and never removed, for records keep its code.
CREATE TABLE "catalogue_entry" (
    "division_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "fa" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "fa_back" TEXT,
    "en_back" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retired_on" DATE,
    "published_at" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "catalogue_entry_pkey" PRIMARY KEY ("division_id","kind","code")
);
select tenancy.declare('catalogue_entry', 'flows-down');
select tenancy.keep_place('catalogue_entry');

-- What rules depend on keeps standing under whatever words.
alter table catalogue_entry add constraint catalogue_entry_stands
  check (kind not in ('tier', 'outcome') or retired_on is null);

-- A dated relationship between two ends of one county: a person or a circle on this side, a person, a circle or the
-- office of a body on the other. Each end is held by its foreign key; there is one on either side, and they differ.
CREATE TABLE "tie" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "person_id" UUID,
    "circle_id" UUID,
    "other_person_id" UUID,
    "other_circle_id" UUID,
    "other_office_id" UUID,
    "from_on" DATE,
    "to_on" DATE,
    "note" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_key" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "tie_pkey" PRIMARY KEY ("division_id","id")
);
CREATE INDEX "tie_division_id_person_id_idx" ON "tie"("division_id", "person_id");
CREATE INDEX "tie_division_id_circle_id_idx" ON "tie"("division_id", "circle_id");
CREATE INDEX "tie_division_id_other_person_id_idx" ON "tie"("division_id", "other_person_id");
CREATE INDEX "tie_division_id_other_circle_id_idx" ON "tie"("division_id", "other_circle_id");
CREATE INDEX "tie_division_id_other_office_id_idx" ON "tie"("division_id", "other_office_id");

ALTER TABLE "tie" ADD CONSTRAINT "tie_division_id_person_id_fkey" FOREIGN KEY ("division_id", "person_id") REFERENCES "person"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tie" ADD CONSTRAINT "tie_division_id_circle_id_fkey" FOREIGN KEY ("division_id", "circle_id") REFERENCES "circle"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tie" ADD CONSTRAINT "tie_division_id_other_person_id_fkey" FOREIGN KEY ("division_id", "other_person_id") REFERENCES "person"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tie" ADD CONSTRAINT "tie_division_id_other_circle_id_fkey" FOREIGN KEY ("division_id", "other_circle_id") REFERENCES "circle"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tie" ADD CONSTRAINT "tie_division_id_other_office_id_fkey" FOREIGN KEY ("division_id", "other_office_id") REFERENCES "office"("division_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table tie
  add constraint tie_one_end check (num_nonnulls(person_id, circle_id) = 1),
  add constraint tie_other_end check (num_nonnulls(other_person_id, other_circle_id, other_office_id) = 1),
  add constraint tie_of_two check (person_id <> other_person_id and circle_id <> other_circle_id),
  add constraint tie_in_order check (to_on >= from_on);

-- Ended, not removed, by those who keep the network; removed only with a person who is erased, or by a merge that makes
-- one end of two.
select tenancy.declare('tie', 'exact', '{place}', '{}', true);
select tenancy.keep_place('tie');
