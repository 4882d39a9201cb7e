import { beginningOf, blockOf, nothingFound, type Found } from "~/kernel/sheets/sheet";
import { sheetRows } from "~/kernel/sheets/sheet-rows.server";
import type { IsoDate } from "~/lib/jalali";
import type { ColumnChoice } from "./fields";
import { shownCell } from "./code-cell";
import type { KnownNames } from "./known-names";
import { isRefusing, type Preview, type Problem } from "./problems";
import type { GivenPerson } from "./read-row";
import { readSheetRow } from "./read-sheet-row";
import type { FoundRow } from "./found-rows.server";

/** Rows are compared with people of other spellings for this long, in milliseconds; the rest when they are in. */
const LONGEST_COMPARING = 12_000;

/** A row that can be taken, with its number as it stands in the file and what is worth a look in it. */
export type TakenRow = { number: number; person: GivenPerson; mobile: string; problems: Problem[] };

/** What would become of some rows. */
export type Compared = Record<"added" | "updated" | "unchanged", number> & {
  /** Rows to say something of. */
  found: FoundRow[];
  /** By the index of the row. */
  refused: Map<number, Problem>;
  repeats: Preview["repeats"];
};

const EXAMPLES = 40;
const COMPARED_AT_ONCE = 1000;

type Example = Preview["examples"][number];

/** What a row says of its person before anybody is known by it. */
function nameIn(cells: readonly string[], columns: readonly ColumnChoice[]): string {
  const cell = (choice: ColumnChoice) => cells[columns.indexOf(choice)] ?? "";
  return beginningOf((cell("full-name") || `${cell("first-name")} ${cell("last-name")}`).trim(), 60);
}

/** Headings that are merged over several columns and stand in the lowest of the heading rows. */
const headsOverColumns = ({ merged }: Found, headerRow: number, headers: readonly string[]): string[] =>
  merged
    .flatMap(blockOf)
    .filter(({ lastRow, column, lastColumn }) => lastRow === headerRow && lastColumn > column)
    .flatMap(({ column }) => headers[column] ?? []);

/**
 * Looks through a whole file and writes nobody: what would become of its rows, and what is wrong with which. `compare` is
 * given the rows that can be taken, some at a time, and whether to hurry.
 */
export async function lookThrough(
  bytes: Uint8Array,
  { headerRow, headers }: { headerRow: number; headers: readonly string[] },
  columns: readonly ColumnChoice[],
  { today, lunarDays, names }: { today: IsoDate; lunarDays: boolean; names: KnownNames },
  compare: (rows: readonly TakenRow[], isHurried: boolean) => Promise<Compared>,
): Promise<{ preview: Preview; found: FoundRow[] }> {
  const counts: Partial<Record<Problem, number>> = {};
  const refusedOnes: Example[] = [];
  const others: Example[] = [];
  const repeats: Preview["repeats"] = [];
  const found: FoundRow[] = [];
  const sum = { added: 0, updated: 0, unchanged: 0, repeated: 0, refused: 0 };
  let uncompared = 0;
  let taken: TakenRow[] = [];
  let comparing = 0;
  const show = (example: Example) => {
    const { problems } = example;
    const list = problems.some(isRefusing) ? refusedOnes : others;
    if (problems.length === 0 || list.length === EXAMPLES) return;
    // Without a number there is nothing to mend: such rows are counted and not shown.
    if (problems.every((problem) => problem === "no-mobile")) return;
    list.push(example);
  };
  const count = (problems: readonly Problem[]) => {
    for (const problem of problems) counts[problem] = (counts[problem] ?? 0) + 1;
  };
  const compareTaken = async () => {
    if (taken.length === 0) return;
    const isHurried = comparing > LONGEST_COMPARING;
    const begun = performance.now();
    const compared = await compare(taken, isHurried);
    comparing += performance.now() - begun;
    if (isHurried) uncompared += compared.added;
    for (const kind of ["added", "updated", "unchanged"] as const) sum[kind] += compared[kind];
    sum.refused += compared.refused.size;
    sum.repeated += compared.repeats.length;
    repeats.push(...compared.repeats.slice(0, EXAMPLES - repeats.length));
    found.push(...compared.found);
    taken.forEach(({ number, person, mobile, problems }, at) => {
      const late = compared.refused.get(at);
      if (late) count([late]);
      show({
        number,
        name: beginningOf(person.fullName, 60),
        mobile,
        problems: late ? [late, ...problems] : problems,
      });
    });
    taken = [];
  };
  const inFile = nothingFound();
  for await (const rows of sheetRows(bytes, inFile)) {
    for (const row of rows) {
      const { number, cells } = row;
      if (number <= headerRow) continue;
      const { person, problems } = readSheetRow(row, columns, { today, lunarDays, names });
      const mobile = shownCell(beginningOf(cells[columns.indexOf("mobile")] ?? "", 30), "mobile");
      count(problems);
      if (person) taken.push({ number, person, mobile, problems });
      else {
        sum.refused += 1;
        show({ number, name: nameIn(cells, columns), mobile, problems });
      }
      if (taken.length === COMPARED_AT_ONCE) await compareTaken();
    }
  }
  await compareTaken();
  const likely = found.filter(({ question }) => question === "likely").length;
  if (likely > 0) counts.likely = likely;
  const asked = found.length - likely;
  const examples = [...refusedOnes, ...others].slice(0, EXAMPLES);
  const merged = {
    mergedHeads: headsOverColumns(inFile, headerRow, headers),
    headings: inFile.headings.filter((number) => number > headerRow).length,
  };
  return { preview: { ...sum, asked, counts, uncompared, examples, repeats, ...merged }, found };
}
