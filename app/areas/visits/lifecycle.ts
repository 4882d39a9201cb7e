export const STATES = ["planned", "announced", "made", "reported", "no-show", "cancelled"] as const;
export type VisitState = (typeof STATES)[number];

export const STEPS = [
  "edit",
  "announce",
  "move",
  "cancel",
  "settle-made",
  "settle-no-show",
  "excuse",
  "report",
  "finish",
] as const;
export type VisitStep = (typeof STEPS)[number];

/**
 * From which states a step may be taken and where it leads. Nobody is missed at a visit of which he was never told: a
 * no-show needs an announcement. A visit that nobody announced may be made.
 */
export const TRANSITIONS: Record<VisitStep, { from: readonly VisitState[]; to: VisitState | null }> = {
  edit: { from: ["planned"], to: null },
  announce: { from: ["planned"], to: "announced" },
  move: { from: ["planned", "announced"], to: null },
  cancel: { from: ["planned", "announced"], to: "cancelled" },
  "settle-made": { from: ["planned", "announced"], to: "made" },
  "settle-no-show": { from: ["announced"], to: "no-show" },
  excuse: { from: ["no-show"], to: null },
  report: { from: ["made"], to: null },
  finish: { from: ["made"], to: "reported" },
};

export function visitAllows(state: VisitState, step: VisitStep): boolean {
  return TRANSITIONS[step].from.includes(state);
}

export function stateAfter(state: VisitState, step: VisitStep): VisitState {
  return TRANSITIONS[step].to ?? state;
}

/** The states in which a visit took place. */
export const MADE: readonly VisitState[] = ["made", "reported"];
export const wasMade = (state: VisitState): boolean => MADE.includes(state);
