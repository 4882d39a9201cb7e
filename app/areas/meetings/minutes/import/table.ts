import { foldPattern } from "~/lib/written-names/letters";
import type { Cell, Line } from "./layout";
import { endsSentence, isAfterLast, isEarlierHeading, isPoint, isResolutionsHeading } from "./paragraphs";
import { textOf } from "~/lib/written-names/passage";
import type { Source } from "~/lib/written-names/source";

/** One row of the table of resolutions, before anyone knows which cell is which. */
export interface TableRow {
  cells: Cell[];
  line: number;
  /** What the heading says of each cell, where the row has as many. */
  roles?: readonly Role[];
  /** A paragraph below a row that breaks off: where a sheet ends, nothing shows that it stood in a column. */
  isLoose?: true;
}

export type Role = "order" | "what" | "who" | "when" | null;

export interface Table {
  rows: TableRow[];
  /** False when no heading «ردیف | شرح مصوبات | …» was found and rows were told by their numbers alone. */
  hasHeading: boolean;
  /** Index (in lines) of the heading or of the first row; the header of the document ends there. */
  firstLine: number;
  /** Lines inside the table that are no rows and were not read. */
  unread: { line: number; written: string }[];
}

const ORDER = foldPattern(/^(?:ردیف|شماره|ش|شماره (?:بند|مصوبه|ردیف)|بند)$/u);
const WHAT = foldPattern(/^(?:شرح|متن|موضوع|عنوان|خلاصه)? ?(?:تصمیم|مصوب|اقدام)|^(?:شرح|متن|موضوع)$/u);
const WHO = foldPattern(/^(?:دستگاه|مس[ئی]ول|مجری|متولی|پیگیر|اقدام ?کننده|واحد)/u);
const WHEN = foldPattern(/^(?:مهلت|زمان|موعد|تاریخ|سررسید)/u);
const OTHER_TABLE = foldPattern(/^(?:نام|امضاء?|سمت|نام و نام خانوادگی|نام خانوادگی)(?!\p{L})/u);
/** A table that follows up earlier resolutions has columns for what came of them. */
const FOLLOWED_UP = foldPattern(/^(?:وضعیت|درصد|پیشرفت|نتیجه|اقدامات? انجام|علت|میزان تحقق|گزارش اقدام)/u);
const LONGEST_HEADING = 40;

const LONGEST_PAGE_MARK = 120;

/** Lines that may stand between the pages of a table. */
const PAGE_MARK = foldPattern(/^[-\s]*(?:صفحه|ادامه|مصوبات|ص)?[\s:]*[\d\s/-]*(?:از \d+)?[\s-]*$|صورت ?جلسه/u);
/** The same in a row of a sheet, where other words are the rest of a resolution. */
const PAGE_ROW = foldPattern(/^[-\s]*صفحه[\s:]*\d[\d\s/-]*(?:از \d+)?[\s-]*$/u);
/** The document's own count, which in a sheet stands in a row between two tables. */
const OF_ITSELF = foldPattern(/^["*\s]*(?:این )?صورت ?جلسه .{0,80}مصوبه.{0,30}(?:تنظیم|تهیه)/u);

const NUMBER_ONLY = foldPattern(/^["(*.\-\s]*(?:ردیف |بند |مصوبه |شماره )?(\d{1,4})[\s)"*.:\-]*$/u);

export function cellFold(source: Source, cell: Cell): string {
  const first = cell[0];
  if (!first) return "";
  if (cell.length === 1) return source.fold.slice(first.start, first.end);
  return cell.map(({ start, end }) => source.fold.slice(start, end)).join(" ");
}

/** The number of a cell that holds nothing else. */
export function numberOnly(fold: string): number | null {
  if (fold.length > 20) return null;
  const digits = NUMBER_ONLY.exec(fold)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** «امضا | فرماندار | رئیس شورا»: below it stand names, and nothing is resolved. */
const SIGNATURES = foldPattern(
  /^["*\s(]*(?:محل )?امضاء?(?:ی|ها|کنندگان| ?کنندگان)?(?: (?:اعضا|حاضرین|حاضران|اعضای جلسه))?[\s:)"*.]*$/u,
);

type LineKind = "heading" | "other-heading" | "row" | "page-mark" | "prose";

/** The words of a line that fill one cell; null when several are filled. */
function onlyFold(source: Source, { cells }: Line): string | null {
  const [first = [], ...others] = cells.filter((cell) => cell.length > 0);
  return others.length > 0 ? null : cellFold(source, first);
}

function kindOf(source: Source, line: Line): LineKind {
  const only = onlyFold(source, line);
  const pageMark = line.cells.length < 2 ? PAGE_MARK : PAGE_ROW;
  if (only !== null && only.length < LONGEST_PAGE_MARK && pageMark.test(only)) return "page-mark";
  if (line.cells.length < 2) return "prose";
  // In a sheet a title between two tables is a row of one cell.
  if (only !== null && (isResolutionsHeading(only) || isEarlierHeading(only) || OF_ITSELF.test(only)))
    return "prose";
  const words = line.cells.filter((cell) => cell.length > 0).map((cell) => cellFold(source, cell));
  const isSigned =
    words.some((cell) => SIGNATURES.test(cell)) && words.every((cell) => numberOnly(cell) === null);
  return headingOf(words) ?? (isSigned ? "other-heading" : "row");
}

/** Headings are short, hold no digits, and name columns; a row may well hold the same words in a sentence. */
function headingOf(cells: readonly string[]): "heading" | "other-heading" | null {
  if (!cells.every((cell) => cell.length <= LONGEST_HEADING && !/\d/.test(cell))) return null;
  const says = (pattern: RegExp) => cells.some((cell) => pattern.test(cell));
  const isOrdered = says(ORDER);
  if (isOrdered && says(OTHER_TABLE) && !says(WHAT)) return "other-heading";
  if (says(FOLLOWED_UP) && !says(WHEN) && (isOrdered || says(WHAT))) return "other-heading";
  if (says(WHAT) && (isOrdered || (says(WHO) && says(WHEN)))) return "heading";
  if (says(WHAT) && says(WHO) && rolesOf(cells).every((role) => role !== null)) return "heading";
  if (isOrdered) return says(WHO) && says(WHEN) ? "heading" : "other-heading";
  return null;
}

function rolesOf(cells: readonly string[]): Role[] {
  return cells.map((cell) => {
    if (ORDER.test(cell)) return "order";
    if (WHAT.test(cell)) return "what";
    if (WHO.test(cell)) return "who";
    return WHEN.test(cell) ? "when" : null;
  });
}

function lengthOf(cell: Cell): number {
  return cell.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Finds the rows of the table (or of its parts on several pages) of resolutions. */
export function findTable(source: Source, lines: readonly Line[]): Table {
  const kinds = lines.map((line) => kindOf(source, line));
  markEarlier(source, lines, kinds);
  const heading = kinds.indexOf("heading");
  if (heading === -1) return rowsWithoutHeading(source, lines, kinds);

  const table: Table = { rows: [], hasHeading: true, firstLine: heading, unread: [] };
  let isInside = false;
  let roles: Role[] = [];
  lines.forEach((line, index) => {
    const kind = kinds[index];
    if (kind === "heading") {
      isInside = true;
      roles = rolesOf(line.cells.map((cell) => cellFold(source, cell)));
    } else if (kind === "other-heading") isInside = false;
    else if (!isInside) return;
    else if (kind === "row") {
      const isAligned = roles.length === line.cells.length;
      table.rows.push({ cells: line.cells, line: line.number, ...(isAligned ? { roles } : {}) });
    } else if (kind === "prose" && isRestOfRow(source, table, lines, kinds, index)) {
      table.rows.push({ cells: line.cells, line: line.number, isLoose: true });
    } else if (kind === "prose") {
      table.unread.push({ line: line.number, written: textOf(source, line.cells[0] ?? []) });
    }
  });
  return table;
}

const LONGEST_REST = 300;

/** «… در دستور کار», and below the row «قرار گیرد»: the rest of its sentence, which nothing else begins. */
function isRestOfRow(
  source: Source,
  { rows }: Table,
  lines: readonly Line[],
  kinds: readonly LineKind[],
  index: number,
): boolean {
  let above = index - 1;
  while (kinds[above] === "page-mark") above -= 1;
  const row = rows.at(-1);
  const line = lines[index];
  if (!row || !line || kinds[above] !== "row" || row.line !== lines[above]?.number) return false;
  const rest = onlyFold(source, line) ?? "";
  const isFree = isPoint(rest) || isAfterLast(rest) || isResolutionsHeading(rest) || isEarlierHeading(rest);
  if (isFree || rest.length > LONGEST_REST || !endsSentence(rest)) return false;
  const folds = row.cells.map((cell) => cellFold(source, cell));
  const [longest = ""] = folds.sort((one, other) => other.length - one.length);
  return !endsSentence(longest);
}

/** The table below «پیگیری مصوبات جلسه قبل» is one of another meeting, whatever its columns. */
function markEarlier(source: Source, lines: readonly Line[], kinds: LineKind[]): void {
  let isEarlier = false;
  lines.forEach((line, index) => {
    const kind = kinds[index];
    if (kind === "prose") isEarlier = isEarlierHeading(onlyFold(source, line) ?? "");
    else if (kind === "heading" && isEarlier) kinds[index] = "other-heading";
    else if (kind === "heading" || kind === "other-heading") isEarlier = false;
  });
}

/** Shorter than any resolution: a row of a list of names, say. */
const SHORTEST_TEXT = 12;

function rowsWithoutHeading(source: Source, lines: readonly Line[], kinds: readonly LineKind[]): Table {
  const table: Table = { rows: [], hasHeading: false, firstLine: lines.length, unread: [] };
  let isOther = false;
  lines.forEach((line, index) => {
    if (kinds[index] === "other-heading") isOther = true;
    if (kinds[index] !== "row" || isOther) return;
    const cells = line.cells.filter((cell) => cell.length > 0);
    const isNumbered = cells.some((cell) => numberOnly(cellFold(source, cell)) !== null);
    const hasText = cells.some((cell) => lengthOf(cell) >= SHORTEST_TEXT);
    if (table.rows.length === 0 && !(isNumbered && hasText)) return;
    if (table.rows.length === 0) table.firstLine = index;
    table.rows.push({ cells: line.cells, line: line.number });
  });
  return table;
}
