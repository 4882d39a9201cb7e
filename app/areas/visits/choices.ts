/** What the fields of a visit may be; client-safe. */

/** Where a visit goes: a province or county below, a locality of one's own, an office of one's own place. */
export const TARGET_KINDS = ["division", "locality", "office"] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** The catalogue that is the checklist of a visit: a national base, with what province and county add to it. */
export const CHECKLIST_OF = {
  division: "visit-division",
  locality: "visit-locality",
  office: "visit-office",
} as const satisfies Record<TargetKind, string>;

export const ANSWERS = ["yes", "partly", "no", "not-seen"] as const;
export type Answer = (typeof ANSWERS)[number];

/** The views of the list of visits, by what is to be done with what they show. */
export const VIEWS = ["coming", "to-report", "reported", "no-show", "cancelled", "all"] as const;
export type View = (typeof VIEWS)[number];

/** Questions of a checklist, and findings of a visit, at most. */
export const MOST_QUESTIONS = 100;
export const MOST_FINDINGS = 100;
