import { searchKey } from "~/lib/persian-text";

/** ئ is a letter of its own until a whole word is seen: «هیئت» and «هیات» meet only there. */
const KEPT = "ئ";

const DROPPED_SPACE = /[\s\u200C]/;

const folded = new Map<number, string>();

/** The search form of one UTF-16 unit: "" for marks and controls, several letters for a ligature. */
export function foldUnit(unit: number): string {
  let known = folded.get(unit);
  if (known === undefined) {
    const letter = String.fromCharCode(unit);
    known = letter === KEPT ? KEPT : DROPPED_SPACE.test(letter) ? " " : searchKey(letter);
    folded.set(unit, known);
  }
  return known;
}

/** A pattern typed in plain Persian, brought to the folded letters it will meet. */
export function foldPattern(pattern: RegExp): RegExp {
  const source = pattern.source.replace(/[\u0600-\u06FF]/g, (letter) => foldUnit(letter.charCodeAt(0)));
  return new RegExp(source, pattern.flags);
}

const wordUnits = new Map<number, boolean>();
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether a unit of folded text belongs to a word. */
export function isWordUnit(unit: number): boolean {
  let known = wordUnits.get(unit);
  if (known === undefined) {
    known = LETTER_OR_DIGIT.test(String.fromCharCode(unit));
    wordUnits.set(unit, known);
  }
  return known;
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
