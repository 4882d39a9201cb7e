import { toPersianDigits } from "~/lib/digits";
import type { ReviewAttendee, ReviewHeader } from "../minutes/review";
import { dayWritten, listOf, STANDING_WORDS, WORDS } from "./written-words";

export type WrittenResolution = {
  number: number;
  text: string;
  items: { label: string; text: string }[];
  parties: string;
  deadline: string;
};

/** What the minutes of a meeting say, in the order in which they say it. */
export type WrittenMinutes = {
  header: Pick<ReviewHeader, "title" | "heldOn" | "startsAt" | "endsAt" | "place" | "invitationNumber">;
  agenda: readonly string[];
  attendees: readonly Omit<ReviewAttendee, "certainty">[];
  discussion: readonly string[];
  resolutions: readonly WrittenResolution[];
};

/** A field stays in its cell. */
const inLine = (text: string) => text.replace(/\s+/g, " ").trim();

export const attendeeWritten = ({
  name,
  post,
  organisation,
  standing,
}: Omit<ReviewAttendee, "certainty">): string => {
  const who = [name, post, organisation].filter(Boolean).map(inLine).join(" ");
  return standing === "present" ? who : `${who} (${STANDING_WORDS[standing]})`;
};

const labelled = (label: string, value: string | null | undefined) =>
  value ? `${label}: ${toPersianDigits(inLine(value))}` : "";

/** The minutes as the text of an office: its head, agenda, those present, what was said, and the table of resolutions. */
export function writtenMinutes(minutes: WrittenMinutes): string {
  const { header, agenda, attendees, discussion, resolutions } = minutes;
  const day = header.heldOn ? dayWritten(header.heldOn) : "";
  const rows = resolutions.map(({ number, text, items, parties, deadline }) => {
    const parts = items
      .filter((item) => !text.includes(item.text))
      .map((item) => `${item.label}: ${inLine(item.text)}`);
    return [
      toPersianDigits(String(number)),
      [inLine(text), ...parts].join(" "),
      inLine(parties),
      toPersianDigits(inLine(deadline)),
    ].join("\t");
  });
  const blocks = [
    [labelled(WORDS.title, header.title), labelled(WORDS.date, day)].filter(Boolean).join("\t"),
    day && `${WORDS.minutesOf} (${day})`,
    [labelled(WORDS.start, header.startsAt), labelled(WORDS.end, header.endsAt)].filter(Boolean).join("\t"),
    [labelled(WORDS.place, header.place), labelled(WORDS.invitation, header.invitationNumber)]
      .filter(Boolean)
      .join("\t"),
    agenda.length > 0 &&
      [
        `${WORDS.agenda}:`,
        ...agenda.map((item, at) => `${toPersianDigits(String(at + 1))}. ${inLine(item)}`),
      ].join("\n"),
    attendees.length > 0 && `${WORDS.present}:\n${listOf(attendees.map(attendeeWritten))}`,
    discussion.length > 0 && [`${WORDS.discussion}:`, ...discussion].join("\n"),
    rows.length > 0 &&
      [day ? `${WORDS.resolutions} (${day})` : "", WORDS.columns.join("\t"), ...rows]
        .filter(Boolean)
        .join("\n"),
  ];
  return blocks.filter(Boolean).join("\n\n");
}
