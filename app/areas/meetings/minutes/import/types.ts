import type { Confidence, Narrowed, ParsedParty, PartyKind, Span } from "~/lib/written-names/types";

export { CONFIDENCES } from "~/lib/written-names/types";
export type { Confidence, ParsedParty, PartyKind, Span };

/** One thing read from the document: what it means, how it was written, and where. */
export interface Reading<T> {
  value: T;
  written: string;
  spans: Span[];
  confidence: Confidence;
}

export type Period = "day" | "working-day" | "week" | "month" | "season" | "year";

export interface Deadline {
  kind: "dated" | "relative" | "continuous";
  /** Gregorian `YYYY-MM-DD`; only what the document itself states, so null for relative and continuous ones. */
  date: string | null;
  text: string;
}

export interface ParsedDeadline extends Deadline {
  spans: Span[];
  confidence: Confidence;
  /** Length of a relative deadline («ظرف یک ماه») or rhythm of a continuous one («هر سه ماه»), when it is said. */
  every: { count: number; period: Period } | null;
  /** A relative deadline that ends with the next session («تا جلسه بعد»). */
  nextSession: boolean;
}

export interface SubItem {
  /** As written: «الف», «ب», or a number. */
  label: string;
  text: string;
  spans: Span[];
  confidence: Confidence;
}

export interface Reference {
  number: number;
  written: string;
  spans: Span[];
  confidence: Confidence;
}

/** What a person should know about one resolution; parameters are for the sentence in the message catalogue. */
export type ResolutionNote =
  /** the text names a party that the column does not */
  | { code: "text-names-party"; party: string; kind: PartyKind; written: string; spans: Span[] }
  /** the text names a party as receiver of a report */
  | { code: "text-names-receiver"; party: string; kind: PartyKind; written: string; spans: Span[] }
  /** the deadline column is blank and the text speaks of time */
  | { code: "text-speaks-of-time"; deadline: ParsedDeadline }
  /** the party was written with the name of a narrower place */
  | Narrowed
  /** a note of the page whose mark stands in the resolution */
  | { code: "footnote"; written: string; spans: Span[] }
  /** the last sub-item may hold the end of the whole sentence */
  | { code: "last-sub-item-may-close-sentence"; label: string };

export interface ParsedResolution {
  number: number;
  /** `guess` when the row carries no number and was given one from its neighbours. */
  numberConfidence: Confidence;
  text: Reading<string>;
  parties: ParsedParty[];
  deadline: ParsedDeadline | null;
  subItems: SubItem[];
  refersTo: Reference[];
  /** Lines of rows without a number that were joined to this resolution. */
  continuationLines: number[];
  /** How sure the reader is which cell is which. */
  layout: Confidence;
  notes: ResolutionNote[];
  spans: Span[];
}

export const WARNING_CODES = [
  "empty",
  "not-text",
  "no-table",
  "table-header-missing",
  "title-missing",
  "date-missing",
  "date-unreadable",
  "date-guessed",
  "dates-disagree",
  "time-unreadable",
  "end-before-start",
  "declared-count-missing",
  "count-differs",
  "number-missing",
  "number-repeated",
  "number-assigned",
  "continuation-merged",
  "text-missing",
  "party-missing",
  "party-unknown",
  "party-vague",
  "text-names-party",
  "deadline-not-understood",
  "deadline-no-such-day",
  "no-deadlines",
  "reference-not-found",
  "line-not-read",
  "earlier-passed-over",
  "read-from-sentences",
  "note-apart",
  "page-foot",
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** `number` is a resolution's number; `line` a line of the original. */
export interface MinutesWarning {
  code: WarningCode;
  number?: number;
  line?: number;
  written?: string;
  party?: string;
  expected?: number;
  found?: number;
}

export interface ParsedHeader {
  title: Reading<string> | null;
  /** Gregorian `YYYY-MM-DD`. */
  date: Reading<string> | null;
  /** `HH:MM`. */
  start: Reading<string> | null;
  end: Reading<string> | null;
  place: Reading<string> | null;
  /** In Latin digits. */
  invitationNumber: Reading<string> | null;
}

/** How one who is named among those of a meeting took part: himself, by another, as a guest («مدعو»), or not. */
export const STANDINGS = ["present", "deputy", "guest", "absent"] as const;
export type Standing = (typeof STANDINGS)[number];

/** One of those whom the minutes list, or a whole kind of them («معاونان استاندار»). */
export interface ParsedAttendee {
  name: string | null;
  post: string | null;
  organisation: string | null;
  standing: Standing;
  written: string;
  spans: Span[];
  confidence: Confidence;
}

export interface ParsedMinutes {
  header: ParsedHeader;
  attendees: ParsedAttendee[];
  /** What was said, paragraph by paragraph. */
  discussion: Reading<string>[];
  agenda: Reading<string>[];
  /** How many resolutions the document says it has. */
  declaredCount: Reading<number> | null;
  resolutions: ParsedResolution[];
  warnings: MinutesWarning[];
}
