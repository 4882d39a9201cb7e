/**
 * What the fields of this area's records may be. Kept apart from the schemas, so that a page shows these without carrying
 * the validator.
 */

/** Months between two reports of a continuous obligation; 0 is a week. */
export const CADENCES = { weekly: 0, monthly: 1, quarterly: 3, "half-yearly": 6, yearly: 12 } as const;
export type Cadence = keyof typeof CADENCES;

export const CADENCE_NAMES = Object.keys(CADENCES) as [Cadence, ...Cadence[]];
