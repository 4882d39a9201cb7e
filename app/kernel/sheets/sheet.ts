/**
 * A row of a list as a file gives it: the place of the row in the file (1 is the first), its cells as text, and which of
 * them say what a cell merged down from above says.
 */
export type SheetRow = { number: number; cells: string[]; fromAbove?: readonly number[] };

export type SheetKind = "xlsx" | "csv";

/** What a reader of a file came upon beside its rows. */
export type Found = {
  /** Cells that were formulas: their last result was taken. */
  formulas: number;
  /** Cells that hold an error of the sheet (#REF!). */
  errors: number;
  /** Merged ranges as `A1:C1`. */
  merged: string[];
  /** Rows that are one text merged over the whole width: headings, and left out. */
  headings: number[];
};

export const nothingFound = (): Found => ({ formulas: 0, errors: 0, merged: [], headings: [] });

/** Largest file that is read, in bytes; most rows, columns, and characters of a cell that are taken from it. */
export const LARGEST_SHEET = 16 * 1024 * 1024;
export const MOST_ROWS = 60_000;
export const MOST_COLUMNS = 200;
export const LONGEST_CELL = 3000;

/** The beginning of a cell, on a whole character: half of one is no text that a database takes. */
export const beginningOf = (text: string, longest: number): string =>
  text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "");

/** A column's name as sheets call it: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnName(rest) : "") + String.fromCharCode(65 + (index % 26));
}

/** The index of a cell's column by its reference: `AB12` is 27. Undefined for what is no reference. */
export function columnOf(reference: string): number | undefined {
  const [, letters] = /^([A-Z]{1,3})\d+$/.exec(reference) ?? [];
  if (!letters) return undefined;
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Merged cells: rows as they are numbered in the file, columns from 0. */
export type Block = { row: number; column: number; lastRow: number; lastColumn: number };

/** The block of a reference: `B2:C4`. None for what is no reference of a block. */
export function blockOf(reference: string): Block[] {
  const [from = "", to = ""] = reference.split(":");
  const [column, lastColumn] = [columnOf(from), columnOf(to)];
  const [row, lastRow] = [from, to].map((cell) => Number(/\d+$/.exec(cell)?.[0] ?? 0));
  return column === undefined || lastColumn === undefined || !row || !lastRow
    ? []
    : [{ row, column, lastRow, lastColumn }];
}
