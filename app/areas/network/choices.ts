/**
 * What the fields of this area's records may be. Kept apart from the schemas, so that a page shows these without carrying
 * the validator.
 */

/** How close a member stands: decides how often he is to hear from us. */
export const TIERS = ["core", "active", "wide"] as const;
export type Tier = (typeof TIERS)[number];

/** active: in the network; paused: asked to be left in peace for a while; left: no longer a member. */
export const PERSON_STATES = ["active", "paused", "left"] as const;
export type PersonState = (typeof PERSON_STATES)[number];

export const CHANNELS = ["phone", "in-person", "message"] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * Only "reached" ends a silence, and "action-needed", which is reached with something asked for; the others say that it
 * was tried.
 */
export const OUTCOMES = [
  "reached",
  "action-needed",
  "no-answer",
  "call-back",
  "left-message",
  "wrong-number",
] as const;
export type Outcome = (typeof OUTCOMES)[number];
