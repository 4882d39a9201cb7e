import { readSource } from "./source";
import { pieceAt, type Passage } from "./passage";
import type { Match, PartyIndex } from "./dictionary";
import { partyKey } from "./party-key";
import { wordsOf, wordSet, type Word } from "./words";

/** A place under the province, or the reader's own, as names of bodies carry it: «شهرداری گرگان». */
export interface WrittenPlace {
  id: number;
  nameFa: string;
  aliases?: readonly string[];
  /** The reader's own place: its name behind a body leaves it the same body. */
  isOwn?: boolean;
}

/** A place as a name has it; without an id where no list or more than one in it has the name. */
export interface PlaceOfParty {
  id: number | null;
  name: string;
}

export interface NamedPlace {
  place: PlaceOfParty & { isOwn: boolean };
  /** Index of the word after its last, and of its first. */
  from: number;
  to: number;
}

export type PlaceIndex = ReadonlyMap<string, PlaceOfParty & { isOwn: boolean }>;

/** The province and its name behind a body's name leave it the same body. */
export const PLACE = new Set([
  ...wordSet("استان مرکز در سطح"),
  ...wordSet("اذربایجان شرقی غربی اردبیل اصفهان البرز ایلام بوشهر تهران چهارمحال بختیاری خراسان جنوبی"),
  ...wordSet("رضوی شمالی خوزستان زنجان سمنان سیستان بلوچستان فارس قزوین قم کردستان کرمان کرمانشاه"),
  ...wordSet("کهگیلویه بویراحمد گلستان گیلان لرستان مازندران مرکزی هرمزگان همدان یزد"),
]);

/** Words that tie a name to a narrower place than the province. */
export const NARROWER = wordSet("شهرستان شهرستانهای بخش بخشهای دهستان شهر شهرهای روستا");

/** Bodies that a place of their own follows at once, whatever the province is called. */
const LOCAL = wordSet("فرمانداری بخشداری شهرداری دهیاری فرماندار بخشدار شهردار");
const OF_DISTRICT = wordSet("بخشداری بخشدار");
const CENTRAL = "مرکزی";

/** Place names have no more words. */
const MOST_WORDS = 4;

const indexes = new WeakMap<readonly WrittenPlace[], PlaceIndex>();

/** Places by the key of their names; a name that two have means neither for certain. */
export function placeIndexOf(places: readonly WrittenPlace[]): PlaceIndex {
  let index = indexes.get(places);
  if (!index) {
    const found = new Map<string, PlaceOfParty & { isOwn: boolean }>();
    for (const { id, nameFa, aliases = [], isOwn = false } of places) {
      for (const name of [nameFa, ...aliases]) {
        const key = partyKey(name);
        const other = found.get(key);
        if (!other || isOwn) found.set(key, { id, name: nameFa, isOwn });
        else if (other.id !== id && !other.isOwn) found.set(key, { ...other, id: null });
      }
    }
    indexes.set(places, (index = found));
  }
  return index;
}

/** Whether words name nothing but a place: «گرگان»، «شهرستان گرگان». */
export function isOnlyPlace(written: string, places: readonly WrittenPlace[]): boolean {
  const key = wordsOf(readSource(written).fold)
    .filter((word) => !PLACE.has(word.key) && !NARROWER.has(word.key))
    .map((word) => word.key)
    .join("");
  return key === "" || placeIndexOf(places).has(key);
}

export function pieceOf(passage: Passage, word: Word | undefined): number {
  return word ? pieceAt(passage, word.start) : -1;
}

export function gapBefore(passage: Passage, words: readonly Word[], at: number): string {
  return passage.fold.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? passage.fold.length);
}

/** Whether a word follows the one before with only a space between, in the same paragraph. */
export function areJoined(passage: Passage, words: readonly Word[], at: number): boolean {
  return (
    gapBefore(passage, words, at) === " " && pieceOf(passage, words[at]) === pieceOf(passage, words[at - 1])
  );
}

/** Whether a place's own name follows this body at once: «بخشداری بهاران». */
export function isLocal(words: readonly Word[], match: Match): boolean {
  return match.to - match.from === 1 && LOCAL.has(words[match.from]?.key ?? "");
}

/** The places behind a name, «گرگان» or «شهرستان‌های گرگان و گنبدکاووس», and where they end. */
export function placesBehind(
  passage: Passage,
  words: readonly Word[],
  index: PartyIndex,
  match: Match,
  limit: number,
): { places: NamedPlace[]; tail: number } {
  const local = isLocal(words, match);
  const own = local ? placeAt(passage, words, index, match.to, limit) : null;
  const district = local && !own ? centralAt(passage, words, match, limit) : null;
  const tail = own || district ? match.to : withProvince(passage, words, match.to, limit);
  const first = own ?? district ?? placeAt(passage, words, index, tail, limit);
  if (!first) return { places: [], tail };
  const places = [first];
  for (let last = first; ;) {
    const next = nextPlace(passage, words, index, last.to, limit);
    if (!next) return { places, tail: withProvince(passage, words, last.to, limit) };
    places.push(next);
    last = next;
  }
}

/** The word after a name when «استان گلستان» and the like are counted in. */
function withProvince(passage: Passage, words: readonly Word[], at: number, limit: number): number {
  let end = at;
  while (end < limit && PLACE.has(words[end]?.key ?? "") && areJoined(passage, words, end)) end += 1;
  return end;
}

/** «بخشداری مرکزی»: the district around a county's centre. */
function centralAt(
  passage: Passage,
  words: readonly Word[],
  { from, to }: Match,
  limit: number,
): NamedPlace | null {
  if (!OF_DISTRICT.has(words[from]?.key ?? "") || to >= limit || words[to]?.key !== CENTRAL) return null;
  if (!areJoined(passage, words, to)) return null;
  return { place: { id: null, name: CENTRAL, isOwn: false }, from: to, to: to + 1 };
}

function placeAt(
  passage: Passage,
  words: readonly Word[],
  { places }: PartyIndex,
  at: number,
  limit: number,
): NamedPlace | null {
  if (places.size === 0) return null;
  let from = at;
  while (from < limit && NARROWER.has(words[from]?.key ?? "") && areJoined(passage, words, from)) from += 1;
  let key = "";
  let found: NamedPlace | null = null;
  for (let to = from; to < Math.min(limit, from + MOST_WORDS); to += 1) {
    if (!areJoined(passage, words, to)) break;
    key += words[to]?.key ?? "";
    const place = places.get(key);
    if (place) found = { place, from: at, to: to + 1 };
  }
  return found;
}

/** «… و گنبدکاووس»، «…، کلاله»: one more place of the same body. */
function nextPlace(
  passage: Passage,
  words: readonly Word[],
  index: PartyIndex,
  at: number,
  limit: number,
): NamedPlace | null {
  const isAnd = words[at]?.key === "و" && areJoined(passage, words, at);
  const from = isAnd ? at + 1 : at;
  if (!isAnd && !/^ ?, ?$/.test(gapBefore(passage, words, at))) return null;
  const key = words[from]?.key ?? "";
  if (from >= limit || key === "") return null;
  let joined = "";
  let found: NamedPlace | null = null;
  for (let to = from; to < Math.min(limit, from + MOST_WORDS); to += 1) {
    if (to > from && !areJoined(passage, words, to)) break;
    joined += words[to]?.key ?? "";
    const place = index.places.get(joined);
    if (place) found = { place, from, to: to + 1 };
  }
  return found;
}
