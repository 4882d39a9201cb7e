export const PAGE_SIZE = 50;
export const LARGEST_PAGE = 200;

/** What each part of a cursor must be; a part may also be null where the sort column may be. */
export type CursorPart = "text" | "integer" | "day" | "instant" | "uuid";

export type CursorValue = string | number | null;

const LONGEST_CURSOR = 2000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const PART_FITS: Readonly<Record<CursorPart, (value: unknown) => boolean>> = {
  // PostgreSQL stores no NUL.
  text: (value) => typeof value === "string" && !value.includes("\u0000"),
  integer: (value) => Number.isSafeInteger(value),
  day: (value) => typeof value === "string" && isDay(value),
  instant: (value) => typeof value === "string" && isInstant(value),
  uuid: (value) => typeof value === "string" && UUID.test(value),
};

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isInstant(`${text}T00:00:00.000Z`);
}

function isInstant(text: string): boolean {
  const instant = Date.parse(text);
  return !Number.isNaN(instant) && new Date(instant).toISOString() === text;
}

/** The place after which the next page begins, as an opaque text for an address: the sort key of the last row shown. */
export function encodeCursor(key: readonly CursorValue[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(key));
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * Reads a cursor back, part by part as the list's sort key demands. Null when it was not made for this list or was
 * tampered with: the list then begins at its beginning.
 */
export function decodeCursor(
  text: string | null | undefined,
  parts: readonly CursorPart[],
): CursorValue[] | null {
  if (!text || text.length > LONGEST_CURSOR || !/^[A-Za-z0-9_-]+$/.test(text)) return null;
  let key: unknown;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    key = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  if (!Array.isArray(key) || key.length !== parts.length) return null;
  const values: unknown[] = key;
  const fits = parts.every((part, index) => values[index] === null || PART_FITS[part](values[index]));
  return fits ? (values as CursorValue[]) : null;
}

/** Rows of a page as asked for in an address: 1 … 200, 50 when absent or not a number. */
export function pageSizeOf(text: string | null | undefined): number {
  const asked = Number(text || Number.NaN);
  if (!Number.isInteger(asked)) return PAGE_SIZE;
  return Math.min(Math.max(asked, 1), LARGEST_PAGE);
}

export interface Page<Row> {
  rows: Row[];
  /** Cursor of the next page, null on the last. */
  next: string | null;
}

/** Makes a page of a query that asked for one row more than fits. */
export function pageOf<Row>(
  rows: readonly Row[],
  size: number,
  keyOf: (row: Row) => readonly CursorValue[],
): Page<Row> {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > size && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
