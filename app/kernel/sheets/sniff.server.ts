import { Refusal } from "~/kernel/refusal";
import { isOleContainer, oleKind } from "./ole-container.server";
import { LARGEST_SHEET, type SheetKind } from "./sheet";

/** How the text of a CSV file is written. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1256";

const startsWith = (bytes: Uint8Array, ...beginning: number[]) =>
  beginning.every((byte, index) => bytes[index] === byte);

/** The refusal of a file, beside its field. */
export const sheetRefusal = (reason: string, params: Record<string, string | number> = {}) =>
  new Refusal("invalid", `sheet.${reason}${query(params)}`, { field: "file" });

function query(params: Record<string, string | number>): string {
  const search = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)]));
  return search.size > 0 ? `?${search}` : "";
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** The lines of a text whose encoding is not known yet: both encodings end them alike. */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && bytes[at] !== LINE_FEED && bytes[at] !== RETURN) continue;
    if (at > start) yield bytes.subarray(start, at);
    start = at + 1;
  }
}

/** Two characters of Persian writing, in figures that UTF-8 alone writes so: shorter, a line might be either. */
const PERSIAN_IN_UTF8 = /[\u0600-\u06FF\u200C\uFB50-\uFEFF].*[\u0600-\u06FF\u200C\uFB50-\uFEFF]/u;

/**
 * The encoding of a text without a byte order mark of UTF-16. UTF-8 is taken when it is nothing else; a file whose lines
 * come from several programs is refused, since the names of the ones would be spoilt by the reading of the others.
 */
function encodingOf(bytes: Uint8Array): Encoding {
  const strict = new TextDecoder("utf-8", { fatal: true });
  const textOf = (line: Uint8Array) => {
    try {
      return strict.decode(line);
    } catch {
      return null;
    }
  };
  if (textOf(bytes) !== null) return "utf-8";
  const isMarked = startsWith(bytes, 0xef, 0xbb, 0xbf);
  for (const line of linesOf(bytes)) {
    if (isMarked || PERSIAN_IN_UTF8.test(textOf(line) ?? "")) throw sheetRefusal("mixed-encoding");
  }
  return "windows-1256";
}

/** Whether a text begins as an address book of a phone does. */
const isVcard = (text: string): boolean => /^\uFEFF?\s*BEGIN:VCARD/i.test(text);

/** A text is the address book of a phone or a list. */
function asText(bytes: Uint8Array, encoding: Encoding): { kind: "csv" | "vcard"; encoding: Encoding } {
  const beginning = new TextDecoder(encoding).decode(bytes.subarray(0, 200));
  return { kind: isVcard(beginning) ? "vcard" : "csv", encoding };
}

/**
 * What a file is by its content, whatever its name says. Refuses what is no list (a picture, a PDF), a workbook behind a
 * password, one of the old .xls, an empty file and one that is too large, each with a sentence of its own.
 */
export function sniffSheet(bytes: Uint8Array): { kind: SheetKind | "vcard"; encoding?: Encoding } {
  if (bytes.length === 0) throw sheetRefusal("empty");
  if (bytes.length > LARGEST_SHEET) throw sheetRefusal("too-large", { mb: LARGEST_SHEET / 1024 / 1024 });
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return { kind: "xlsx" };
  if (isOleContainer(bytes)) throw sheetRefusal(oleKind(bytes));
  if (startsWith(bytes, 0xff, 0xfe)) return asText(bytes, "utf-16le");
  if (startsWith(bytes, 0xfe, 0xff)) return asText(bytes, "utf-16be");
  if (bytes.subarray(0, 4096).includes(0) || startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) {
    throw sheetRefusal("not-a-sheet");
  }
  if (startsWith(bytes, 0xff, 0xd8, 0xff) || startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) {
    throw sheetRefusal("not-a-sheet");
  }
  return asText(bytes, encodingOf(bytes));
}
