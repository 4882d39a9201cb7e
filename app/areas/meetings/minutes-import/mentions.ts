import { longestMatch, type Match, type PartyIndex } from "~/lib/written-names/dictionary";
import { placedParties } from "~/lib/written-names/parties";
import { piecesBetween, spansOf, textOf, type Passage } from "~/lib/written-names/passage";
import { areJoined, placesBehind, type NamedPlace } from "~/lib/written-names/places";
import type { Source } from "~/lib/written-names/source";
import { wordSet, wordsOf, type Word } from "~/lib/written-names/words";
import type { ParsedParty, ResolutionNote } from "./types";

/** Words after which a name is the one who acts. */
const BEFORE_ACTOR = wordSet("گردید شد است گردد شود شدند گردیدند توسط کلیه تمامی همه سایر");

/** Verbs with which a clause ends: behind «… کند، » another begins. */
const ENDS_CLAUSE = wordSet(
  "کند کنند نماید نمایند دهد دهند شود شوند گردد گردند باشد باشند گیرد گیرند اورد اورند سازد سازند رساند رسانند بپردازد بپردازند دارد دارند",
);

/** Words that say of the names right before them that they act. */
const BEHIND_ACTOR = wordSet("موظف مکلف ملزم متعهد باید بایستی می‌بایست میبایست");
/** «نسبت به … اقدام نمایند»: the names before it act. */
const IN_RESPECT = "نسبت";

/** Words of office before a name: «اداره برق»، «مدیرکل محترم بهزیستی». */
const TITLES = wordSet("اداره کل سازمان مدیر مدیرکل رییس ریاست مدیریت شرکت محترم");

/** Bodies in a column and things in a sentence, unless «اداره» or the like stands before or a place behind. */
const THINGS = wordSet("گاز برق آب پست کشاورزی بازرسی استاندارد زندان فرودگاه مخابرات اورژانس کار");

interface Mention {
  match: Match;
  /** `unsure`: it stands where those who act do, and may be something else. */
  role: "actor" | "receiver" | "unsure";
  places: readonly NamedPlace[];
  /** Indexes of its first word, titles included, and of the word after its place. */
  first: number;
  last: number;
}

/** Names in a sentence that act, and those to whom something is to be sent; a name in any other place is passed over. */
function mentionsIn(passage: Passage, words: readonly Word[], index: PartyIndex): Mention[] {
  const names: Omit<Mention, "role">[] = [];
  for (let at = 0; at < words.length;) {
    const match = longestMatch(index, words, at);
    if (!match) {
      at += 1;
      continue;
    }
    const { places, tail } = placesBehind(passage, words, index, match, words.length);
    names.push({ match, places, first: titled(passage, words, match.from), last: tail });
    at = tail;
  }
  const found: Mention[] = [];
  names.forEach((name, order) => {
    const before = found.at(-1);
    const isListed = before !== undefined && isListedWith(passage, words, before.last, name.first);
    const role = isListed
      ? before.role
      : roleOf(passage, words, name, isActingList(words, names, order, passage));
    if (role !== null) found.push({ ...name, role: role === "unsure" && isListed ? "actor" : role });
  });
  return found.map((mention) =>
    mention.role === "actor" && isThing(words, mention) ? { ...mention, role: "unsure" } : mention,
  );
}

type Role = Mention["role"];

function roleOf(
  passage: Passage,
  words: readonly Word[],
  { match, first }: Omit<Mention, "role">,
  isActing: boolean,
): Role | null {
  const before = words[first - 1];
  const gap = passage.fold.slice(before?.end ?? 0, words[first]?.start ?? 0);
  if (before?.key === "به" && !/[:;,.]/.test(gap)) return "receiver";
  if (isActing || !before || /[:;.]/.test(gap)) return "actor";
  const isAnd = before.key === "و" || /,/.test(gap);
  if (!isAnd) return BEFORE_ACTOR.has(before.key) ? "actor" : null;
  if (ENDS_CLAUSE.has(before.key === "و" ? (words[first - 2]?.key ?? "") : before.key)) return "actor";
  // Behind «و» or «،» in the middle of a sentence one word may as well be a thing among things.
  return match.entry.kind === "body" && match.to - match.from < 2 ? "unsure" : "actor";
}

/** The first of the titles before a name. */
function titled(passage: Passage, words: readonly Word[], at: number): number {
  let first = at;
  while (first > 0 && TITLES.has(words[first - 1]?.key ?? "") && areJoined(passage, words, first)) first -= 1;
  return first;
}

/** Whether nothing but «و» or «،» stands between the end of one name and the next. */
function isListedWith(passage: Passage, words: readonly Word[], end: number, next: number): boolean {
  const between = passage.fold.slice(words[end - 1]?.end ?? 0, words[next]?.start ?? 0);
  return /^ ?(?:,|و|, ?و)? ?$/u.test(between);
}

/** Whether the list that a name stands in ends with «موظف شدند» or «نسبت به …». */
function isActingList(
  words: readonly Word[],
  names: readonly Omit<Mention, "role">[],
  order: number,
  passage: Passage,
): boolean {
  let at = order;
  for (let next = names[at + 1]; next; next = names[at + 1]) {
    if (!isListedWith(passage, words, names[at]?.last ?? 0, next.first)) break;
    at += 1;
  }
  const end = names[at]?.last ?? words.length;
  const key = words[end]?.key ?? "";
  return BEHIND_ACTOR.has(key) || (key === IN_RESPECT && words[end + 1]?.key === "به");
}

function isThing(words: readonly Word[], { match, first, places }: Mention): boolean {
  const isAlone = match.to - match.from === 1 && first === match.from && places.length === 0;
  return isAlone && THINGS.has(words[match.from]?.key ?? "");
}

/**
 * Parties that the text of a resolution names as acting, though its column does not, and those to whom something is to
 * be sent. A name behind any other preposition («در استانداری») says nothing of duty. In running text also the names
 * that may act or be something else, for a person to look at.
 */
export function findMentions(
  source: Source,
  passage: Passage,
  parties: readonly ParsedParty[],
  index: PartyIndex,
  isProse = false,
): ResolutionNote[] {
  const named = new Set(parties.map(({ canonical }) => canonical));
  const codes = new Set(parties.map(({ code }) => code));
  const words = wordsOf(passage.fold);
  const notes: ResolutionNote[] = [];
  for (const mention of mentionsIn(passage, words, index)) {
    if (mention.role === "unsure" && !isProse) continue;
    for (const party of partiesOf(source, passage, words, index, mention)) {
      const isKnown = named.has(party.canonical) || (party.place === undefined && codes.has(party.code));
      if (party.kind === "vague-group" || isKnown) continue;
      named.add(party.canonical);
      notes.push({
        code: mention.role === "receiver" ? "text-names-receiver" : "text-names-party",
        party: party.canonical,
        kind: party.kind,
        written: party.written,
        spans: party.spans,
      });
    }
  }
  return notes;
}

/** Those who act in a sentence that has no column beside it. */
export function findActors(source: Source, passage: Passage, index: PartyIndex): ParsedParty[] {
  const found = new Map<string, ParsedParty>();
  const words = wordsOf(passage.fold);
  for (const mention of mentionsIn(passage, words, index)) {
    if (mention.role !== "actor") continue;
    for (const party of partiesOf(source, passage, words, index, mention)) {
      if (!found.has(party.canonical)) found.set(party.canonical, party);
    }
  }
  return [...found.values()];
}

function partiesOf(
  source: Source,
  passage: Passage,
  words: readonly Word[],
  index: PartyIndex,
  { match, places }: Mention,
): ParsedParty[] {
  const { canonical, kind, code } = match.entry;
  const start = words[match.from]?.start ?? 0;
  const stretch = piecesBetween(passage, start, words[match.to - 1]?.end ?? start);
  const party: ParsedParty = {
    canonical,
    kind,
    code,
    written: textOf(source, stretch),
    spans: spansOf(source, stretch),
    confidence: "likely",
  };
  return placedParties(source, passage, words, index, match.entry, party, { first: match.from, places });
}
