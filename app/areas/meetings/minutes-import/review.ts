import { addDays, isoOf, jalaliOf, monthLength, type IsoDate } from "~/lib/jalali";
import type { PartyDictionary } from "~/lib/written-names/dictionary";
import { nearestParties } from "~/lib/written-names/nearest-parties";
import type {
  MinutesWarning,
  ParsedDeadline,
  ParsedMinutes,
  ParsedParty,
  ParsedResolution,
  PartyKind,
  Reading,
  ResolutionNote,
  Span,
} from "./types";

/** What a person answers for every resolution: «بدون مهلت» is an answer too, and asks a reason. */
export type DeadlineChoice = "dated" | "relative" | "continuous" | "none";

export interface DeadlineDraft {
  /** null: nobody has said yet; a resolution cannot be saved so. */
  choice: DeadlineChoice | null;
  /** Gregorian `YYYY-MM-DD`, as the document states it. */
  date: string | null;
  every: ParsedDeadline["every"];
  nextSession: boolean;
  /** As written in the column, or "". */
  text: string;
  spans: Span[];
  /** What the sentence says of time where the column is blank, and the day a relative deadline would end. */
  proposal: {
    choice: DeadlineChoice;
    every: ParsedDeadline["every"];
    date: string | null;
    text: string;
  } | null;
  /** Party to which the sentence wants a report sent; the receiver of a continuous one. */
  receiver: string | null;
}

export interface PartyDraft {
  /** The dictionary's name; null for a party that nobody knows. */
  canonical: string | null;
  code: string | null;
  kind: PartyKind;
  written: string;
  spans: Span[];
  needsLook: boolean;
  /** For an unknown party: names to choose from, best first. */
  candidates: { canonical: string; code: string }[];
}

/** Why a resolution wants a look; the first four are questions that stay open until answered. */
export type ReviewFlag =
  | "deadline-unset"
  | "party-unknown"
  | "party-missing"
  | "text-missing"
  | "party-vague"
  | "party-guessed"
  | "number-guessed"
  | "layout-guessed"
  | "deadline-guessed"
  | "continuation-merged"
  | "text-names-party"
  | "last-sub-item";

export interface ResolutionDraft {
  number: number;
  text: string;
  spans: Span[];
  parties: PartyDraft[];
  deadline: DeadlineDraft;
  subItems: { label: string; text: string; spans: Span[] }[];
  refersTo: { number: number; written: string; spans: Span[] }[];
  flags: ReviewFlag[];
  notes: ResolutionNote[];
}

export interface MinutesReview {
  header: Record<keyof ParsedMinutes["header"], { value: string; needsLook: boolean; spans: Span[] }>;
  attendees: string;
  agenda: string[];
  resolutions: ResolutionDraft[];
  declared: { count: number | null; found: number; agrees: boolean | null };
  counts: {
    resolutions: number;
    /** Different parties, unknown ones included. */
    parties: number;
    subItems: number;
    references: number;
    merged: number;
    deadlinesUnset: number;
    partiesUnknown: number;
    vagueGroups: number;
    /** Answers without which the minutes cannot be saved. */
    openQuestions: number;
    /** Resolutions with at least one flag besides the blank deadline. */
    wantLook: number;
  };
  warnings: MinutesWarning[];
}

const QUESTIONS: ReadonlySet<ReviewFlag> = new Set([
  "deadline-unset",
  "party-unknown",
  "party-missing",
  "text-missing",
]);

/** Parsed minutes as drafts that a person edits and confirms; nothing of it is saved. */
export function toReview(parsed: ParsedMinutes, dictionary: PartyDictionary): MinutesReview {
  const meeting = parsed.header.date?.value ?? null;
  const resolutions = parsed.resolutions.map((resolution) => draftOf(resolution, meeting, dictionary));
  const flagged = (flag: ReviewFlag) => resolutions.filter(({ flags }) => flags.includes(flag)).length;
  const parties = resolutions.flatMap((draft) => draft.parties);
  const found = resolutions.length;
  const count = parsed.declaredCount?.value ?? null;
  return {
    header: {
      title: fieldOf(parsed.header.title),
      date: fieldOf(parsed.header.date),
      start: fieldOf(parsed.header.start),
      end: fieldOf(parsed.header.end),
      place: fieldOf(parsed.header.place),
      invitationNumber: fieldOf(parsed.header.invitationNumber),
    },
    attendees: parsed.attendees.map(({ written }) => written).join("\n"),
    agenda: parsed.agenda.map(({ value }) => value),
    resolutions,
    declared: { count, found, agrees: count === null ? null : count === found },
    counts: {
      resolutions: found,
      parties: new Set(parties.map(({ canonical, written }) => canonical ?? written)).size,
      subItems: resolutions.reduce((sum, { subItems }) => sum + subItems.length, 0),
      references: resolutions.reduce((sum, { refersTo }) => sum + refersTo.length, 0),
      merged: flagged("continuation-merged"),
      deadlinesUnset: flagged("deadline-unset"),
      partiesUnknown: new Set(parties.filter(({ kind }) => kind === "unknown").map(({ written }) => written))
        .size,
      vagueGroups: new Set(
        parties.filter(({ kind }) => kind === "vague-group").map((party) => party.canonical),
      ).size,
      openQuestions: resolutions.flatMap(({ flags }) => flags).filter((flag) => QUESTIONS.has(flag)).length,
      wantLook: resolutions.filter(({ flags }) => flags.some((flag) => flag !== "deadline-unset")).length,
    },
    warnings: parsed.warnings,
  };
}

function fieldOf(reading: Reading<string> | null): { value: string; needsLook: boolean; spans: Span[] } {
  return {
    value: reading?.value ?? "",
    needsLook: reading?.confidence !== "clear",
    spans: reading?.spans ?? [],
  };
}

function draftOf(
  resolution: ParsedResolution,
  meeting: string | null,
  dictionary: PartyDictionary,
): ResolutionDraft {
  const { number, text, parties, subItems, refersTo, notes } = resolution;
  return {
    number,
    text: text.value,
    spans: text.spans,
    parties: parties.map((party) => partyOf(party, dictionary)),
    deadline: deadlineOf(resolution, meeting),
    subItems: subItems.map((item) => ({ label: item.label, text: item.text, spans: item.spans })),
    refersTo: refersTo.map((reference) => ({
      number: reference.number,
      written: reference.written,
      spans: reference.spans,
    })),
    flags: flagsOf(resolution),
    notes,
  };
}

function partyOf(party: ParsedParty, dictionary: PartyDictionary): PartyDraft {
  const isUnknown = party.kind === "unknown";
  const candidates = isUnknown ? nearestParties(party.written, dictionary) : [];
  return {
    canonical: isUnknown ? null : party.canonical,
    code: party.code,
    kind: party.kind,
    written: party.written,
    spans: party.spans,
    needsLook: party.confidence === "guess" || party.kind === "vague-group",
    candidates: candidates.map(({ canonical, code }) => ({ canonical, code })),
  };
}

function deadlineOf({ deadline, notes }: ParsedResolution, meeting: string | null): DeadlineDraft {
  const hint = notes.find((note) => note.code === "text-speaks-of-time")?.deadline;
  const receiver = notes.find((note) => note.code === "text-names-receiver")?.party ?? null;
  const source = deadline ?? hint;
  return {
    choice: deadline?.kind ?? null,
    date: deadline?.date ?? null,
    every: deadline?.every ?? null,
    nextSession: deadline?.nextSession ?? false,
    text: deadline?.text ?? "",
    spans: deadline?.spans ?? [],
    proposal: source
      ? {
          choice: source.kind,
          every: source.every,
          date: source.date ?? (source.kind === "relative" ? dayAfter(meeting, source.every) : null),
          text: source.text,
        }
      : null,
    receiver,
  };
}

function dayAfter(meeting: string | null, length: ParsedDeadline["every"]): string | null {
  if (meeting === null || length === null || length.count > 1000) return null;
  const from = meeting as IsoDate;
  switch (length.period) {
    case "day":
      return addDays(from, length.count);
    case "working-day":
      // Only the calendar of a place knows its working days.
      return null;
    case "week":
      return addDays(from, length.count * 7);
    case "month":
      return monthsAfter(from, length.count);
    case "season":
      return monthsAfter(from, length.count * 3);
    case "year":
      return monthsAfter(from, length.count * 12);
  }
}

/** The same day of a later Jalali month, or that month's last. Null beyond the calendar. */
function monthsAfter(from: IsoDate, months: number): string | null {
  const { jy, jm, jd } = jalaliOf(from);
  const year = jy + Math.floor((jm - 1 + months) / 12);
  const month = ((jm - 1 + months) % 12) + 1;
  return year > 1498 ? null : isoOf(year, month, Math.min(jd, monthLength(year, month)));
}

function flagsOf({
  text,
  parties,
  deadline,
  numberConfidence,
  layout,
  continuationLines,
  notes,
}: ParsedResolution): ReviewFlag[] {
  const has = (code: ResolutionNote["code"]) => notes.some((note) => note.code === code);
  const flags: [ReviewFlag, boolean][] = [
    ["text-missing", text.value === ""],
    ["number-guessed", numberConfidence === "guess"],
    ["layout-guessed", layout === "guess"],
    ["continuation-merged", continuationLines.length > 0],
    ["party-missing", parties.length === 0],
    ["party-unknown", parties.some(({ kind }) => kind === "unknown")],
    ["party-vague", parties.some(({ kind }) => kind === "vague-group")],
    ["party-guessed", has("party-narrowed")],
    ["text-names-party", has("text-names-party")],
    ["deadline-unset", deadline === null],
    ["deadline-guessed", deadline !== null && deadline.confidence !== "clear"],
    ["last-sub-item", has("last-sub-item-may-close-sentence")],
  ];
  return flags.filter(([, holds]) => holds).map(([flag]) => flag);
}
