import { longestMatch, type Match, type PartyIndex } from "~/lib/written-names/dictionary";
import type { Passage } from "~/lib/written-names/passage";
import { areJoined, placesBehind, type NamedPlace } from "~/lib/written-names/places";
import { matchBehindHead, sharedHead } from "~/lib/written-names/shared-head";
import { wordSet, type Word } from "~/lib/written-names/words";
import { endsName, nameAt, type Stretch } from "./listed-names";

/** Words of office before a name: «اداره برق»، «مدیرکل محترم بهزیستی». */
const TITLES = wordSet("اداره ادارات کل سازمان مدیر مدیرکل مدیران رییس روسا ریاست مدیریت شرکت محترم");

/** A name in a sentence; `match` is null where the dictionary has none. */
export interface Named extends Stretch {
  match: Match | null;
  places: readonly NamedPlace[];
  /** A word in the plural before the list stands for this one as well: «گاز» in «ادارات برق و گاز». */
  isHeaded: boolean;
}

/** A name that the dictionary does not have. */
export function unknownName({ first, last }: Stretch): Named {
  return { first, last, match: null, places: [], isHeaded: false };
}

/** Names of the dictionary in their order, and words that begin as the name of an office does. */
export function namesIn(passage: Passage, words: readonly Word[], index: PartyIndex): Named[] {
  const names: Named[] = [];
  let head: Word | null = null;
  let covered = 0;
  for (let at = 0; at < words.length;) {
    if (isOver(passage, words, at)) head = null;
    const opened = sharedHead(words[at]);
    head = opened ?? head;
    const plain = longestMatch(index, words, at);
    const headed = head && !opened ? matchBehindHead(index, words, at, head) : null;
    const match = headed && headed.to > (plain?.to ?? 0) ? headed : plain;
    if (!match) {
      // «رئیس اداره اوقاف» begins once; a title before a name of the dictionary belongs to that name.
      const seed = at >= covered ? nameAt(passage, words, at) : null;
      if (seed) names.push(unknownName(seed));
      covered = Math.max(covered, seed?.last ?? 0);
      at += 1;
      continue;
    }
    const { places, tail } = placesBehind(passage, words, index, match, words.length);
    const first = titled(passage, words, match.from);
    while ((names.at(-1)?.first ?? -1) >= first) names.pop();
    names.push({ match, places, first, last: tail, isHeaded: head !== null });
    at = tail;
  }
  return names;
}

/** Whether no list that began before a word can go on with it. */
function isOver(passage: Passage, words: readonly Word[], at: number): boolean {
  const gap = passage.fold.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0);
  return /[:;.]/.test(gap) || endsName(words[at]);
}

/** The first of the titles before a name. */
function titled(passage: Passage, words: readonly Word[], at: number): number {
  let first = at;
  while (first > 0 && TITLES.has(words[first - 1]?.key ?? "") && areJoined(passage, words, first)) first -= 1;
  return first;
}
