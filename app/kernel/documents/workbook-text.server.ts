import { StringDecoder } from "node:string_decoder";
import { Refusal } from "~/kernel/refusal";
import { blockOf, nothingFound, type Block, type SheetRow } from "~/kernel/sheets/sheet";
import { sheetRefusal } from "~/kernel/sheets/sniff.server";
import { openWorkbook, type Workbook } from "~/kernel/sheets/workbook.server";
import { SheetReader } from "~/kernel/sheets/xlsx-rows.server";
import { openArchive, type Archive } from "~/kernel/sheets/zip-entries.server";
import { jalaliOf, type IsoDate } from "~/lib/jalali";
import { cellText, filledRow, LARGEST_PART, LONGEST_DOCUMENT, type DocumentText } from "./document-text";

/** No cell of a workbook holds more. */
const LONGEST_TEXT = 32_767;

/** A sheet of minutes is no wider; what lies further aside is left out. */
const WIDEST = 40;

/** A day of the sheet's own is Gregorian; minutes are written in Jalali days. */
function inJalali(text: string): string {
  if (!/^(?:19|20)\d\d-\d\d-\d\d$/.test(text)) return text;
  const { jy, jm, jd } = jalaliOf(text as IsoDate);
  return `${jy}/${String(jm).padStart(2, "0")}/${String(jd).padStart(2, "0")}`;
}

async function rowsOf(archive: Archive, book: Workbook, path: string) {
  const found = nothingFound();
  const reader = new SheetReader(book, found, LONGEST_TEXT);
  const decoder = new StringDecoder("utf8");
  const rows: SheetRow[] = [];
  let length = 0;
  for await (const chunk of await archive.stream(path, LARGEST_PART)) {
    reader.write(decoder.write(chunk as Buffer));
    for (const { number, cells } of reader.rows) {
      const kept = cells.slice(0, WIDEST).map((cell) => cellText(inJalali(cell)));
      if (kept.some((cell) => cell !== "")) rows.push({ number, cells: kept });
      length += kept.reduce((sum, cell) => sum + cell.length, 1);
    }
    reader.rows = [];
    if (length > LONGEST_DOCUMENT) throw sheetRefusal("too-large-inside");
  }
  return { rows, merged: reader.merged.flatMap(blockOf) };
}

/** The cells of every row, with what cells merged from above say. */
function filledRows(rows: readonly SheetRow[], starts: ReadonlyMap<string, Block>): string[][] {
  const open = new Map<number, Block>();
  let above: string[] = [];
  return rows.map(({ number, cells }) => {
    const width = Math.max(0, cells.length, ...[...open.keys()].map((column) => column + 1));
    const merged = Array.from({ length: width }, (_, column) => ({
      text: cells[column] ?? "",
      isMergedFromAbove: (open.get(column)?.lastRow ?? 0) >= number,
    }));
    above = filledRow(merged, above);
    cells.forEach((_, column) => {
      const range = starts.get(`${number} ${column}`);
      if (range && range.lastRow > number) open.set(column, range);
    });
    for (const [column, range] of open) if (range.lastRow <= number) open.delete(column);
    return above;
  });
}

/**
 * The rows as lines. What stands alone in its row is a paragraph when it is written over several columns, or at the
 * beginning of the row with no table on both sides.
 */
function linesOf(rows: readonly SheetRow[], merged: readonly Block[]): string[] {
  const starts = new Map(merged.map((range) => [`${range.row} ${range.column}`, range]));
  const filled = filledRows(rows, starts);
  const used = filled.map((cells) => cells.flatMap((text, column) => (text === "" ? [] : [column])));
  const isTabled = (at: number) => (used[at]?.length ?? 0) > 1;
  let last = 0;
  return filled.flatMap((cells, at) => {
    const number = rows[at]?.number ?? 0;
    const gap = last > 0 && number > last + 1 ? [""] : [];
    last = number;
    const [only, ...others] = used[at] ?? [];
    if (only !== undefined && others.length === 0) {
      const range = starts.get(`${number} ${only}`);
      const isWide = range !== undefined && range.lastColumn > only;
      const isWithin = isTabled(at - 1) && isTabled(at + 1);
      if (isWide || (only === 0 && !isWithin)) return [...gap, cells[only] ?? ""];
      return [...gap, `${cells.join("\t")}\t`];
    }
    return [...gap, cells.join("\t")];
  });
}

/**
 * The text of every visible sheet of a workbook, its rows as lines. Days come as Jalali ones. Refuses what is damaged,
 * behind a password, or too large inside.
 */
export async function workbookText(bytes: Uint8Array): Promise<DocumentText> {
  try {
    const archive = await openArchive(bytes);
    const book = await openWorkbook(archive, LONGEST_TEXT);
    const lines: string[] = [];
    for (const path of book.sheetPaths) {
      const { rows, merged } = await rowsOf(archive, book, path);
      lines.push(...linesOf(rows, merged), "");
    }
    return lines.join("\n");
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw sheetRefusal("broken");
  }
}
