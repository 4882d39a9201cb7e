/** What stands behind a figure. Silence is not zero: each has its own pattern and word. */
export type FigureState = "approved" | "provisional" | "missing" | "vacant" | "excused";

export const FIGURE_STATES: readonly FigureState[] = [
  "approved",
  "provisional",
  "missing",
  "vacant",
  "excused",
];
