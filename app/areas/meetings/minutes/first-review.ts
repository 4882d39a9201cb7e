import type { GroupRow, OfficeRow } from "~/areas/bodies/schema";
import type { Cadence, DeadlineUnit } from "~/areas/obligations/choices";
import { uuidv7 } from "~/lib/identifiers";
import { isIsoDate, type IsoDate } from "~/lib/jalali";
import { normalise } from "~/lib/persian-text";
import { officeOf } from "~/lib/written-names/office-of";
import type {
  ParsedAttendee,
  ParsedDeadline,
  ParsedMinutes,
  ParsedParty,
  ParsedResolution,
  Span,
} from "./import/types";
import { LONGEST_OF_ATTENDEE } from "../choices";
import {
  leastSure,
  type Origins,
  type Review,
  type ReviewAttendee,
  type ReviewDeadline,
  type ReviewNote,
  type ReviewParty,
  type ReviewResolution,
} from "./review";

/** What a place knows of those whom minutes may name. */
export type Parties = {
  groups: readonly GroupRow[];
  /** Offices of the place, and those under it that it may name. */
  offices: readonly OfficeRow[];
  placeId: number;
};

/** The review as it begins: what was read, with bodies as offices of the place. */
export function firstReview(parsed: ParsedMinutes, known: Parties): Review {
  const { header } = parsed;
  const { title, date, start, end, place, invitationNumber } = header;
  const sure = [title, date, start, end, place, invitationNumber, parsed.declaredCount, ...parsed.agenda];
  const heldOn = header.date?.value;
  return {
    header: {
      revision: 1,
      title: normalise(header.title?.value ?? ""),
      heldOn: heldOn && isIsoDate(heldOn) ? heldOn : null,
      startsAt: header.start?.value ?? null,
      endsAt: header.end?.value ?? null,
      place: header.place ? normalise(header.place.value) : null,
      invitationNumber: header.invitationNumber?.value ?? null,
      ...(date?.confidence === "guess" ? { isDayGuessed: true } : {}),
      certainty: leastSure(sure.map((reading) => reading?.confidence ?? "clear")),
      origins: originsOf({
        title,
        heldOn: date,
        startsAt: start,
        endsAt: end,
        place,
        invitationNumber,
        agenda: spansOf(parsed.agenda),
        declaredCount: parsed.declaredCount,
        attendees: spansOf(parsed.attendees),
        discussion: spansOf(parsed.discussion),
        ...Object.fromEntries(parsed.attendees.map((each, index) => [`attendee-${index}`, each])),
      }),
    },
    agenda: parsed.agenda.map((item) => normalise(item.value)),
    attendees: parsed.attendees.map(attendeeOf),
    discussion: parsed.discussion.map((paragraph) => normalise(paragraph.value)),
    declaredCount: parsed.declaredCount?.value ?? null,
    resolutions: parsed.resolutions.map((resolution) => resolutionOf(resolution, known)),
    warnings: parsed.warnings,
  };
}

/** Whoever has neither name nor post nor body keeps the words themselves. */
function attendeeOf({
  name,
  post,
  organisation,
  standing,
  written,
  confidence,
}: ParsedAttendee): ReviewAttendee {
  const words = [name, post, organisation].some(Boolean) ? (post ?? "") : written;
  return {
    name: normalise(name ?? "").slice(0, LONGEST_OF_ATTENDEE),
    post: normalise(words).slice(0, LONGEST_OF_ATTENDEE),
    organisation: normalise(organisation ?? "").slice(0, LONGEST_OF_ATTENDEE),
    standing,
    certainty: confidence,
  };
}

function resolutionOf(parsed: ParsedResolution, known: Parties): ReviewResolution {
  const parties = parsed.parties.map((party) => partyOf(party, known));
  return {
    id: uuidv7(),
    revision: 1,
    checked: false,
    number: parsed.number,
    numberCertainty: parsed.numberConfidence,
    text: normalise(parsed.text.value),
    textCertainty: parsed.text.confidence,
    parties: parties.filter((party, index) => parties.findIndex((other) => isSame(other, party)) === index),
    subItems: parsed.subItems.map(({ label, text, confidence }) => ({
      label: normalise(label),
      text: normalise(text),
      certainty: confidence,
    })),
    refersTo: parsed.refersTo.map((reference) => reference.number),
    refersToCertainty: leastSure(parsed.refersTo.map((reference) => reference.confidence)),
    deadline: parsed.deadline ? deadlineOf(parsed.deadline, receiverIn(parsed)) : null,
    ...(parsed.deadline
      ? { deadlineCertainty: parsed.deadline.confidence, deadlineWritten: parsed.deadline.text }
      : {}),
    ...(saidOf(parsed)?.nextSession ? { untilNext: true } : {}),
    suggested: suggestionOf(parsed),
    notes: parsed.notes.map(noteOf),
    spans: parsed.spans,
    origins: originsOf({
      text: parsed.text,
      deadline: parsed.deadline,
      refersTo: spansOf(parsed.refersTo),
      ...Object.fromEntries(parsed.subItems.map((item, index) => [`item-${index}`, item])),
    }),
    continuationLines: parsed.continuationLines,
  };
}

type Placed = { spans: Span[] };

function spansOf(readings: readonly Placed[]): Placed {
  return { spans: readings.flatMap(({ spans }) => spans) };
}

/** Where each was read; what was not found has no place. */
function originsOf(readings: Record<string, Placed | null>): Origins {
  return Object.fromEntries(
    Object.entries(readings).flatMap(([name, reading]) =>
      reading && reading.spans.length > 0 ? [[name, reading.spans]] : [],
    ),
  );
}

/** Whether two parties are one debtor. */
export function isSame(a: ReviewParty, b: ReviewParty): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === "office") return a.officeId === b.officeId && a.name === b.name;
  return a.kind === "unknown" ? a.written === b.written : a.groupCode === b.groupCode;
}

const COUNTY_OFFICES = "county-offices";

/** A party that was read, as an office or a group of the place. */
export function partyOf(parsed: ParsedParty, { groups, offices, placeId }: Parties): ReviewParty {
  const { code, canonical: name, written, confidence: certainty, spans } = parsed;
  const common = { id: uuidv7(), name, written, certainty, spans };
  const group = groups.find((candidate) => candidate.code === code);
  // Above a county «کلیه ادارات شهرستان» are another place's, and of which is not said.
  if (group?.code === COUNTY_OFFICES && placeId % 1000 === 0) return { ...common, kind: "unknown" };
  if (group) return { ...common, kind: group.kind === "vague" ? "vague" : "group", groupCode: group.code };
  if (parsed.kind !== "body") return { ...common, kind: "unknown" };
  const office = officeOf(parsed, offices, placeId);
  return office
    ? { ...common, kind: "office", officeId: office.id, name: office.nameFa }
    : { ...common, kind: "office" };
}

const CADENCE_OF: Partial<Record<string, Cadence>> = {
  "week 1": "weekly",
  "month 1": "monthly",
  "month 3": "quarterly",
  "season 1": "quarterly",
  "month 6": "half-yearly",
  "season 2": "half-yearly",
  "year 1": "yearly",
};

/** What a deadline says in words, as its count is kept: a month stays a month, which has no one length in days. */
const SAID_AS = {
  day: { unit: "calendar", times: 1 },
  "working-day": { unit: "working", times: 1 },
  week: { unit: "calendar", times: 7 },
  month: { unit: "month", times: 1 },
  season: { unit: "month", times: 3 },
  year: { unit: "month", times: 12 },
} as const satisfies Record<string, { unit: DeadlineUnit; times: number }>;

function receiverIn(parsed: ParsedResolution): string {
  const note = parsed.notes.find((candidate) => candidate.code === "text-names-receiver");
  return note?.code === "text-names-receiver" ? note.party : "";
}

function partsOf(parsed: ParsedDeadline): ReviewResolution["suggested"] {
  const { kind, date, every } = parsed;
  const cadence = every ? CADENCE_OF[`${every.period} ${every.count}`] : undefined;
  return {
    kind,
    ...(date && isIsoDate(date) ? { on: date as IsoDate } : {}),
    ...(kind === "relative" && every
      ? { count: every.count * SAID_AS[every.period].times, unit: SAID_AS[every.period].unit }
      : {}),
    ...(kind === "continuous" && cadence ? { cadence } : {}),
  };
}

/** A deadline that the deadline column itself states in full; anything less waits for a person. */
function deadlineOf(parsed: ParsedDeadline, receiver: string): ReviewDeadline | null {
  const { kind, on, count, unit, cadence } = partsOf(parsed);
  if (kind === "dated" && on) return { kind, on };
  if (kind === "relative" && count && unit) return { kind, count, unit };
  if (kind === "continuous" && cadence && receiver) return { kind, cadence, receiver };
  return null;
}

/** What its column says of time, else the sentence. */
function saidOf({ deadline, notes }: ParsedResolution): ParsedDeadline | null {
  const note = notes.find((candidate) => candidate.code === "text-speaks-of-time");
  return deadline ?? (note?.code === "text-speaks-of-time" ? note.deadline : null);
}

function suggestionOf(parsed: ParsedResolution): ReviewResolution["suggested"] {
  const said = saidOf(parsed);
  const receiver = receiverIn(parsed);
  return { ...(said ? partsOf(said) : {}), ...(receiver ? { receiver } : {}) };
}

function noteOf(note: ParsedResolution["notes"][number]): ReviewNote {
  switch (note.code) {
    case "text-names-party":
    case "text-names-receiver":
    case "party-narrowed":
      return { code: note.code, party: note.party, written: note.written };
    case "text-speaks-of-time":
      return { code: note.code, written: note.deadline.text, kind: note.deadline.kind };
    case "footnote":
      return { code: note.code, written: note.written };
    case "last-sub-item-may-close-sentence":
      return { code: note.code, label: note.label };
  }
}
