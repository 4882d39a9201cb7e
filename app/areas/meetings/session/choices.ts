/** What may come of an item of the agenda; the order in which they are offered. */
export const OUTCOME_KINDS = [
  "information",
  "decision",
  "resolution",
  "people-ask",
  "bodies-ask",
  "promise",
] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** Characters of an outcome. */
export const LONGEST_OUTCOME = 4000;

/** Most outcomes of one meeting. */
export const MOST_OUTCOMES = 300;
