import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { csvPieces } from "./csv-writer.server";
import type { SheetKind } from "./sheet";
import { CONTENT_TYPE, type WrittenSheet } from "./written-sheet";
import { xlsxStream } from "./xlsx-writer.server";

/** The bytes of a list as a file, in the order in which its rows are read. */
export const sheetFile = (kind: SheetKind, sheet: WrittenSheet): Readable =>
  kind === "xlsx" ? xlsxStream(sheet) : Readable.from(csvPieces(sheet), { objectMode: false });

/** The answer that hands a list over as a file: kept by no cache, guessed at by no browser. */
export function sheetResponse(kind: SheetKind, sheet: WrittenSheet): Response {
  return new Response(createReadableStreamFromReadable(sheetFile(kind, sheet)), {
    headers: {
      "content-type": CONTENT_TYPE[kind],
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${sheet.title}.${kind}`)}`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
