import { longestMatch, type PartyIndex } from "~/lib/written-names/dictionary";
import { piecesBetween, spansOf, textOf, type Passage } from "~/lib/written-names/passage";
import type { Source } from "~/lib/written-names/source";
import type { ParsedParty, ResolutionNote } from "./types";
import { wordsOf } from "~/lib/written-names/words";

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
  const words = wordsOf(passage.fold);
  const notes: ResolutionNote[] = [];
  for (let at = 0; at < words.length; ) {
    const match = longestMatch(index, words, at);
    if (!match) {
      at += 1;
      continue;
    }
    at = match.to;
    const { canonical, kind } = match.entry;
    if (kind === "vague-group" || named.has(canonical)) continue;
    // «گاز» and «برق» are bodies in a column and things in a sentence.
    if (kind === "body" && match.to - match.from < 2) continue;
    const before = words[match.from - 1];
    const start = words[match.from]?.start ?? 0;
    const gap = passage.fold.slice(before?.end ?? 0, start);
    const isReceiver = before?.key === "به";
    const isActor = !before || BEFORE_ACTOR.has(before.key) || /[:;,.]/.test(gap);
    if (!isReceiver && !isActor) continue;
    named.add(canonical);
    const stretch = piecesBetween(passage, start, words[match.to - 1]?.end ?? start);
    notes.push({
      code: isReceiver ? "text-names-receiver" : "text-names-party",
      party: canonical,
      kind,
      written: textOf(source, stretch),
      spans: spansOf(source, stretch),
    });
  }
  return notes;
}
