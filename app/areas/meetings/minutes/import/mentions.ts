import type { PartyIndex } from "~/lib/written-names/dictionary";
import { placedParties } from "~/lib/written-names/parties";
import { piecesBetween, spansOf, textOf, type Passage } from "~/lib/written-names/passage";
import { NARROWER } from "~/lib/written-names/places";
import type { Source } from "~/lib/written-names/source";
import { wordSet, wordsOf, type Word } from "~/lib/written-names/words";
import { isActive, namesBehind, namesBetween } from "./listed-names";
import { namesIn, unknownName, type Named } from "./sentence-names";
import type { ParsedParty, ResolutionNote } from "./types";

/** Words after which a name is the one who acts. */
const BEFORE_ACTOR = wordSet("گردید شد است گردد شود شدند گردیدند توسط کلیه تمامی همه سایر");

/** Verbs with which a clause ends: behind «… کند، » another begins. */
const ENDS_CLAUSE = wordSet(
  "کند کنند نماید نمایند دهد دهند شود شوند گردد گردند باشد باشند گیرد گیرند اورد اورند سازد سازند رساند رسانند بپردازد بپردازند دارد دارند",
);

/** «بر عهده شهرداری است». */
const CHARGE = "عهده";

/** «مربوط به ادارات»: nothing is sent to these. */
const REGARDING = wordSet("مربوط نسبت توجه عنایت وابسته متعلق راجع");

/** Words that say of the names right before them that they act. */
const BEHIND_ACTOR = wordSet("موظف موظفند مکلف مکلفند ملزم ملزمند متعهد باید بایستی می‌بایست میبایست خواسته");
/** «نسبت به … اقدام نمایند»: the names before it act. */
const IN_RESPECT = "نسبت";

/** Bodies in a column and things in a sentence, unless «اداره» or the like stands before or a place behind. */
export const THINGS = wordSet(
  "گاز برق آب پست کشاورزی بازرسی استاندارد زندان فرودگاه مخابرات اورژانس کار دارایی",
);

interface Mention extends Named {
  /** `unsure`: it stands where those who act do, and may be something else. */
  role: "actor" | "receiver" | "unsure";
}

/**
 * Names in a sentence that act, and those to whom something is to be sent; a name in any other place is passed over. A
 * name that the dictionary does not have counts where it begins a clause that obliges, or is listed with one that acts.
 */
function mentionsIn(passage: Passage, words: readonly Word[], index: PartyIndex): Mention[] {
  const names = namesIn(passage, words, index);
  const acting = inActingList(passage, words, names);
  const found: Mention[] = [];
  names.forEach((name, order) => {
    const before = found.at(-1);
    // It is part of a longer name that the dictionary does not have.
    if (before && name.first < before.last) return;
    const between = before ? namesBetween(passage, words, before.last, name.first) : null;
    const isActing = acting[order] ?? false;
    const role = between ? (before?.role ?? null) : roleOf(passage, words, name, isActing);
    if (role === null || (!name.match && role !== "actor")) return;
    const isListed = names.slice(order + 1, order + 2).some((next) => areListed(passage, words, name, next));
    const behind = isListed || role !== "actor" ? [] : namesBehind(passage, words, name.last);
    const isAlone = !between && !isListed && behind.length === 0;
    const isCharged = words[name.first - 1]?.key === CHARGE;
    if (!name.match && isAlone && !isActing && !isCharged && !isActive(words, name.last)) return;
    for (const each of between ?? []) found.push({ ...unknownName(each), role });
    found.push({ ...name, role: role === "unsure" && between ? "actor" : role });
    if (isThing(words, name)) return;
    for (const each of behind) found.push({ ...unknownName(each), role });
  });
  return found.map((mention) =>
    mention.role === "actor" && isThing(words, mention) ? { ...mention, role: "unsure" } : mention,
  );
}

type Role = Mention["role"];

/** «(اصلاحیه مصوبه ۱۴) شهرداری …»: the sentence begins behind it. */
const OPENING_BRACKET = /^ ?\([^()]{1,200}\)[ :-]*$/u;

function roleOf(
  passage: Passage,
  words: readonly Word[],
  { match, first, last }: Named,
  isActing: boolean,
): Role | null {
  const before = words[first - 1];
  const gap = passage.fold.slice(before?.end ?? 0, words[first]?.start ?? 0);
  if (before?.key === "به" && !/[:;,.]/.test(gap))
    return REGARDING.has(words[first - 2]?.key ?? "") ? null : "receiver";
  const isFirst = !before || OPENING_BRACKET.test(passage.fold.slice(0, words[first]?.start));
  if (isActing || isFirst || /[:;.]/.test(gap) || before.key === CHARGE) return "actor";
  const isAnd = before.key === "و" || /,/.test(gap);
  if (!isAnd) return BEFORE_ACTOR.has(before.key) ? "actor" : null;
  if (ENDS_CLAUSE.has(before.key === "و" ? (words[first - 2]?.key ?? "") : before.key)) return "actor";
  // Behind «و» or «،» in the middle of a sentence one word may as well be a thing among things.
  const isBody = match === null || match.entry.kind === "body";
  return isBody && last - first < 2 ? "unsure" : "actor";
}

/** Whether nothing but «و», «،» and other names stand between the end of one name and the next. */
function areListed(passage: Passage, words: readonly Word[], one: Named, next: Named): boolean {
  return namesBetween(passage, words, one.last, next.first) !== null;
}

/** Of every name whether the list that it stands in ends with «موظف شدند» or «نسبت به …». */
function inActingList(passage: Passage, words: readonly Word[], names: readonly Named[]): boolean[] {
  const acting: boolean[] = [];
  for (let order = names.length - 1; order >= 0; order -= 1) {
    const [name, next] = [names[order], names[order + 1]];
    if (!name) continue;
    acting[order] =
      next && areListed(passage, words, name, next)
        ? (acting[order + 1] ?? false)
        : isActingAt(words, namesBehind(passage, words, name.last).at(-1)?.last ?? name.last);
  }
  return acting;
}

function isActingAt(words: readonly Word[], end: number): boolean {
  const key = words[end]?.key ?? "";
  return BEHIND_ACTOR.has(key) || (key === IN_RESPECT && words[end + 1]?.key === "به");
}

function isThing(words: readonly Word[], { match, first, places, isHeaded }: Named): boolean {
  if (match === null || isHeaded) return false;
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
    if (mention.match === null || (mention.role === "unsure" && !isProse)) continue;
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
  { match, places, first, last }: Named,
): ParsedParty[] {
  const start = words[match?.from ?? first]?.start ?? 0;
  // «شورای اسلامی بخش»: of another place than the name says.
  const behind = words[last];
  const isNarrower =
    match !== null && places.length === 0 && behind?.isPlural === false && NARROWER.has(behind.key);
  const end = isNarrower ? last + 1 : (match?.to ?? last);
  const stretch = piecesBetween(passage, start, words[end - 1]?.end ?? start);
  const written = textOf(source, stretch);
  const spans = spansOf(source, stretch);
  if (match === null) {
    return [{ canonical: written, kind: "unknown", code: null, written, spans, confidence: "guess" }];
  }
  const { canonical, kind, code } = match.entry;
  const party: ParsedParty = {
    canonical,
    kind,
    code,
    written,
    spans,
    confidence: isNarrower ? "guess" : "likely",
  };
  return placedParties(source, passage, words, index, match.entry, party, { first: match.from, places });
}
