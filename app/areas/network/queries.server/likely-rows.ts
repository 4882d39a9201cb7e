import type { Db } from "~/kernel/db.server";
import { decodeCursor, pageOf, type Page } from "~/lib/paging";
import type { Reason } from "../duplicates/likeness";
import { LIKELY_ROWS, type RowDecision, type RowQuestion } from "../people-import/problems";

/** A row of a list beside whom it may mean: somebody of the county, or of an earlier row, of whom the name alone is told. */
export type LikelyRow = {
  rowNumber: number;
  fullName: string;
  mobile: string | null;
  locality: string | null;
  decision: RowDecision | null;
  question: RowQuestion;
  reasons: Reason[];
  personId: string | null;
  otherRow: number | null;
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
    select t.row_number as "rowNumber", t.full_name as "fullName", t.mobile, t.locality, t.decision, t.question, t.reasons,
      t.person_id::text as "personId", t.other_row as "otherRow", coalesce(p.full_name, t.other_name) as "personName", p.mobile as "personMobile", p.locality as "personLocality"
    from person_import_twin t left join person p on p.division_id = t.division_id and p.id = t.person_id
    where t.division_id = ${divisionId} and t.import_id = ${importId}::uuid and t.row_number > ${after}::int
    order by t.row_number limit ${LIKELY_ROWS + 1}`;
  return pageOf(rows, LIKELY_ROWS, (row) => [row.rowNumber]);
}

/** How many of them stand under each decision, and of how many nothing is said yet. */
export async function countLikelyRows(db: Db, divisionId: number, importId: string) {
  const rows = await db.$queryRaw<{ isLikely: boolean; decision: RowDecision | null; count: number }[]>`
    select question = 'likely' as "isLikely", decision, count(*)::int as count from person_import_twin
    where division_id = ${divisionId} and import_id = ${importId}::uuid group by 1, 2`;
  const of = (isLikely: boolean, decision: RowDecision | null) =>
    rows.find((row) => row.isLikely === isLikely && row.decision === decision)?.count ?? 0;
  const figures = (isLikely: boolean) => ({
    update: of(isLikely, "update"),
    add: of(isLikely, "add"),
    leftOut: of(isLikely, "leave-out"),
    open: of(isLikely, null),
  });
  return {
    all: rows.reduce((sum, { count }) => sum + count, 0),
    /** Rows that are taken as they are unless something is said. */
    likely: figures(true),
    /** Rows that are not taken unless it is said who is meant. */
    asked: figures(false),
  };
}
export type LikelyCounts = Awaited<ReturnType<typeof countLikelyRows>>;
