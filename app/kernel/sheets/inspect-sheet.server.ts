import {
  beginningOf,
  columnName,
  MOST_COLUMNS,
  MOST_ROWS,
  nothingFound,
  type Found,
  type SheetRow,
} from "./sheet";
import { sheetRows } from "./sheet-rows.server";
import { sheetRefusal } from "./sniff.server";

/** Above the headers stand at most so many rows: a title, a date, the mark of an export. */
const LOOKED_AT = 12;
const SAMPLES = 5;

export type Inspected = {
  /** Where the headers stand; rows after it are the list. */
  headerRow: number;
  headers: string[];
  /** Rows of the list. */
  rows: number;
  /** The first rows of the list. */
  samples: string[][];
  formulas: number;
  errors: number;
};

/** The row that is likeliest to hold the headers: most of its cells are known, else the first with most cells. */
function headerOf(rows: readonly SheetRow[], isHeader: (cell: string) => boolean): SheetRow | undefined {
  const weight = ({ cells }: SheetRow) =>
    cells.filter((cell) => cell !== "" && isHeader(cell)).length * 1000 +
    cells.filter((cell) => cell !== "").length;
  return rows.reduce<SheetRow | undefined>(
    (best, row) => (best && weight(best) >= weight(row) ? best : row),
    undefined,
  );
}

/** Merged cells in the list: a value then stands for several rows or columns, and nobody can tell which. */
function refuseMerged({ merged }: Found, headerRow: number): void {
  const inList = merged.find((range) => Number(/(\d+)$/.exec(range)?.[1] ?? 0) >= headerRow);
  if (inList) throw sheetRefusal("merged", { range: inList });
}

/**
 * Reads a file once from its first row to its last and says what list it holds. Refuses what cannot be brought in, each
 * with its own sentence: no rows, too many rows or columns, merged cells in the list.
 */
export async function inspectSheet(
  bytes: Uint8Array,
  isHeader: (cell: string) => boolean,
): Promise<Inspected> {
  const found = nothingFound();
  const top: SheetRow[] = [];
  let rows = 0;
  let width = 0;
  for await (const some of sheetRows(bytes, found)) {
    for (const row of some) {
      if (top.length < LOOKED_AT + SAMPLES) top.push(row);
      width = Math.max(width, row.cells.length);
    }
    rows += some.length;
    if (width > MOST_COLUMNS) throw sheetRefusal("columns", { most: MOST_COLUMNS });
    if (rows > MOST_ROWS) throw sheetRefusal("rows", { most: MOST_ROWS });
  }
  const header = headerOf(top.slice(0, LOOKED_AT), isHeader);
  if (!header) throw sheetRefusal("empty");
  refuseMerged(found, header.number);
  const above = top.filter(({ number }) => number <= header.number).length;
  if (rows === above) throw sheetRefusal("no-rows");
  const headers = Array.from({ length: width }, (_, index) => header.cells[index]?.trim() ?? "");
  return {
    headerRow: header.number,
    headers: headers.map((text, index) => beginningOf(text, 120) || columnName(index)),
    rows: rows - above,
    samples: top
      .slice(above, above + SAMPLES)
      .map(({ cells }) => cells.map((cell) => beginningOf(cell, 120))),
    formulas: found.formulas,
    errors: found.errors,
  };
}
