import { searchKey, stripHonorifics } from "./persian-text";

/** Signs that part the words of a key; `search_tails` of the database knows the same. */
const SIGNS = /[()[\]{}"'\-.,;:/\\|+*]/g;

/** Longer than this is no name that somebody types. */
const LONGEST = 300;
const MOST_WORDS = 8;

const wordsOf = (key: string): string[] => key.replace(SIGNS, " ").split(" ").filter(Boolean);

/** The words of a typed name as keys, without courtesy: «جناب آقای دکتر علي احمدی» → علی, احمدی. */
export function searchedWords(typed: string): string[] {
  const text = typed.slice(0, LONGEST);
  return wordsOf(searchKey(stripHonorifics(text))).slice(0, MOST_WORDS);
}

/**
 * Whether every typed word begins one of the key's words, in whatever order; a key's words may be glued, and so may two
 * neighbours of the typed ones («علی رضا» and «علیرضا» find each other).
 */
function beginsWords(words: readonly string[], typed: readonly string[]): boolean {
  const glued = words.map((_, at) => words.slice(at).join(""));
  const begins = (text: string) => glued.some((tail) => tail.startsWith(text));
  // Of every typed word up to here: whether it and those before it are found.
  const found = [true];
  typed.forEach((word, at) => {
    const alone = found[at] === true && begins(word);
    const withLast = at > 0 && found[at - 1] === true && begins(`${typed[at - 1] ?? ""}${word}`);
    found.push(alone || withLast);
  });
  return found[typed.length] === true || begins(typed.join(""));
}

/**
 * How well a key answers the typed words, 0 the best; null when it does not. The whole name comes first, then names that
 * begin with the words as they stand, then those that begin with them unfinished, then those that hold them further on.
 */
export function matchRank(key: string, typed: readonly string[]): number | null {
  const words = wordsOf(key);
  if (typed.length === 0 || !beginsWords(words, typed)) return null;
  const [name, phrase] = [words.join(" "), typed.join(" ")];
  if (name === phrase) return 0;
  if (name.startsWith(`${phrase} `)) return 1;
  if (name.startsWith(phrase)) return 2;
  if (words.join("").startsWith(typed.join(""))) return 3;
  if (` ${name} `.includes(` ${phrase} `)) return 4;
  if (` ${name}`.includes(` ${phrase}`)) return 5;
  return typed.every((word) => words.includes(word)) ? 6 : 7;
}

/** Rank of what was found by something else than the words of its key: a number, half of a word. */
const FOUND_OTHERWISE = 8;

/** What was found, the best answer first; equals by their keys. */
export function ranked<T extends { searchKey: string }>(found: readonly T[], typed: readonly string[]): T[] {
  return found
    .map((one) => ({ one, rank: matchRank(one.searchKey, typed) ?? FOUND_OTHERWISE }))
    .sort((a, b) => a.rank - b.rank || (a.one.searchKey < b.one.searchKey ? -1 : 1))
    .map(({ one }) => one);
}

/** The first text after all that begin with `start`, where texts are ordered by their code points. */
export const afterAll = (start: string): string => `${start}\u{10FFFF}`;
