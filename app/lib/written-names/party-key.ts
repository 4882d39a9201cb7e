import { readSource } from "./source";
import { wordsOf } from "./words";

/** Courtesy that may stand anywhere in a name. */
export const COURTESY: ReadonlySet<string> = new Set(["محترم", "محترمه", "گرامی", "معزز", "تابعه"]);

/** The key of a name: its words without spaces, plural endings, punctuation and courtesy. */
export function partyKey(name: string): string {
  return wordsOf(readSource(name).fold)
    .filter(({ key }) => !COURTESY.has(key))
    .map(({ key }) => key)
    .join("");
}
