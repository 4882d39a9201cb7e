import { longestMatch, type Match, type PartyIndex } from "~/lib/written-names/dictionary";
import { piecesBetween, spansOf, textOf, type Passage } from "~/lib/written-names/passage";
import type { Source } from "~/lib/written-names/source";
import type { ParsedParty, ResolutionNote } from "./types";
import { wordsOf, type Word } from "~/lib/written-names/words";

/** Words after which a name is the one who acts. */
const BEFORE_ACTOR = new Set([
  "گردید",
  "شد",
  "است",
  "گردد",
  "شود",
  "و",
  "توسط",
  "کلیه",
  "تمامی",
  "همه",
  "سایر",
]);

interface Mention {
  match: Match;
  role: "actor" | "receiver";
  start: number;
  end: number;
}

/** Names in a sentence that act, and those to whom something is to be sent; a name in any other place is passed over. */
function mentionsIn(passage: Passage, words: readonly Word[], index: PartyIndex): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < words.length; ) {
    const match = longestMatch(index, words, at);
    if (!match) {
      at += 1;
      continue;
    }
    at = match.to;
    // «گاز» and «برق» are bodies in a column and things in a sentence.
    if (match.entry.kind === "body" && match.to - match.from < 2) continue;
    const before = words[match.from - 1];
    const start = words[match.from]?.start ?? 0;
    const gap = passage.fold.slice(before?.end ?? 0, start);
    const isReceiver = before?.key === "به";
    const isActor = !before || BEFORE_ACTOR.has(before.key) || /[:;,.]/.test(gap);
    if (!isReceiver && !isActor) continue;
    const end = words[match.to - 1]?.end ?? start;
    found.push({ match, role: isReceiver ? "receiver" : "actor", start, end });
  }
  return found;
}

/**
 * Parties that the text of a resolution names as acting, though its column does not, and those to whom something is to
 * be sent. A name behind any other preposition («در استانداری») says nothing of duty.
 */
export function findMentions(
  source: Source,
  passage: Passage,
  parties: readonly ParsedParty[],
  index: PartyIndex,
): ResolutionNote[] {
  const named = new Set(parties.map(({ canonical }) => canonical));
  const notes: ResolutionNote[] = [];
  for (const { match, role, start, end } of mentionsIn(passage, wordsOf(passage.fold), index)) {
    const { canonical, kind } = match.entry;
    if (kind === "vague-group" || named.has(canonical)) continue;
    named.add(canonical);
    const stretch = piecesBetween(passage, start, end);
    notes.push({
      code: role === "receiver" ? "text-names-receiver" : "text-names-party",
      party: canonical,
      kind,
      written: textOf(source, stretch),
      spans: spansOf(source, stretch),
    });
  }
  return notes;
}

/** Those who act in a sentence that has no column beside it. */
export function findActors(source: Source, passage: Passage, index: PartyIndex): ParsedParty[] {
  const found = new Map<string, ParsedParty>();
  for (const { match, role, start, end } of mentionsIn(passage, wordsOf(passage.fold), index)) {
    const { canonical, kind, code } = match.entry;
    if (role === "receiver" || found.has(canonical)) continue;
    const stretch = piecesBetween(passage, start, end);
    found.set(canonical, {
      canonical,
      kind,
      code,
      written: textOf(source, stretch),
      spans: spansOf(source, stretch),
      confidence: "likely",
    });
  }
  return [...found.values()];
}
