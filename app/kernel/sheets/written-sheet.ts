import type { SheetKind } from "./sheet";

/** A list on its way into a file. */
export type WrittenSheet = {
  /** Name of the sheet and of the file. */
  title: string;
  /** Who took the list out, when and why: stands above the list and at the foot of every printed page. */
  mark: string[];
  headers: string[];
  /** Width of each column, in characters. */
  widths: number[];
  rows: AsyncIterable<string[][]>;
  /** Right to left, as Persian is read. */
  isRightToLeft: boolean;
};

export const CONTENT_TYPE: Record<SheetKind, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};
