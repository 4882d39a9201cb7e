import type { Cadence, Deadline, DeadlineUnit } from "~/areas/obligations/choices";
import { uuidv7 } from "~/lib/identifiers";
import type { IsoDate } from "~/lib/jalali";
import { CONFIDENCES, type Confidence, type MinutesWarning, type Span, type Standing } from "./import/types";

/** Pasted minutes while a person reviews them: kept as the draft's `review`. Nothing here is issued. */
export type Review = {
  header: ReviewHeader;
  agenda: string[];
  attendees: ReviewAttendee[];
  /** What was said, paragraph by paragraph. */
  discussion: string[];
  declaredCount: number | null;
  resolutions: ReviewResolution[];
  warnings: MinutesWarning[];
  /** What was last given to many at once, and the revision that each of them got by it: it can be taken back. */
  together?: { part: TogetherPart; on: { id: string; revision: number }[] };
};

/** What many resolutions can be given at once, where they have none. */
export const TOGETHER_PARTS = ["deadline", "parties"] as const;
export type TogetherPart = (typeof TOGETHER_PARTS)[number];

export type ReviewHeader = {
  revision: number;
  title: string;
  heldOn: IsoDate | null;
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
  invitationNumber: string | null;
  /** The least sure of what was read from the document; `clear` once a person has saved it. */
  certainty: Confidence;
  /** The day was guessed from what was written (a year of two digits), and nobody has confirmed it. */
  isDayGuessed?: boolean;
  /** Where each was read, by its name here. */
  origins?: Origins;
};

/** Where a field was read in the document, by the field's name. */
export type Origins = Partial<Record<string, Span[]>>;

/** One who took part, was asked or was absent; what was not told of him is empty. */
export type ReviewAttendee = {
  name: string;
  post: string;
  organisation: string;
  standing: Standing;
  certainty: Confidence;
};

export type ReviewParty = {
  id: string;
  kind: "group" | "vague" | "office" | "unknown";
  groupCode?: string;
  officeId?: string;
  /** The one name under which all spellings of it meet. */
  name: string;
  /** As the document has it; empty when a person added it. */
  written: string;
  certainty: Confidence;
  /** Where it stands in the document, when it was read there. */
  spans?: Span[];
  /** Nobody knew these words when they were read; a person has said of others like them whom they mean. */
  learnt?: boolean;
};

export type ReviewDeadline = Deadline;

export type ReviewItem = { label: string; text: string; certainty: Confidence };

export type ReviewNote =
  | { code: "text-names-party" | "text-names-receiver"; party: string; written: string }
  | { code: "text-speaks-of-time"; written: string; kind: "dated" | "relative" | "continuous" }
  | { code: "party-narrowed"; party: string; written: string }
  | { code: "footnote"; written: string }
  | { code: "last-sub-item-may-close-sentence"; label: string };

export type ReviewResolution = {
  id: string;
  revision: number;
  /** A person has looked at it and saved it: its guesses are now his. */
  checked: boolean;
  number: number;
  numberCertainty: Confidence;
  text: string;
  textCertainty: Confidence;
  parties: ReviewParty[];
  subItems: ReviewItem[];
  refersTo: number[];
  refersToCertainty: Confidence;
  deadline: ReviewDeadline | null;
  /** How sure the reading of the deadline is; nothing once a person has set it. */
  deadlineCertainty?: Confidence;
  /** The words from which the deadline was read; nothing once a person has set it. */
  deadlineWritten?: string;
  /** «تا جلسه بعد»: a person says on which day that meeting is. */
  untilNext?: boolean;
  /** What the document's own words suggest; never taken without a person. */
  suggested: Partial<Pick<ReviewDeadline, "kind">> & {
    on?: IsoDate;
    count?: number;
    unit?: DeadlineUnit;
    cadence?: Cadence;
    receiver?: string;
  };
  notes: ReviewNote[];
  spans: Span[];
  /** Where its parts were read: `text`, `deadline`, `refersTo`, and `item-0` for the first sub-item. */
  origins?: Origins;
  continuationLines: number[];
};

/** A resolution of which nothing but its words is known. */
export const bareResolution = (number: number, text: string): ReviewResolution => ({
  id: uuidv7(),
  revision: 1,
  checked: false,
  number,
  numberCertainty: "likely",
  text,
  textCertainty: "clear",
  parties: [],
  subItems: [],
  refersTo: [],
  refersToCertainty: "clear",
  deadline: null,
  suggested: {},
  notes: [],
  spans: [],
  continuationLines: [],
});

/** The least sure of several. */
export function leastSure(certainties: readonly Confidence[]): Confidence {
  return (
    CONFIDENCES[Math.max(0, ...certainties.map((certainty) => CONFIDENCES.indexOf(certainty)))] ?? "clear"
  );
}

/** How sure a resolution is as a whole; whatever a person has saved is clear. */
export function certaintyOf(resolution: ReviewResolution): Confidence {
  if (resolution.checked) return "clear";
  return resolution.parties.some((party) => party.kind === "vague")
    ? "guess"
    : certaintyOfReading(resolution);
}

/** The same without the question which bodies a vague group means: that one may stay open at the issue. */
export function certaintyOfReading(resolution: ReviewResolution): Confidence {
  if (resolution.checked) return "clear";
  return leastSure([
    resolution.numberCertainty,
    resolution.textCertainty,
    resolution.refersToCertainty,
    resolution.deadlineCertainty ?? "clear",
    ...resolution.parties.map((party) => (party.kind === "vague" ? "clear" : party.certainty)),
    ...resolution.subItems.map((item) => item.certainty),
    ...(resolution.notes.some((note) => note.code === "text-names-party") ? (["likely"] as const) : []),
  ]);
}
