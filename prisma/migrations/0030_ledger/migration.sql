-- The issuer's ledger: one row for each text issued to many offices.
CREATE TABLE "issuance" (
    "division_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "source_kind" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "number" INTEGER,
    "text" TEXT NOT NULL,
    "addressees" TEXT NOT NULL,
    "deadline_kind" TEXT NOT NULL,
    "due_on" DATE,
    "cadence" TEXT,
    "issued_at" TIMESTAMPTZ NOT NULL,
    "issued_by_name" TEXT NOT NULL,

    CONSTRAINT "issuance_pkey" PRIMARY KEY ("division_id","id")
);

CREATE INDEX "issuance_division_id_issued_at_number_id_idx" ON "issuance"("division_id", "issued_at", "number", "id");
CREATE INDEX "issuance_division_id_record_id_idx" ON "issuance"("division_id", "record_id");

select tenancy.declare('issuance', 'nested', '{place}');

ALTER TABLE "resolution" ADD COLUMN "deadline_days" INTEGER, ADD COLUMN "deadline_unit" TEXT;

-- A re-dating keeps both days in the timeline.
ALTER TABLE "obligation_event" ADD COLUMN "due_from" DATE, ADD COLUMN "due_to" DATE;

DROP INDEX "obligation_source_division_id_source_id_idx";
CREATE INDEX "obligation_source_division_id_source_id_division_id_idx" ON "obligation"("source_division_id", "source_id", "division_id");
CREATE INDEX "obligation_division_id_state_issued_at_id_idx" ON "obligation"("division_id", "state", "issued_at", "id");
CREATE INDEX "obligation_source_division_id_state_issued_at_id_idx" ON "obligation"("source_division_id", "state", "issued_at", "id");

-- Two doors that tenancy.declare does not know:
-- office-audit  an officer by personal link leaves his audit entries in the place of his office
-- place-links   staff read, renew and revoke the links of the offices of their very place
create function tenancy.open_door(tbl text, door text, using_clause text, verbs text[]) returns void language plpgsql as $fn$
declare
  app text := quote_ident(tenancy.application_role());
  v text;
begin
  foreach v in array verbs loop
    execute format('create policy %I on %I for %s to %s %s', tbl || '_' || door || '_' || v, tbl, v, app,
      case v
        when 'insert' then format('with check (%s)', using_clause)
        when 'update' then format('using (%s) with check (%s)', using_clause, using_clause)
        else format('using (%s)', using_clause)
      end);
  end loop;
  update tenancy.declaration set doors = doors || door where table_name = tbl;
end
$fn$;

select tenancy.open_door('audit_entry', 'office-audit',
  $$(select nullif(current_setting('app.kind', true), '')) = 'office'
    and division_id = (select nullif(current_setting('app.office_division', true), '')::int)
    and actor_key = (select nullif(current_setting('app.key', true), ''))$$,
  '{insert}');

select tenancy.open_door('personal_link', 'place-links',
  $$kind = 'office' and division_id = (select nullif(current_setting('app.division', true), '')::int)$$,
  '{select,update}');
