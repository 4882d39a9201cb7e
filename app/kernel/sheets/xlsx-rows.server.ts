import { StringDecoder } from "node:string_decoder";
import { Refusal } from "~/kernel/refusal";
import { beginningOf, columnOf, LONGEST_CELL, MOST_COLUMNS, type Found, type SheetRow } from "./sheet";
import { MergedRows, mergedCells } from "./merged-cells.server";
import { sheetRefusal } from "./sniff.server";
import { openWorkbook, type Workbook } from "./workbook.server";
import { xmlParser } from "./xml-events.server";
import { openArchive } from "./zip-entries.server";

const MS_PER_DAY = 86_400_000;
/** Day 0 of both ways of counting; 1900 is held for a leap year, which shifts the days after it. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1);
/** Beyond this a number in a cell of days is no day of a working record (the year 2200). */
const LAST_SERIAL = 109_600;

/** A day's number as `YYYY-MM-DD`, or the number itself when it is none. */
function dayText(value: string, from1904: boolean): string {
  const serial = Math.floor(Number(value));
  if (!(serial >= 1 && serial <= LAST_SERIAL)) return value;
  const zero = from1904 ? DAY_ZERO_1904 : DAY_ZERO;
  return new Date(zero + serial * MS_PER_DAY).toISOString().slice(0, 10);
}

/** A number as it was typed: a long one never in powers of ten. */
function numberText(value: string): string {
  if (!/[eE]/.test(value)) return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? String(number) : value;
}

export class SheetReader {
  rows: SheetRow[] = [];
  /** Merged ranges as `A1:C1`; known after the last row. */
  merged: string[] = [];
  private row: SheetRow | null = null;
  private lastRow = 0;
  private column = -1;
  private type = "n";
  private style = 0;
  private value = "";
  private reads = false;
  private readonly parser;

  constructor(
    private readonly book: Workbook,
    private readonly found: Found,
    private readonly longest = LONGEST_CELL,
  ) {
    this.parser = xmlParser({
      open: ({ name, attributes }) => {
        if (name === "row") {
          this.lastRow = Number(attributes.r ?? this.lastRow + 1) || this.lastRow + 1;
          this.row = { number: this.lastRow, cells: [] };
          this.column = -1;
        } else if (name === "c") {
          this.column = columnOf(attributes.r ?? "") ?? this.column + 1;
          this.type = attributes.t ?? "n";
          this.style = Number(attributes.s ?? 0);
          this.value = "";
        } else if (name === "v" || name === "t") this.reads = true;
        else if (name === "f") found.formulas += 1;
        else if (name === "mergeCell" && attributes.ref) this.merged.push(attributes.ref);
      },
      text: (piece) => {
        if (this.reads && this.value.length <= this.longest) this.value += piece;
      },
      close: (name) => {
        if (name === "v" || name === "t") this.reads = false;
        else if (name === "c") this.endCell();
        else if (name === "row" && this.row) {
          this.rows.push(this.row);
          this.row = null;
        }
      },
    });
  }

  write(piece: string): void {
    this.parser.write(piece);
  }

  private text(): string {
    const { value } = this;
    switch (this.type) {
      case "s":
        return this.book.strings[Number(value)] ?? "";
      case "e":
        this.found.errors += 1;
        return "";
      case "b":
        return value;
      case "n":
        return this.book.isDay[this.style] ? dayText(value, this.book.from1904) : numberText(value);
      default:
        return value;
    }
  }

  private endCell(): void {
    if (!this.row || this.value === "") return;
    const text = beginningOf(this.text(), this.longest + 1);
    if (text === "") return;
    // A cell far to the side is remembered at the edge alone: a row is never as wide as the sheet may be.
    const at = Math.min(this.column, MOST_COLUMNS * 5);
    while (this.row.cells.length <= at) this.row.cells.push("");
    this.row.cells[at] = text;
  }
}

/**
 * Rows of the first visible sheet of a workbook, read piece by piece: the sheet is never whole in memory. Days come as
 * `YYYY-MM-DD`, formulas as their last result, merged cells as they look. Refuses what is damaged or no workbook.
 */
export async function* xlsxRows(bytes: Uint8Array, found: Found): AsyncGenerator<SheetRow[]> {
  try {
    const archive = await openArchive(bytes);
    const book = await openWorkbook(archive);
    const reader = new SheetReader(book, found);
    const merged = new MergedRows(await mergedCells(await archive.stream(book.sheetPath), found), found);
    const decoder = new StringDecoder("utf8");
    for await (const chunk of await archive.stream(book.sheetPath)) {
      reader.write(decoder.write(chunk as Buffer));
      if (reader.rows.length === 0) continue;
      yield reader.rows.map((row) => merged.asSeen(row));
      reader.rows = [];
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // Whatever a damaged archive or broken XML makes the readers throw is the file's fault.
    throw sheetRefusal("broken");
  }
}
