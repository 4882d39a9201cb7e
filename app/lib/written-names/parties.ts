import { isBegun, longestMatch, type Match, type PartyEntry, type PartyIndex } from "./dictionary";
import type { Range } from "./types";
import { passageOf, piecesBetween, spansOf, textOf, type Passage } from "./passage";
import {
  areJoined,
  gapBefore,
  isLocal,
  NARROWER,
  pieceOf,
  PLACE,
  placesBehind,
  type NamedPlace,
} from "./places";
import { matchBehindHead, sharedHead } from "./shared-head";
import type { Source } from "./source";
import type { ParsedParty, Narrowed } from "./types";
import { wordSet, wordsOf, type Word } from "./words";

interface PartiesRead {
  parties: ParsedParty[];
  notes: Narrowed[];
}

/** Words between names that name nobody. */
const JOINING = wordSet(
  "و با نیز همچنین همکاری مشارکت هماهنگی جناب اقای اقا سرکار خانم محترم محترمه گرامی معزز تابعه",
);

/** Words around a name that leave it the same party. */
const AROUND = new Set([...JOINING, ...PLACE, ...wordSet("کلیه تمامی تمام همه")]);

/** Words in front of a body's name that a clerk adds or leaves out. */
const BEFORE = wordSet("محترم اداره ادارات کل سازمان مدیر مدیرکل مدیران رییس ریاست مدیریت شرکت روسا");

const OF_WHAT = wordSet("دستگاه اداره ادارات سازمان نهاد واحد ارگان مراجع مجموعه");
const CONCERNED = wordSet("مرتبط ذیربط ربط مربوط مربوطه متولی مشمول ذینفع");

/** Marks that part two names where no dictionary helps; «،» does not: names contain it. */
const PARTING = /[;/\u2022]| - /;

/** Names have no more words. */
const LONGEST_BEGUN = 14;

/** How much of a cell the dictionary explains: 1 for a cell of nothing but known names, 0 for a sentence. */
export function coverageOf(words: readonly Word[], index: PartyIndex): number {
  const length = words.at(-1)?.end ?? 0;
  let known = 0;
  let unknown = 0;
  for (let at = 0; at < words.length;) {
    const match = longestMatch(index, words, at);
    const word = words[at];
    if (match) {
      known += lettersOf(words.slice(match.from, match.to));
      at = match.to;
      continue;
    }
    if (word && !AROUND.has(word.key) && !BEFORE.has(word.key)) unknown += word.key.length;
    // A sentence is known for one long before its end.
    if (unknown > length * 0.6) return 0;
    at += 1;
  }
  if (known + unknown === 0) return words.some(({ key }) => PLACE.has(key)) ? 1 : 0;
  return known / (known + unknown);
}

/** The end of a cell that may begin a longer name of the dictionary; of two words at least. */
export function begunName(fold: string, words: readonly Word[], index: PartyIndex): string {
  for (let at = Math.max(0, words.length - LONGEST_BEGUN); at < words.length - 1; at += 1) {
    if (isBegun(index, words, at)) return fold.slice(words[at]?.start ?? 0);
  }
  return "";
}

function lettersOf(words: readonly Word[]): number {
  return words.reduce((sum, { key }) => sum + key.length, 0);
}

/** The parties of a column: names through the dictionary, longest first; what remains is an unknown party. */
export function readParties(source: Source, pieces: readonly Range[], index: PartyIndex): PartiesRead {
  const passage = passageOf(source, pieces);
  const words = wordsOf(passage.fold);
  const matches = matchesIn(passage, words, index);
  const found: ParsedParty[] = [];
  const notes: Narrowed[] = [];
  let from = 0;
  matches.forEach((match, order) => {
    const first = withPrefix(passage, words, from, match.from);
    for (const group of groupsOf(passage, words, from, first)) addUnknown(group);

    const next = matches[order + 1]?.from ?? words.length;
    const { places, tail } = placesBehind(passage, words, index, match, next);
    const narrowed = places.length > 0 ? null : narrowingAfter(passage, words, match, tail, next);
    from = narrowed ?? tail;
    const party = partyOf(first, from, match, order);
    if (narrowed !== null && isLocal(words, match)) {
      const name = textOf(source, stretchOf(passage, words, tail, narrowed));
      party.canonical = `${party.canonical} ${name}`;
      party.place = { id: null, name };
    }
    const named = placedParties(source, passage, words, index, match.entry, party, { first, places });
    found.push(...named);
    const isOfPart = named[0] === party && places.some(({ place }) => !place.isOwn);
    if (narrowed !== null || isOfPart) {
      party.confidence = "guess";
      notes.push({ code: "party-narrowed", party: party.canonical, written: party.written });
    }
  });
  for (const group of groupsOf(passage, words, from, words.length)) addUnknown(group);
  return { parties: unify(found), notes };

  function addUnknown(group: Group): void {
    const unknown = unknownOf(source, passage, words, group, index);
    if (unknown) found.push(unknown);
  }

  function partyOf(first: number, afterLast: number, match: Match, order: number): ParsedParty {
    const stretch = stretchOf(passage, words, first, afterLast);
    const { canonical, kind, code } = match.entry;
    const neighbours = [matches[order - 1], matches[order + 1]];
    const piece = pieceOf(passage, words[match.from]);
    const isGlued = neighbours.some((other) => other && pieceOf(passage, words[other.from]) === piece);
    const isClear = !isGlued && first === match.from && stretch.length === 1;
    return {
      canonical,
      kind,
      code,
      written: textOf(source, stretch),
      spans: spansOf(source, stretch),
      confidence: isClear ? "clear" : "likely",
    };
  }
}

/** Names in their order; behind «بانک‌های ملی، » those as well that leave out the word they share. */
function matchesIn(passage: Passage, words: readonly Word[], index: PartyIndex): Match[] {
  const matches: Match[] = [];
  let head: Word | null = null;
  for (let at = 0; at < words.length;) {
    const isApart = at > 0 && pieceOf(passage, words[at]) !== pieceOf(passage, words[at - 1]);
    if (isApart || PARTING.test(gapBefore(passage, words, at))) head = null;
    const opened = sharedHead(words[at]);
    head = opened ?? head;
    const plain = longestMatch(index, words, at);
    const headed = head && !opened ? matchBehindHead(index, words, at, head) : null;
    const match = headed && headed.to > (plain?.to ?? 0) ? headed : plain;
    if (match) matches.push(match);
    at = match?.to ?? at + 1;
  }
  return matches;
}

interface Group {
  from: number;
  to: number;
}

/** Words that no name explains, parted where a paragraph or a parting mark stands between them. */
function groupsOf(passage: Passage, words: readonly Word[], from: number, to: number): Group[] {
  const groups: Group[] = [];
  for (let at = from; at < to; at += 1) {
    const last = groups.at(-1);
    const isApart =
      !last ||
      pieceOf(passage, words[at]) !== pieceOf(passage, words[at - 1]) ||
      PARTING.test(gapBefore(passage, words, at));
    if (isApart) groups.push({ from: at, to: at + 1 });
    else last.to = at + 1;
  }
  return groups;
}

/** Where a name begins when the words that clerks put before it are counted in. */
function withPrefix(passage: Passage, words: readonly Word[], limit: number, at: number): number {
  let first = at;
  // Also over the end of a paragraph or page: «اداره کل» alone is nobody.
  while (
    first > limit &&
    BEFORE.has(words[first - 1]?.key ?? "") &&
    gapBefore(passage, words, first) === " "
  ) {
    first -= 1;
  }
  return first;
}

/**
 * The same party once for every place behind its name. A group of one body in each place, with places behind it, means
 * these alone; any other group stays as it is.
 */
export function placedParties(
  source: Source,
  passage: Passage,
  words: readonly Word[],
  index: PartyIndex,
  entry: PartyEntry,
  party: ParsedParty,
  { first, places }: { first: number; places: readonly NamedPlace[] },
): ParsedParty[] {
  const body = entry.kind === "body" ? entry : index.dictionary.find(({ code }) => code === entry.member);
  if (!body || places.length === 0) return [party];
  return places.map(({ place, from, to }, order) => {
    const stretch = stretchOf(passage, words, order === 0 ? first : from, to);
    return {
      ...party,
      canonical: `${body.canonical} ${place.name}`,
      kind: "body",
      code: body.code,
      place: { id: place.id, name: place.name },
      written: textOf(source, stretch),
      spans: spansOf(source, stretch),
      confidence: places.length > 1 || body !== entry ? "likely" : party.confidence,
    };
  });
}

/** Words of an unknown place's name are no more than these. */
const LONGEST_PLACE = 2;

/** The end of «شهرستان …», or of «بهاران» behind «بخشداری», or null. */
function narrowingAfter(
  passage: Passage,
  words: readonly Word[],
  match: Match,
  at: number,
  limit: number,
): number | null {
  const word = words[at];
  if (!word || at >= limit || !areJoined(passage, words, at)) return null;
  if (!NARROWER.has(word.key)) return isLocal(words, match) ? endOfName(passage, words, at, limit) : null;
  let end = at + 1;
  while (end < limit && areJoined(passage, words, end) && words[end]?.key !== "و") end += 1;
  return end;
}

function endOfName(passage: Passage, words: readonly Word[], at: number, limit: number): number | null {
  let end = at;
  while (end < limit && areJoined(passage, words, end) && !isNoName(words[end]?.key ?? "")) end += 1;
  return end > at && end - at <= LONGEST_PLACE ? end : null;
}

function isNoName(key: string): boolean {
  return AROUND.has(key) || BEFORE.has(key) || OF_WHAT.has(key) || CONCERNED.has(key);
}

function stretchOf(passage: Passage, words: readonly Word[], from: number, to: number): Range[] {
  const start = words[from]?.start ?? 0;
  return piecesBetween(passage, start, words[to - 1]?.end ?? start);
}

function unknownOf(
  source: Source,
  passage: Passage,
  words: readonly Word[],
  group: Group,
  index: PartyIndex,
): ParsedParty | null {
  let { from, to } = group;
  if (words.slice(from, to).every(({ key }) => AROUND.has(key))) return null;
  while (from < to && JOINING.has(words[from]?.key ?? "")) from += 1;
  while (to > from && JOINING.has(words[to - 1]?.key ?? "")) to -= 1;
  const keys = words.slice(from, to).map(({ key }) => key);
  const stretch = stretchOf(passage, words, from, to);
  const written = textOf(source, stretch);
  const isVague = keys.some((key) => OF_WHAT.has(key)) && keys.some((key) => CONCERNED.has(key));
  const vague = isVague ? index.dictionary.find(({ kind }) => kind === "vague-group") : undefined;
  return {
    canonical: vague?.canonical ?? written,
    kind: isVague ? "vague-group" : "unknown",
    code: vague?.code ?? null,
    written,
    spans: spansOf(source, stretch),
    confidence: "guess",
  };
}

/** One party named twice is one party. */
function unify(parties: readonly ParsedParty[]): ParsedParty[] {
  const byName = new Map<string, ParsedParty>();
  for (const party of parties) {
    const known = byName.get(party.canonical);
    if (known) known.spans.push(...party.spans);
    else byName.set(party.canonical, party);
  }
  return [...byName.values()];
}
