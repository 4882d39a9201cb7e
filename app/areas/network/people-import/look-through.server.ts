import { sheetRows } from "~/kernel/sheets/sheet-rows.server";
import type { IsoDate } from "~/lib/jalali";
import type { ColumnChoice } from "./fields";
import { isRefusing, type Preview, type Problem } from "./problems";
import { readRow } from "./read-row";

const EXAMPLES = 40;

type Example = Preview["examples"][number];

/** What a row says of its person before anybody is known by it. */
function nameIn(cells: readonly string[], columns: readonly ColumnChoice[]): string {
  const cell = (choice: ColumnChoice) => cells[columns.indexOf(choice)] ?? "";
  return (cell("full-name") || `${cell("first-name")} ${cell("last-name")}`).trim().slice(0, 60);
}

/** Looks through a whole file and writes nothing: how many rows can be taken, and what is wrong with which. */
export async function lookThrough(
  bytes: Uint8Array,
  headerRow: number,
  columns: readonly ColumnChoice[],
  today: IsoDate,
): Promise<Preview> {
  const counts: Partial<Record<Problem, number>> = {};
  const refusedOnes: Example[] = [];
  const others: Example[] = [];
  let good = 0;
  let refused = 0;
  for await (const rows of sheetRows(bytes)) {
    for (const { number, cells } of rows) {
      if (number <= headerRow) continue;
      const { person, problems } = readRow(cells, columns, today);
      if (person) good += 1;
      else refused += 1;
      for (const problem of problems) counts[problem] = (counts[problem] ?? 0) + 1;
      const list = problems.some(isRefusing) ? refusedOnes : others;
      if (problems.length === 0 || list.length === EXAMPLES) continue;
      // Without a number there is nothing to mend: such rows are counted and not shown.
      if (problems.every((problem) => problem === "no-mobile")) continue;
      const mobile = (cells[columns.indexOf("mobile")] ?? "").slice(0, 30);
      list.push({ number, name: nameIn(cells, columns), mobile, problems });
    }
  }
  return { good, refused, counts, examples: [...refusedOnes, ...others].slice(0, EXAMPLES) };
}
