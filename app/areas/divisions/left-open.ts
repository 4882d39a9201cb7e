/** What may be unfinished in a county when it is closed, in the order in which its work is done. */
export const MATTERS = [
  "people",
  "circles",
  "joining",
  "relocations",
  "demands",
  "owed",
  "issued",
  "obstacles",
  "minutes",
  "reports",
  "reviewed",
  "holders",
  "officers",
] as const;
export type Matter = (typeof MATTERS)[number];

export type LeftOpen = Record<Matter, number>;
