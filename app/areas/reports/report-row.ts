/** What the rules look at in a report: its place and the place it is sent to. */
export type ReportRow = { divisionId: number; parentId: number };

/** A report's row for the rules: a county's goes to its province, a province's to the nation. */
export function reportRow(divisionId: number): ReportRow {
  return { divisionId, parentId: divisionId % 1000 === 0 ? 0 : Math.floor(divisionId / 1000) * 1000 };
}
