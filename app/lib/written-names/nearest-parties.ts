import type { PartyDictionary, PartyEntry } from "./dictionary";
import { readSource } from "./source";
import { wordsOf } from "./words";

const MOST = 3;
const LEAST_ALIKE = 0.34;

function wordsIn(name: string): Set<string> {
  return new Set(wordsOf(readSource(name).fold).map(({ key }) => key));
}

/** Share of words that two names have in common: 1 for the same words in any order. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** The parties of the dictionary most like a written name, best first, at most three: for a person to choose from. */
export function nearestParties(written: string, dictionary: PartyDictionary): PartyEntry[] {
  const words = wordsIn(written);
  return dictionary
    .map((entry) => {
      const forms = [entry.canonical, ...(entry.taught ?? []), ...entry.spellings];
      return { entry, score: Math.max(...forms.map((form) => likeness(words, wordsIn(form)))) };
    })
    .filter(({ score }) => score >= LEAST_ALIKE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}
