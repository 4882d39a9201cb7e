import { longestMatch, type Match, type PartyIndex } from "./dictionary";
import { wordsOf, type Word } from "./words";

/** Words in the plural that stand once before several names: «ادارات برق و گاز»، «بانک‌های ملی و صادرات». */
const HEADS: ReadonlyMap<string, string> = new Map(
  [
    ["ادارات", "اداره"],
    ["بانک‌ها", "بانک"],
    ["شرکت‌ها", "شرکت"],
    ["سازمان‌ها", "سازمان"],
    ["بیمه‌ها", "بیمه"],
    ["دانشگاه‌ها", "دانشگاه"],
    ["نهادها", "نهاد"],
    ["بنیادها", "بنیاد"],
    ["شبکه‌ها", "شبکه"],
  ].map(([several = "", one = ""]) => [wordsOf(several)[0]?.key ?? "", wordsOf(one)[0]?.key ?? ""]),
);
const ALWAYS_PLURAL = wordsOf("ادارات")[0]?.key;

/** The one word that a plural head gives to each name behind it, or null where the word is no such head. */
export function sharedHead(word: Word | undefined): Word | null {
  if (!word || !(word.isPlural || word.key === ALWAYS_PLURAL)) return null;
  const one = HEADS.get(word.key);
  return one === undefined ? null : { ...word, key: one, isPlural: false };
}

/** The longest name that begins at a word, where the head stands before it unwritten: «ملت» behind «بانک‌های ملی». */
export function matchBehindHead(
  index: PartyIndex,
  words: readonly Word[],
  from: number,
  head: Word,
): Match | null {
  const match = longestMatch(index, [head, ...words.slice(from, from + MOST_WORDS)], 0);
  return match && match.to > 1 ? { entry: match.entry, from, to: from + match.to - 1 } : null;
}

/** Names have no more words. */
const MOST_WORDS = 14;
