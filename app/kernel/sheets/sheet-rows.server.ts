import { setImmediate as breath } from "node:timers/promises";
import { csvRows } from "./csv-rows.server";
import { nothingFound, type Found, type SheetRow } from "./sheet";
import { sniffSheet } from "./sniff.server";
import { vcardRows } from "./vcard-rows.server";
import { xlsxRows } from "./xlsx-rows.server";

/** Rows handed on at a time. */
const AT_ONCE = 500;

/** What no database takes as text: a file may be made to hold it. */
const NO_TEXT = /\0|\p{Surrogate}/u;
const EVERY_NO_TEXT = /\0|\p{Surrogate}/gu;

function withoutNoText(row: SheetRow): SheetRow {
  if (!row.cells.some((cell) => NO_TEXT.test(cell))) return row;
  return { ...row, cells: row.cells.map((cell) => cell.replace(EVERY_NO_TEXT, "")) };
}

const isFilled = ({ cells }: SheetRow) => cells.some((cell) => cell.trim() !== "");

/**
 * The rows of a list in a file, XLSX, CSV or vCard by its content, some hundred at a time; others get their turn in between.
 * Empty rows are left out. `found` gathers what else is in the file.
 */
export async function* sheetRows(
  bytes: Uint8Array,
  found: Found = nothingFound(),
): AsyncGenerator<SheetRow[]> {
  const { kind, encoding = "utf-8" } = sniffSheet(bytes);
  if (kind === "xlsx") {
    for await (const rows of xlsxRows(bytes, found)) yield rows.map(withoutNoText).filter(isFilled);
    return;
  }
  let gathered: SheetRow[] = [];
  const read = kind === "vcard" ? vcardRows : csvRows;
  for (const one of read(bytes, encoding)) {
    const row = withoutNoText(one);
    if (isFilled(row)) gathered.push(row);
    if (gathered.length < AT_ONCE) continue;
    yield gathered;
    gathered = [];
    await breath();
  }
  yield gathered;
}
