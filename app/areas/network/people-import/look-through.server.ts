import { beginningOf } from "~/kernel/sheets/sheet";
import { sheetRows } from "~/kernel/sheets/sheet-rows.server";
import type { IsoDate } from "~/lib/jalali";
import type { ColumnChoice } from "./fields";
import { shownCell } from "./code-cell";
import { isRefusing, type Preview, type Problem } from "./problems";
import { readRow, type GivenPerson } from "./read-row";

/** Rows are compared with the county's people for this long, in milliseconds; the rest when they are in. */
const LONGEST_COMPARING = 12_000;

/** A row that can be taken. */
export type TakenRow = { number: number; person: GivenPerson };

const EXAMPLES = 40;
const COMPARED_AT_ONCE = 1000;

type Example = Preview["examples"][number];

/** What a row says of its person before anybody is known by it. */
function nameIn(cells: readonly string[], columns: readonly ColumnChoice[]): string {
  const cell = (choice: ColumnChoice) => cells[columns.indexOf(choice)] ?? "";
  return beginningOf((cell("full-name") || `${cell("first-name")} ${cell("last-name")}`).trim(), 60);
}

/**
 * Looks through a whole file and writes nobody: how many rows can be taken, and what is wrong with which. `compare` is given
 * the rows that can be taken, some at a time, and answers how many of them may be somebody whom the county knows.
 */
export async function lookThrough(
  bytes: Uint8Array,
  headerRow: number,
  columns: readonly ColumnChoice[],
  today: IsoDate,
  lunarDays: boolean,
  compare: (rows: readonly TakenRow[]) => Promise<number>,
): Promise<Preview> {
  const counts: Partial<Record<Problem, number>> = {};
  const refusedOnes: Example[] = [];
  const others: Example[] = [];
  let good = 0;
  let refused = 0;
  let uncompared = 0;
  let likely = 0;
  let taken: TakenRow[] = [];
  let comparing = 0;
  const compareTaken = async () => {
    if (comparing > LONGEST_COMPARING) {
      uncompared += taken.length;
    } else if (taken.length > 0) {
      const begun = performance.now();
      likely += await compare(taken);
      comparing += performance.now() - begun;
    }
    taken = [];
  };
  for await (const rows of sheetRows(bytes)) {
    for (const { number, cells } of rows) {
      if (number <= headerRow) continue;
      const { person, problems } = readRow(cells, columns, today, lunarDays);
      if (person) {
        good += 1;
        taken.push({ number, person });
      } else refused += 1;
      for (const problem of problems) counts[problem] = (counts[problem] ?? 0) + 1;
      const list = problems.some(isRefusing) ? refusedOnes : others;
      if (problems.length === 0 || list.length === EXAMPLES) continue;
      // Without a number there is nothing to mend: such rows are counted and not shown.
      if (problems.every((problem) => problem === "no-mobile")) continue;
      const mobile = shownCell(beginningOf(cells[columns.indexOf("mobile")] ?? "", 30), "mobile");
      list.push({ number, name: nameIn(cells, columns), mobile, problems });
    }
    if (taken.length >= COMPARED_AT_ONCE) await compareTaken();
  }
  await compareTaken();
  if (likely > 0) counts.likely = likely;
  return { good, refused, counts, uncompared, examples: [...refusedOnes, ...others].slice(0, EXAMPLES) };
}
