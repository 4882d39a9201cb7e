import type { IsoDate } from "~/lib/jalali";

/**
 * What the fields of this area's records may be. Kept apart from the schemas, so that a page shows these without carrying
 * the validator.
 */

/** Months between two reports of a continuous obligation; 0 is a week. */
export const CADENCES = { weekly: 0, monthly: 1, quarterly: 3, "half-yearly": 6, yearly: 12 } as const;
export type Cadence = keyof typeof CADENCES;

export const CADENCE_NAMES = Object.keys(CADENCES) as [Cadence, ...Cadence[]];

/** In what a relative deadline is said; a month is a Jalali one, and no count of days. */
export const DEADLINE_UNITS = ["working", "calendar", "month"] as const;
export type DeadlineUnit = (typeof DEADLINE_UNITS)[number];

export const DEADLINE_KINDS = ["dated", "relative", "continuous", "none"] as const;

/** When something is due, as a person says it; `deadline.ts` reckons the day of it. */
export type Deadline =
  | { kind: "dated"; on: IsoDate }
  | { kind: "relative"; count: number; unit: DeadlineUnit }
  | { kind: "continuous"; cadence: Cadence; receiver: string }
  | { kind: "none"; reason: string };

/** Who looked whether it is done: the issuing secretariat by its papers, the network's monitors on the spot, a sample. */
export const VERIFIED_HOW = ["secretariat", "monitors", "sample"] as const;
export type VerifiedHow = (typeof VERIFIED_HOW)[number];
/** How it was found done, as the record keeps it: also by the office that passed it on. */
export const KEPT_VERIFIED_HOW = [...VERIFIED_HOW, "office"] as const;

/** What becomes of those to whom an obligation was passed on when its issuer ends it. */
export const CHILDREN_FATES = ["withdraw", "keep"] as const;

/** The national base of causes for which a day is moved; places add their own. */
export const CAUSES = [
  "budget",
  "waits-on-body",
  "permit",
  "staff",
  "supply",
  "weather",
  "scope",
  "unclear",
] as const;
export type Cause = (typeof CAUSES)[number];

/** Most addressees of one decision; a group stands for many offices. */
export const MOST_ADDRESSED = 300;

/** Records of the debtor's own place that may stand as evidence. */
export const RECORD_KINDS = ["meeting", "demand", "obstacle", "circle", "visit"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Where the page of such a record is, behind the place. */
export const RECORD_PAGE: Record<RecordKind, string> = {
  meeting: "meetings",
  demand: "demands",
  obstacle: "obstacles",
  circle: "network/circles",
  visit: "visits",
};
