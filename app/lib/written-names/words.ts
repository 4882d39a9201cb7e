import { searchKey } from "~/lib/persian-text";
import { isWordUnit } from "./letters";

/** A word of folded text with the key under which spellings of it meet. */
export interface Word {
  start: number;
  end: number;
  key: string;
  /** Whether it was written with a plural ending, which its key has lost. */
  isPlural: boolean;
}

/** Endings that some set apart from their word. */
const SEPARATE_ENDINGS = new Set(["ها", "های", "هایی", "ای"]);
const PLURAL = /ها(?:یی|ی)?/g;
/** No word of one letter has a plural: «بهار» is none of «بر». */
const SHORTEST_STEM = 2;
/** A plural ending at the end of a word, or before a word glued to it. */
const IS_PLURAL = /..ها(?:یی?)?$|..های../u;

/**
 * Plural endings go («دستگاههای», «دستگاه های», «نهادها و» and the slip «نهادهای و» become one), and so does the ی
 * that joins a word ending in ا to the next («سیمای»).
 */
function keyOf(word: string): string {
  let key = word.includes("ئ") ? spelled(word) : word;
  if (key.includes("ها")) key = key.slice(0, SHORTEST_STEM) + key.slice(SHORTEST_STEM).replace(PLURAL, "");
  return key.length > 3 && key.endsWith("ای") ? key.slice(0, -1) : key;
}

const spellings = new Map<string, string>();
const MOST_SPELLINGS = 2000;

/** Words with a hamza, which has several accepted spellings; the few that occur are remembered. */
function spelled(word: string): string {
  let key = spellings.get(word);
  if (key === undefined) {
    key = searchKey(word);
    if (spellings.size < MOST_SPELLINGS) spellings.set(word, key);
  }
  return key;
}

/** The words of a stretch of folded text. */
export function wordsOf(fold: string, from = 0, to = fold.length): Word[] {
  const words: Word[] = [];
  for (let at = from; at < to;) {
    if (!isWordUnit(fold.charCodeAt(at))) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < to && isWordUnit(fold.charCodeAt(end))) end += 1;
    const word = fold.slice(at, end);
    const last = words.at(-1);
    if (last && SEPARATE_ENDINGS.has(word) && fold.slice(last.end, at) === " ") {
      const joined = fold.slice(last.start, last.end) + word;
      last.key = keyOf(joined);
      last.isPlural = IS_PLURAL.test(joined);
      last.end = end;
    } else {
      words.push({ start: at, end, key: keyOf(word), isPlural: word.includes("ها") && IS_PLURAL.test(word) });
    }
    at = end;
  }
  return words;
}

/** Words by their keys. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(wordsOf(words).map(({ key }) => key));
}
