/**
 * How long a member has been silent since he was last reached, against his tier's cadence: within it, past it, or past
 * twice of it. Of whom nobody has reached yet no cadence tells anything: he stands apart.
 */
export const SILENCE_BANDS = ["within", "past", "long", "never"] as const;
export type SilenceBand = (typeof SILENCE_BANDS)[number];
