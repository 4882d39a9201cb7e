/** Why a row is not taken. */
export const REFUSING = ["no-name", "long-name", "bad-mobile", "of-another", "several"] as const;

/** What is worth a look in a row that is taken. */
export const WORTH_A_LOOK = [
  "zero",
  "gregorian",
  "lunar",
  "bad-day",
  "unknown-tier",
  "cut",
  "no-mobile",
] as const;

export const PROBLEMS = [...REFUSING, ...WORTH_A_LOOK] as const;
export type Problem = (typeof PROBLEMS)[number];

const refusing: readonly Problem[] = REFUSING;
export const isRefusing = (problem: Problem): boolean => refusing.includes(problem);

/** A whole file looked through before anything is written. */
export type Preview = {
  /** Rows that can be taken, and those that cannot. */
  good: number;
  refused: number;
  counts: Partial<Record<Problem, number>>;
  /** The first rows with something to say, the refused ones before the others. */
  examples: { number: number; name: string; mobile: string; problems: Problem[] }[];
};
