export type Decoded = { ok: true; text: string } | { ok: false; reason: "empty" | "not-text" };

/** What a text never holds and nearly every binary file does. */
const NEVER_IN_TEXT = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g;

/** Strays that old word processors leave behind. */
const MOST_STRAYS = 0.01;

/**
 * The text of a file: UTF-8 with or without a mark, UTF-16 with one, or the Windows code page of old Persian and
 * Arabic systems. Refuses what is no text, and a text with nothing in it.
 */
export function decodeMinutes(bytes: Uint8Array): Decoded {
  const text = textOf(bytes);
  if (text === null) return { ok: false, reason: "not-text" };
  const strays = text.match(NEVER_IN_TEXT)?.length ?? 0;
  if (text.includes("\u0000") || strays > text.length * MOST_STRAYS) return { ok: false, reason: "not-text" };
  return /[^\s\u200B-\u200F\uFEFF]/.test(text) ? { ok: true, text } : { ok: false, reason: "empty" };
}

function textOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return decodeAs("utf-16be", bytes);
  return decodeAs("utf-8", bytes) ?? codePageOf(bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The code page has a letter for every byte: only a text that comes out mostly in Persian letters was written in it. */
function codePageOf(bytes: Uint8Array): string | null {
  const text = decodeAs("windows-1256", bytes);
  if (text === null) return null;
  const persian = text.match(/[\u0621-\u06CC\s\d]/g)?.length ?? 0;
  return persian > text.length * 0.8 ? text : null;
}
