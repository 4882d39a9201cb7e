import type { Db } from "~/kernel/db.server";
import { decodeCursor, pageOf, type Page } from "~/lib/paging";
import type { Reason } from "../duplicates/likeness";
import { LIKELY_ROWS, type RowDecision } from "../people-import/problems";

/** A row of a list beside the person of the county who may be the same. */
export type LikelyRow = {
  rowNumber: number;
  fullName: string;
  mobile: string | null;
  locality: string | null;
  decision: RowDecision | null;
  reasons: Reason[];
  personId: string;
  personName: string;
  personMobile: string | null;
  personLocality: string | null;
};

/** Rows of a list that may be somebody of the county, in the order of the file. */
export async function listLikelyRows(
  db: Db,
  divisionId: number,
  importId: string,
  cursor?: string | null,
): Promise<Page<LikelyRow>> {
  const [after] = decodeCursor(cursor, ["integer"]) ?? [0];
  const rows = await db.$queryRaw<LikelyRow[]>`
    select t.row_number as "rowNumber", t.full_name as "fullName", t.mobile, t.locality, t.decision, t.reasons,
      t.person_id::text as "personId", p.full_name as "personName", p.mobile as "personMobile", p.locality as "personLocality"
    from person_import_twin t join person p on p.division_id = t.division_id and p.id = t.person_id
    where t.division_id = ${divisionId} and t.import_id = ${importId}::uuid and t.row_number > ${after}::int
    order by t.row_number limit ${LIKELY_ROWS + 1}`;
  return pageOf(rows, LIKELY_ROWS, (row) => [row.rowNumber]);
}

/** How many of them stand under each decision; under null those of which nothing is said yet. */
export async function countLikelyRows(db: Db, divisionId: number, importId: string) {
  const rows = await db.$queryRaw<{ decision: RowDecision | null; count: number }[]>`
    select decision, count(*)::int as count from person_import_twin
    where division_id = ${divisionId} and import_id = ${importId}::uuid group by decision`;
  const of = (decision: RowDecision | null) => rows.find((row) => row.decision === decision)?.count ?? 0;
  return {
    all: rows.reduce((sum, { count }) => sum + count, 0),
    update: of("update"),
    add: of("add"),
    leftOut: of("leave-out"),
    open: of(null),
  };
}
export type LikelyCounts = Awaited<ReturnType<typeof countLikelyRows>>;
