import { searchKey } from "~/lib/persian-text";

/** ئ is a letter of its own until a whole word is seen: «هیئت» and «هیات» meet only there. */
const KEPT = "ئ";

const DROPPED_SPACE = /[\s\u200C]/;

const folded: (string | undefined)[] = [];

/** The search form of one UTF-16 unit: "" for marks and controls, several letters for a ligature. */
export function foldUnit(unit: number): string {
  let known = folded[unit];
  if (known === undefined) {
    const letter = String.fromCharCode(unit);
    known = letter === KEPT ? KEPT : DROPPED_SPACE.test(letter) ? " " : searchKey(letter);
    folded[unit] = known;
  }
  return known;
}

/** A pattern typed in plain Persian, brought to the folded letters it will meet. */
export function foldPattern(pattern: RegExp): RegExp {
  const source = pattern.source.replace(/[\u0600-\u06FF]/g, (letter) => foldUnit(letter.charCodeAt(0)));
  return new RegExp(source, pattern.flags);
}

/** 0: not yet asked, 1: no, 2: yes; one for every UTF-16 unit. */
const wordUnits = new Uint8Array(0x10000);
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether a unit of folded text belongs to a word. */
export function isWordUnit(unit: number): boolean {
  let known = wordUnits[unit];
  if (known === 0) {
    known = LETTER_OR_DIGIT.test(String.fromCharCode(unit)) ? 2 : 1;
    wordUnits[unit] = known;
  }
  return known === 2;
}

/** All matches of a global pattern. `matchAll` would build the pattern anew at every call. */
export function* matchesOf(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  let from = 0;
  while (from <= text.length) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (!match) return;
    yield match;
    from = Math.max(match.index + match[0].length, match.index + 1);
  }
}
