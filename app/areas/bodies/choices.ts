/**
 * What the fields of this area's records may be. Kept apart from the schemas, so that a page shows these without carrying
 * the validator.
 */

/** How long a personal link of an office holds, in days. */
export const LINK_DAYS = ["7", "30", "90"] as const;
