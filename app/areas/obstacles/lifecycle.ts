import type { LegState, ObstacleState } from "./choices";

/** Working days a province has for an obstacle. */
export const PROVINCE_LIMIT = 15;

export type LegStep = "take" | "answer";

/** What whoever holds a leg may do with it next; an answer may come without having been announced. */
const LEG_STEPS: Record<LegState, readonly LegStep[]> = {
  waiting: ["take", "answer"],
  taken: ["answer"],
  answered: [],
};

export const legStateAfter: Record<LegStep, LegState> = { take: "taken", answer: "answered" };

export function legAllows(state: LegState, step: LegStep): boolean {
  return LEG_STEPS[state].includes(step);
}

/** The county judges an answer that has come, while it has not yet spoken. */
export function awaitsJudgement(state: ObstacleState, newestLeg: LegState | undefined): boolean {
  return state === "raised" && newestLeg === "answered";
}

/** How far an obstacle has come, as its county sees it: its own word, else the state of its newest leg. */
export type ObstacleProgress = "waiting" | "taken" | "answered" | "verified" | "withdrawn";

export function progressOf(state: ObstacleState, newestLeg: LegState | undefined): ObstacleProgress {
  return state === "raised" ? (newestLeg ?? "waiting") : state;
}
