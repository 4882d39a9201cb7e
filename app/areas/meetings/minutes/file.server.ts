import { docxText } from "~/kernel/documents/docx-text.server";
import { workbookText } from "~/kernel/documents/workbook-text.server";
import { Refusal } from "~/kernel/refusal";
import { isOleContainer, oleKind } from "~/kernel/sheets/ole-container.server";
import { openArchive } from "~/kernel/sheets/zip-entries.server";
import { LARGEST_MINUTES_FILE, LONGEST_MINUTES, type MinutesFileProblem } from "../choices";
import { decodeMinutes } from "./import/decode";

export type MinutesText = { ok: true; text: string } | { ok: false; reason: MinutesFileProblem };

const begins = (bytes: Uint8Array, ...with_: number[]) => with_.every((byte, at) => bytes[at] === byte);

/** Beginnings of files that people take for documents. */
const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];

/** What is wrong with a file as far as it can be told without unpacking it; null when nothing is. */
export function problemOf(bytes: Uint8Array): MinutesFileProblem | null {
  const read = unpacked(bytes);
  return read === "packed" || read.ok ? null : read.reason;
}

/**
 * The text of a file of minutes by its content, whatever its name says: DOCX, XLSX, or a text in one of the encodings of
 * office machines. What cannot be read is told apart, so that a person knows what to do about it.
 */
export async function readMinutesFile(bytes: Uint8Array): Promise<MinutesText> {
  const read = unpacked(bytes);
  return read === "packed" ? packed(bytes) : read;
}

function unpacked(bytes: Uint8Array): MinutesText | "packed" {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > LARGEST_MINUTES_FILE) return { ok: false, reason: "too-large" };
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return "packed";
  if (isOleContainer(bytes)) {
    const kind = oleKind(bytes);
    return { ok: false, reason: kind === "old-xls" ? "old-office" : kind };
  }
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return { ok: false, reason: "pdf" };
  if (begins(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return { ok: false, reason: "old-office" };
  if (PICTURES.some((beginning) => begins(bytes, ...beginning))) return { ok: false, reason: "picture" };
  const decoded = decodeMinutes(bytes);
  return decoded.ok ? bounded(decoded.text) : decoded;
}

/** What a refusal of the readers of packed files means here. */
const MEANINGS: Readonly<Record<string, MinutesFileProblem>> = {
  "sheet.encrypted": "encrypted",
  "sheet.too-large-inside": "too-large-inside",
  "sheet.empty": "empty",
};

async function packed(bytes: Uint8Array): Promise<MinutesText> {
  try {
    const archive = await openArchive(bytes);
    if (archive.has("word/document.xml")) return bounded(await docxText(bytes));
    if (archive.has("xl/workbook.xml")) return bounded(await workbookText(bytes));
    return { ok: false, reason: archive.has("content.xml") ? "other-office" : "not-text" };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const code = error.code.split("?")[0] ?? "";
    return { ok: false, reason: MEANINGS[code] ?? "broken" };
  }
}

function bounded(text: string): MinutesText {
  if (!/[^\s\u200B-\u200F\u2028\u2029\uFEFF]/.test(text)) return { ok: false, reason: "empty" };
  return text.length > LONGEST_MINUTES ? { ok: false, reason: "too-long" } : { ok: true, text };
}
