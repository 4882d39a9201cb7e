import type { Country } from "./country";

/** What a row measured: ours and what it is held against, in the row's unit; the ratio is taken round by round. */
export type Measured = {
  ours: number;
  against: number;
  ratio: number;
  /** Half the width of the interval in which the ratio lies with about 95 % certainty. */
  halfWidth: number;
  /** How much was measured: `7 rounds of 150 requests`. */
  sample: string;
};

/** One figure of the bench. The smaller the ratio the better. */
export type Row = {
  id: string;
  what: string;
  unit: "ms" | "µs" | "s" | "MB" | "kB";
  /** Largest ratio that is good. */
  goal: number;
  measure: (country: Country) => Promise<Measured>;
};

/** Whether the goal is met, allowing for what the measurement cannot tell. */
export const holds = ({ ratio, halfWidth }: Measured, goal: number): boolean => ratio - halfWidth <= goal;
