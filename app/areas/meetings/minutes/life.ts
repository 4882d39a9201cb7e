/** How far the minutes of a meeting are. What is approved is frozen; a correction is a version of its own. */
const MINUTES_LIVES = ["writing", "comments", "approved"] as const;
export type MinutesLife = (typeof MINUTES_LIVES)[number];

/** The life of a meeting's minutes (S5.2 of its workflow), as data; `correct` begins the next version. */
export const MINUTES_STEPS = {
  edit: { from: ["writing"], to: "writing" },
  /** Those who took part may comment until a day. */
  open: { from: ["writing"], to: "comments" },
  comment: { from: ["comments"], to: "comments" },
  /** The window is ended before its day. */
  end: { from: ["comments"], to: "comments" },
  /** What was said is worked in. */
  "take-back": { from: ["comments"], to: "writing" },
  approve: { from: ["comments"], to: "approved" },
  correct: { from: ["approved"], to: "writing" },
} as const satisfies Record<string, { from: readonly MinutesLife[]; to: MinutesLife }>;
export type MinutesStep = keyof typeof MINUTES_STEPS;

export const minutesAllow = (life: MinutesLife, step: MinutesStep): boolean =>
  (MINUTES_STEPS[step].from as readonly MinutesLife[]).includes(life);
