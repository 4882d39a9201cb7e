import { canSeal, sealBytes, unsealBytes } from "~/kernel/sealed.server";

/** Stands before the bytes of a file that was sealed; no list begins so. */
const SEALED = Buffer.from("\u0000sealed\u0000");

const ownerOf = (divisionId: number, importId: string) => `people import ${divisionId} ${importId}`;

/** A file as it waits for its import: sealed, since it may name people by their national codes. */
export function keptFile(divisionId: number, importId: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (!canSeal()) return new Uint8Array(bytes);
  return new Uint8Array(Buffer.concat([SEALED, sealBytes(bytes, ownerOf(divisionId, importId))]));
}

/** The file as it came; null where this installation's key does not open it. */
export function openedFile(divisionId: number, importId: string, kept: Uint8Array): Uint8Array | null {
  if (!SEALED.equals(kept.subarray(0, SEALED.length))) return kept;
  return unsealBytes(kept.subarray(SEALED.length), ownerOf(divisionId, importId));
}
