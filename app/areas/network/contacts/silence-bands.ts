/** How long a member has been silent, against his tier's cadence: within it, past it, or past twice of it. */
export const SILENCE_BANDS = ["within", "past", "long"] as const;
export type SilenceBand = (typeof SILENCE_BANDS)[number];
