import type { Deadline, MinutesWarning, ParsedMinutes } from "./types";

/** The minutes as a file for other programs: what the command line prints. */
export interface MinutesDocument {
  header: {
    title: string | null;
    /** Gregorian `YYYY-MM-DD`. */
    date: string | null;
    /** `HH:MM`. */
    start: string | null;
    end: string | null;
    place: string | null;
    invitationNumber: string | null;
  };
  agenda: string[];
  declaredCount: number | null;
  resolutions: {
    number: number;
    text: string;
    parties: string[];
    deadline: Deadline | null;
    subItems: string[];
    refersTo: number[];
  }[];
  warnings: MinutesWarning[];
}

export function toDocument({
  header,
  agenda,
  declaredCount,
  resolutions,
  warnings,
}: ParsedMinutes): MinutesDocument {
  return {
    header: {
      title: header.title?.value ?? null,
      date: header.date?.value ?? null,
      start: header.start?.value ?? null,
      end: header.end?.value ?? null,
      place: header.place?.value ?? null,
      invitationNumber: header.invitationNumber?.value ?? null,
    },
    agenda: agenda.map(({ value }) => value),
    declaredCount: declaredCount?.value ?? null,
    resolutions: resolutions.map(({ number, text, parties, deadline, subItems, refersTo }) => ({
      number,
      text: text.value,
      parties: parties.map(({ canonical }) => canonical),
      deadline: deadline && { kind: deadline.kind, date: deadline.date, text: deadline.text },
      subItems: subItems.map((item) => item.text),
      refersTo: refersTo.map((reference) => reference.number),
    })),
    warnings,
  };
}
