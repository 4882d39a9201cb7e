/** What stands behind a figure. Silence is not zero: each has its own pattern and word. */
export type FigureState = "approved" | "provisional" | "missing" | "vacant" | "excused";
