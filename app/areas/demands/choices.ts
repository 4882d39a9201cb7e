/**
 * What the fields of this area's records may be. Kept apart from the schemas, so that a page shows these without carrying
 * the validator.
 */

export const KINDS = ["complaint", "request", "criticism", "suggestion", "report"] as const;
export type Kind = (typeof KINDS)[number];

export const FIELDS = [
  "water",
  "power-gas",
  "roads",
  "municipal",
  "education",
  "health",
  "work-welfare",
  "environment",
  "other",
] as const;
export type Field = (typeof FIELDS)[number];

export const CHANNELS = ["visit", "meeting", "phone", "web", "paper", "media"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Why an office refuses; the plain words stand beside it. */
export const REFUSAL_REASONS = ["law", "budget", "competence", "not-founded", "other"] as const;

/** The default limit of a referral, in working days. */
export const REFERRAL_DAYS = 10;
