import { Refusal } from "~/kernel/refusal";
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

/** Letters of Persian as UTF-8 writes them begin with these bytes. */
const isPersianLead = (byte: number) => byte >= 0xd8 && byte <= 0xdb;

/**
 * The encoding of a text without a byte order mark. UTF-8 is taken when it is nothing else; a file whose parts come
 * from several programs is refused, since its names would be spoilt.
 */
function encodingOf(bytes: Uint8Array): Encoding {
  const decoded = new TextDecoder("utf-8").decode(bytes);
  if (!decoded.includes("\uFFFD")) return "utf-8";
  let pairs = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    const next = bytes[i + 1] ?? 0;
    if (isPersianLead(bytes[i] ?? 0) && next >= 0x80 && next <= 0xbf) pairs += 1;
  }
  const broken = decoded.split("\uFFFD").length - 1;
  if (pairs > broken) throw sheetRefusal("mixed-encoding");
  return "windows-1256";
}

/**
 * What a file is by its content, whatever its name says. Refuses what is no list (a picture, a PDF), a workbook behind a
 * password, one of the old .xls, an empty file and one that is too large, each with a sentence of its own.
 */
export function sniffSheet(bytes: Uint8Array): { kind: SheetKind; encoding?: Encoding } {
  if (bytes.length === 0) throw sheetRefusal("empty");
  if (bytes.length > LARGEST_SHEET) throw sheetRefusal("too-large", { mb: LARGEST_SHEET / 1024 / 1024 });
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return { kind: "xlsx" };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const named = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    throw sheetRefusal(named.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "encrypted" : "old-xls");
  }
  if (startsWith(bytes, 0xff, 0xfe)) return { kind: "csv", encoding: "utf-16le" };
  if (startsWith(bytes, 0xfe, 0xff)) return { kind: "csv", encoding: "utf-16be" };
  if (bytes.subarray(0, 4096).includes(0) || startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) {
    throw sheetRefusal("not-a-sheet");
  }
  if (startsWith(bytes, 0xff, 0xd8, 0xff) || startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) {
    throw sheetRefusal("not-a-sheet");
  }
  return { kind: "csv", encoding: encodingOf(bytes) };
}
