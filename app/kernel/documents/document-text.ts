/**
 * A document as lines of text: a paragraph is a line, a row of a table is a line whose cells are parted by tabs, and the
 * paragraphs of one cell are parted by U+2029.
 */
export type DocumentText = string;

/** Between paragraphs that share a cell. */
export const PARAGRAPH = "\u2029";

/** Most characters that are taken from one document: some two thousand pages. */
export const LONGEST_DOCUMENT = 4_000_000;

/** Largest part of a packed document that is unpacked, in bytes; two hundred pages take a tenth of it. */
export const LARGEST_PART = 48 * 1024 * 1024;

/** A row: what is written over several rows counts for each, unless the row is the rest of a numbered one. */
export type MergedCell = { text: string; isMergedFromAbove: boolean };

const NUMBER_ALONE = /^[\s(]*[0-9۰-۹٠-٩]{1,4}[\s).:-]*$/;

/** The cells of a row, with what a merged cell above them says filled in. */
export function filledRow(cells: readonly MergedCell[], above: readonly string[]): string[] {
  const isRestOfNumbered = cells.some(
    ({ isMergedFromAbove }, at) => isMergedFromAbove && NUMBER_ALONE.test(above[at] ?? ""),
  );
  return cells.map(({ text, isMergedFromAbove }, at) =>
    isMergedFromAbove && text === "" && !isRestOfNumbered ? (above[at] ?? "") : text,
  );
}

/** The text of a cell: no tab and no line end inside it. */
export function cellText(text: string): string {
  return text
    .replace(/\t/g, " ")
    .replace(/[\r\n\u2028]+/g, PARAGRAPH)
    .replace(/^[\s\u2029]+|[\s\u2029]+$/g, "");
}
