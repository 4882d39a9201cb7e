import type { AgendaSection } from "../choices";
import type { AddMeetingType } from "./schema";

/** Names as they are typed, one a line. */
const namesOf = (text: string | undefined): string[] =>
  (text ?? "")
    .split("\n")
    .map((one) => one.trim().slice(0, 120))
    .filter(Boolean)
    .slice(0, 20);

/**
 * Sections by their Persian names, with the English ones in the same order, and the length of the meeting shared among
 * them. A section without an English name has its Persian one there too.
 */
function sectionsOf({ sections, sectionsEn, minutesLong }: AddMeetingType): AgendaSection[] {
  const names = namesOf(sections);
  const english = namesOf(sectionsEn);
  const minutes = Math.max(1, Math.floor(minutesLong / Math.max(names.length, 1)));
  return names.map((fa, at) => ({ fa, en: english[at] ?? fa, minutes }));
}

/** The names of sections as a form takes them; the English ones only where one differs. */
export function sectionTexts(agenda: readonly AgendaSection[]): { sections: string; sectionsEn: string } {
  const hasEnglish = agenda.some(({ fa, en }) => fa !== en);
  return {
    sections: agenda.map(({ fa }) => fa).join("\n"),
    sectionsEn: hasEnglish ? agenda.map(({ en }) => en).join("\n") : "",
  };
}

/** Columns of a type from its form. */
export const typeColumns = (input: AddMeetingType) => ({
  fa: input.fa,
  en: input.en ?? input.fa,
  kind: input.kind,
  participants: input.participants,
  quorumKind: input.quorumKind,
  quorumCount: input.quorumKind === "count" ? (input.quorumCount ?? null) : null,
  minutesLong: input.minutesLong,
  agenda: sectionsOf(input),
});
