/** States of a report, as they stand in its record. */
export const STATES = [
  "open",
  "draft",
  "submitted",
  "under-review",
  "returned",
  "approved",
  "accepted",
] as const;
export type State = (typeof STATES)[number];

/** A county reports to its province, a province to the nation. */
export type ReportLevel = "county" | "province";

/**
 * - write: its place works on narrative, explanations, replies
 * - submit: its place attests and sends; the figures are frozen for this submission
 * - take-up: the level above begins to review
 * - return: the level above sends it back with reasons
 * - approve: the province approves a county's report
 * - accept: the nation accepts a province's report, and with it the approved reports of its counties
 * - un-approve: a child was returned or opened anew, so its parent no longer stands on approved children
 * - reopen: the nation opens a locked report anew: a later version begins as a draft, this one stays as it is
 */
export const ACTS = [
  "write",
  "submit",
  "take-up",
  "return",
  "approve",
  "accept",
  "un-approve",
  "reopen",
] as const;
export type Act = (typeof ACTS)[number];

type Step = { from: readonly State[]; to: State | "same" };

const SHARED = {
  submit: { from: ["draft", "returned"], to: "submitted" },
  "take-up": { from: ["submitted"], to: "under-review" },
  reopen: { from: ["accepted"], to: "same" },
} as const satisfies Partial<Record<Act, Step>>;

/** Every allowed step by level; what is not here does not exist. Writing in an open report makes it a draft. */
export const TRANSITIONS: Readonly<Record<ReportLevel, Readonly<Partial<Record<Act, Step>>>>> = {
  county: {
    ...SHARED,
    write: { from: ["open", "draft", "returned"], to: "same" },
    return: { from: ["submitted", "under-review", "approved"], to: "returned" },
    approve: { from: ["submitted", "under-review"], to: "approved" },
    accept: { from: ["approved"], to: "accepted" },
  },
  province: {
    ...SHARED,
    write: { from: ["open", "draft", "returned"], to: "same" },
    return: { from: ["submitted", "under-review"], to: "returned" },
    accept: { from: ["submitted", "under-review"], to: "accepted" },
    "un-approve": { from: ["submitted", "under-review"], to: "returned" },
  },
};

/** States from which the act is allowed at this level. */
export function statesBefore(level: ReportLevel, act: Act): readonly State[] {
  return TRANSITIONS[level][act]?.from ?? [];
}

/** The state after an act, or null where the act is not allowed. */
export function after(level: ReportLevel, state: State, act: Act): State | null {
  const step = TRANSITIONS[level][act];
  if (!step?.from.includes(state)) return null;
  if (step.to !== "same") return step.to;
  return state === "open" ? "draft" : state;
}

/** Its place may still change it. */
export const WRITABLE: readonly State[] = ["open", "draft", "returned"];

/** It lies with the level above. */
export const WITH_REVIEWER: readonly State[] = ["submitted", "under-review"];

/** Whether a place's report, or the version that was begun after it, lies with the level above. */
export const isWithReviewer = ({ state, later }: { state: State | null; later: State | null }) =>
  [state, later].some((one) => one !== null && WITH_REVIEWER.includes(one));

/** What a place is in a rollup of a period; never one word for two of them. */
export const STANDINGS = ["approved", "provisional", "missing", "vacant", "excused"] as const;
export type Standing = (typeof STANDINGS)[number];
