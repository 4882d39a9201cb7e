import type { AgendaSection } from "../choices";
import type { AddMeetingType } from "./schema";

/** Sections as they are typed, one a line, and the length of the meeting shared among them. */
function sectionsOf(text: string | undefined, minutesLong: number): AgendaSection[] {
  const names = (text ?? "")
    .split("\n")
    .map((one) => one.trim().slice(0, 120))
    .filter(Boolean)
    .slice(0, 20);
  const minutes = Math.max(1, Math.floor(minutesLong / Math.max(names.length, 1)));
  return names.map((name) => ({ fa: name, en: name, minutes }));
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
  agenda: sectionsOf(input.sections, input.minutesLong),
});
