/**
 * What the fields of this area's records may be. Kept apart from the schemas, so that a page shows these without carrying
 * the validator.
 */

/** مجوز، بودجه، مقررات، هماهنگی، نیرو، رفتار اداری، زیرساخت */
export const OBSTACLE_KINDS = [
  "permit",
  "budget",
  "regulation",
  "coordination",
  "staff",
  "conduct",
  "infrastructure",
] as const;
export type ObstacleKind = (typeof OBSTACLE_KINDS)[number];

/** raised: on its way; verified: the county has seen that it is gone; withdrawn: taken back by the county. */
export const OBSTACLE_STATES = ["raised", "verified", "withdrawn"] as const;
export type ObstacleState = (typeof OBSTACLE_STATES)[number];

export const LEG_STATES = ["waiting", "taken", "answered"] as const;
export type LegState = (typeof LEG_STATES)[number];

export const ANSWERS = ["solved", "partly", "refused", "delegated"] as const;
export type AnswerKind = (typeof ANSWERS)[number];
