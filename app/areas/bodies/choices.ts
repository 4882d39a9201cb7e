/**
 * What the fields of this area's records may be. Kept apart from the schemas, so that a page shows these without carrying
 * the validator.
 */

/** How long a personal link of an office holds, in days. */
export const LINK_DAYS = ["7", "30", "90"] as const;

/** What sort of body it is. `executive` are those whom «all executive bodies» means; a ministry has no office below. */
export const BODY_KINDS = [
  "executive",
  "governorate",
  "municipality",
  "council",
  "staff-unit",
  "ministry",
  "other",
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** The five groups from which members of the provincial steering council are chosen (letter 504956 of 1398/09/09). */
export const GROUPS_OF_FIVE = [
  "science-culture-education",
  "public-social-judicial",
  "companies-banks-insurance",
  "infrastructure-production",
  "support-health",
] as const;
export type GroupOfFive = (typeof GROUPS_OF_FIVE)[number];

/** Levels at which a body usually has an office. */
export const OFFICE_LEVELS = ["nation", "province", "county"] as const;

/** What a written form is; `taught` came of a person's correction. */
export const NAME_KINDS = ["spelling", "alias", "former"] as const;
export type NameKind = (typeof NAME_KINDS)[number] | "taught";

/** How a group of one's own says who belongs to it. */
export const GROUP_KINDS = ["members", "rule"] as const;

/** Whose offices a rule speaks of: those of the place, or those of the places right below it. */
export const GROUP_REACHES = ["here", "below"] as const;
export type GroupReach = (typeof GROUP_REACHES)[number];

/** Days after which a page that nobody confirmed asks kindly for a look. */
export const PAGE_FRESH_DAYS = 90;

/** What may happen to a body, as its history says it. */
export const BODY_EVENTS = [
  "added",
  "edited",
  "renamed",
  "opened",
  "office-edited",
  "name-added",
  "name-removed",
  "merged",
  "took-over",
  "gave-back",
  "abolished",
  "taken-back",
  "reopened",
  "closed-again",
] as const;
