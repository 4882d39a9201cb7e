-- What the places below read of a council: what founds it, what it is for and who presides, by post. Who sits in it, and its
-- sessions, stay where they are. It follows the council by itself, with the titles that the posts have when it is written.
CREATE TABLE "council_statute" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name_fa" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "parent_fa" TEXT,
    "parent_en" TEXT,
    "basis" TEXT,
    "duties" TEXT,
    "chair_fa" TEXT,
    "chair_en" TEXT,
    "secretary_fa" TEXT,
    "secretary_en" TEXT,
    "quorum_kind" TEXT NOT NULL,
    "quorum_count" INTEGER,
    "founded_on" DATE,
    "dissolved_on" DATE,
    "published_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "council_statute_pkey" PRIMARY KEY ("division_id", "id")
);
CREATE INDEX "council_statute_division_id_name_fa_id_idx" ON "council_statute" ("division_id", "name_fa", "id");
ALTER TABLE "council_statute" ADD CONSTRAINT "council_statute_council_fkey"
  FOREIGN KEY ("division_id", "id") REFERENCES "council" ("division_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
select tenancy.declare('council_statute', 'flows-down');
select tenancy.keep_place('council_statute');

create function tell_council_below() returns trigger language plpgsql as $$
begin
  insert into council_statute (division_id, id, kind, name_fa, name_en, parent_fa, parent_en, basis, duties,
      chair_fa, chair_en, secretary_fa, secretary_en, quorum_kind, quorum_count, founded_on, dissolved_on, published_at)
    select new.division_id, new.id, new.kind, new.name_fa, new.name_en, p.name_fa, p.name_en, new.basis, new.duties,
      c.title_fa, c.title_en, s.title_fa, s.title_en, new.quorum_kind, new.quorum_count, new.founded_on, new.dissolved_on,
      new.created_at
    from (values (1)) one
      left join council p on p.division_id = new.division_id and p.id = new.parent_id
      left join post c on c.division_id = new.division_id and c.id = new.chair_post_id
      left join post s on s.division_id = new.division_id and s.id = new.secretary_post_id
  on conflict (division_id, id) do update set kind = excluded.kind, name_fa = excluded.name_fa,
    name_en = excluded.name_en, parent_fa = excluded.parent_fa, parent_en = excluded.parent_en, basis = excluded.basis,
    duties = excluded.duties, chair_fa = excluded.chair_fa, chair_en = excluded.chair_en,
    secretary_fa = excluded.secretary_fa, secretary_en = excluded.secretary_en, quorum_kind = excluded.quorum_kind,
    quorum_count = excluded.quorum_count, founded_on = excluded.founded_on, dissolved_on = excluded.dissolved_on;
  return null;
end $$;
create trigger council_told_below after insert or update on council for each row execute function tell_council_below();
update council set revision = revision;
