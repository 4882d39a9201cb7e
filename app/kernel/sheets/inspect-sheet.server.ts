import {
  beginningOf,
  blockOf,
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

/** Rows that headings may take: a group over its columns, and their names. */
const HEADING_ROWS = 3;

/**
 * The last row of the headings, where some are merged down over several rows. Refuses a heading merged down into the list:
 * whether it is one, or says something of those rows, nobody can tell.
 */
function lastHeadingRow({ merged }: Found, header: SheetRow): number {
  const down = merged
    .flatMap((reference) => blockOf(reference).map((block) => ({ ...block, reference })))
    .filter(({ row, lastRow }) => row <= header.number && lastRow > header.number);
  const long = down.find(({ lastRow }) => lastRow - header.number >= HEADING_ROWS);
  if (long) throw sheetRefusal("merged", { range: long.reference });
  return Math.max(header.number, ...down.map(({ lastRow }) => lastRow));
}

/** The headings of each column: the lowest text of the heading rows, where they are several. */
const headingCells = (rows: readonly SheetRow[], width: number): string[] =>
  Array.from(
    { length: width },
    (_, index) =>
      rows
        .toReversed()
        .map(({ cells }) => cells[index]?.trim() ?? "")
        .find((text) => text !== "") ?? "",
  );

/**
 * Reads a file once from its first row to its last and says what list it holds. Refuses what cannot be brought in, each
 * with its own sentence: no rows, too many rows or columns, a heading merged down into the list.
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
  const headerRow = lastHeadingRow(found, header);
  const above = top.filter(({ number }) => number <= headerRow).length;
  if (rows === above) throw sheetRefusal("no-rows");
  const headings = top.filter(({ number }) => number >= header.number && number <= headerRow);
  const headers = headingCells(headings, width);
  return {
    headerRow,
    headers: headers.map((text, index) => beginningOf(text, 120) || columnName(index)),
    rows: rows - above,
    samples: top
      .slice(above, above + SAMPLES)
      .map(({ cells }) => cells.map((cell) => beginningOf(cell, 120))),
    formulas: found.formulas,
    errors: found.errors,
  };
}
