/**
 * What the fields of this area's records may be. Kept apart from the schemas, so that a page shows these without carrying
 * the validator.
 */

/** What staff are told; each has a sentence in `messages.ts`. */
export const NEWS = [
  "minutes-issued",
  "obligation-reported",
  "obligation-verified",
  "obligation-rejected",
  "obligation-re-dated",
  "obligation-ended",
  "obligations-issued",
  "silent-chased",
  "offices-reminded",
  "silence-escalated",
  "limits-moved",
  "issued-limits-moved",
  "obstacle-raised",
  "obstacle-answered",
  "obstacle-contested",
  "report-submitted",
  "report-commented",
  "report-returned",
  "report-approved",
  "report-accepted",
  "demand-answered",
  "demand-judged-solved",
  "demand-judged-partly",
  "demand-judged-no",
  "person-erased",
  "calls-assigned",
  "holder-appointed",
  "holder-ended",
  "holder-link",
  "deputy-named",
  "deputy-ended",
  "glass-opened",
  "relocation-waits",
  "relocation-consented",
  "relocation-refused",
  "relocation-withdrawn",
  "relocation-accepted",
  "relocation-declined",
  "relocation-expired",
  "office-merged",
  "office-abolished",
  "office-returned",
  "paper-written",
  "obligation-day-asked",
  "words-corrected",
  "office-owes",
  "office-chased",
  "office-reminded",
  "officer-appointed",
  "officer-ended",
  "officer-link",
  "county-closed",
  "county-succeeded",
  "county-reopened",
] as const;
export type News = (typeof NEWS)[number];

/**
 * Variables of a sentence: counts, codes, names of places and offices, titles of documents; nothing about a person. A
 * name in two languages is `nameFa` and `nameEn`; a `period` is written out in the reader's language.
 */
export type Vars = Record<string, string | number>;
