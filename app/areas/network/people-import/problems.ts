/** Why a row is not taken. */
export const REFUSING = [
  "no-name",
  "long-name",
  "merged-name",
  "bad-mobile",
  "of-another",
  "code-of-another",
  "several",
  "left-out",
] as const;

/** What is worth a look in a row that is taken. */
export const WORTH_A_LOOK = [
  "zero",
  "more-mobiles",
  "other-number",
  "part-unread",
  "bad-code",
  "code-zeros",
  "hidden-code",
  "gregorian",
  "lunar",
  "lunar-column",
  "bad-day",
  "unknown-tier",
  "unknown-capacity",
  "unknown-circle",
  "cut",
  "merged",
  "belief",
  "no-mobile",
  "likely",
] as const;

/** What is asked of a row: likely, the county may know him by another spelling or number; number, code: it is somebody's of another name. */
export type RowQuestion = "likely" | "number" | "code";

/** Why a row is not taken of whose question nobody said anything. */
export const QUESTION_PROBLEM = { number: "of-another", code: "code-of-another" } as const;

/** What is said of a row that may be somebody the county knows: it changes him, is another one, or is not brought in. */
export const ROW_DECISIONS = ["update", "add", "leave-out"] as const;
export type RowDecision = (typeof ROW_DECISIONS)[number];

/** Or nothing is said of it yet: it is added, and the pair waits on the desk of duplicates. */
export const ROW_WORDS = [...ROW_DECISIONS, "later"] as const;
export type RowWord = (typeof ROW_WORDS)[number];

/** Rows that may be somebody, on one page. */
export const LIKELY_ROWS = 20;

export const PROBLEMS = [...REFUSING, ...WORTH_A_LOOK] as const;
export type Problem = (typeof PROBLEMS)[number];

const refusing: readonly Problem[] = REFUSING;
export const isRefusing = (problem: Problem): boolean => refusing.includes(problem);

/** A whole file looked through before anything is written. Every row is counted once, in one of the first six. */
export type Preview = {
  /** People who would be new, and known ones whom a row would change. */
  added: number;
  updated: number;
  /** Rows that change nobody, and that speak of somebody whom an earlier row brings in. */
  unchanged: number;
  repeated: number;
  /** Rows whose number or code is somebody's of another name: they come in once it is said who is meant. */
  asked: number;
  refused: number;
  counts: Partial<Record<Problem, number>>;
  /** Rows that were not compared with the county's people beforehand: a worker does it when they are in. */
  uncompared?: number;
  /** The first rows with something to say, the refused ones before the others. */
  examples: { number: number; name: string; mobile: string; problems: Problem[] }[];
  /** Headings merged over several columns, of which they name the first; and rows that are a heading over the whole width. */
  mergedHeads?: string[];
  headings?: number;
  /** The first rows that speak of somebody whom an earlier row brings in. */
  repeats: { number: number; name: string; of: number }[];
};
