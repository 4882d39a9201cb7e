import { COURTESY, partyKey } from "./party-key";
import { placeIndexOf, type PlaceIndex, type WrittenPlace } from "./places";
import { readSource } from "./source";
import { wordsOf, type Word } from "./words";
import type { PartyKind } from "./types";

/** One party that minutes may name, with every way it is known to be written. */
export interface PartyEntry {
  canonical: string;
  kind: Exclude<PartyKind, "unknown">;
  code: string;
  spellings: readonly string[];
  /** Of a group: the code of the body of which each place has one. «فرمانداران گرگان و کلاله» are two of these. */
  member?: string | null;
  /** Forms that the reader's own place has taught: they come before everybody else's. */
  taught?: readonly string[];
}

export type PartyDictionary = readonly PartyEntry[];

interface Node {
  next: Map<number, Node>;
  entry: PartyEntry | null;
  /** Whom the same letters mean with a plural ending: «فرمانداری‌ها» are a group, «فرمانداری» is one body. */
  several: PartyEntry | null;
}

export interface Match {
  entry: PartyEntry;
  /** Index of the first word and of the word after the last. */
  from: number;
  to: number;
}

export interface PartyIndex {
  dictionary: PartyDictionary;
  root: Node;
  places: PlaceIndex;
}

const NO_PLACES: readonly WrittenPlace[] = [];
const trees = new WeakMap<PartyDictionary, Node>();

/** The dictionary as a tree of letters, built once for each dictionary, with the places that may follow a name. */
export function indexOf(
  dictionary: PartyDictionary,
  places: readonly WrittenPlace[] = NO_PLACES,
): PartyIndex {
  let root = trees.get(dictionary);
  if (!root) {
    root = emptyNode();
    for (const entry of dictionary) {
      for (const form of entry.taught ?? []) plant(root, entry, form, true);
    }
    for (const entry of dictionary) {
      for (const spelling of [entry.canonical, ...entry.spellings]) plant(root, entry, spelling);
    }
    trees.set(dictionary, root);
  }
  return { dictionary, root, places: placeIndexOf(places) };
}

function emptyNode(): Node {
  return { next: new Map(), entry: null, several: null };
}

/** Words that mean several without a plural ending of their own. */
const ALL_OF = new Set(["کلیه", "تمامی", "تمام", "همه"]);
const BROKEN_PLURALS = new Set(["فرمانداران", "بخشداران", "شهرداران", "مدیران", "ادارات"]);

/** Whether a form of a group says only by its plural endings that it means several. */
function needsPlural(words: readonly Word[]): boolean {
  return (
    words.some(({ isPlural }) => isPlural) &&
    !words.some(({ key }) => ALL_OF.has(key) || BROKEN_PLURALS.has(key))
  );
}

function plant(root: Node, entry: PartyEntry, spelling: string, isTaught = false): void {
  const key = partyKey(spelling);
  if (key === "") return;
  const isOfSeveral = needsPlural(wordsOf(readSource(spelling).fold));
  let node = root;
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    let next = node.next.get(unit);
    if (!next) node.next.set(unit, (next = emptyNode()));
    node = next;
  }
  // The earlier entry keeps a spelling that two claim: a dictionary lists the likelier first.
  if (isOfSeveral && (entry.kind === "group" || isTaught)) node.several ??= entry;
  if (!isOfSeveral || entry.kind !== "group") node.entry ??= entry;
}

/**
 * The longest name that begins at a word. Spaces do not count, so that glued and split words match; a name begins
 * and ends with whole words.
 */
export function longestMatch({ root }: PartyIndex, words: readonly Word[], from: number): Match | null {
  let node = root;
  let found: Match | null = null;
  let isPlural = false;
  for (let at = from; at < words.length; at += 1) {
    const key = words[at]?.key ?? "";
    if (COURTESY.has(key)) {
      if (at === from) return null;
      continue;
    }
    for (let index = 0; index < key.length; index += 1) {
      const next = node.next.get(key.charCodeAt(index));
      if (!next) return found;
      node = next;
    }
    isPlural ||= words[at]?.isPlural ?? false;
    const entry = (isPlural ? node.several : null) ?? node.entry;
    if (entry) found = { entry, from, to: at + 1 };
  }
  return found;
}

/** Whether the words from one on are the beginning of a longer name. */
export function isBegun({ root }: PartyIndex, words: readonly Word[], from: number): boolean {
  let node = root;
  for (const { key } of words.slice(from)) {
    if (COURTESY.has(key)) continue;
    for (let index = 0; index < key.length; index += 1) {
      const next = node.next.get(key.charCodeAt(index));
      if (!next) return false;
      node = next;
    }
  }
  return node.next.size > 0;
}
