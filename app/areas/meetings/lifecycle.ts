import type { MeetingState } from "./choices";

/**
 * The life of a meeting (S5.2 of its workflow), as data: what may be done in which state, and what becomes of it. A
 * meeting that is only recorded afterwards begins as `held`. Minutes have a life of their own.
 */
export const MEETING_STEPS = {
  /** Words, day, hours and place of what nobody knows yet. */
  plan: { from: ["draft"], to: "draft" },
  announce: { from: ["draft"], to: "announced" },
  /** Another day, other hours or another place than those that were announced. */
  move: { from: ["announced"], to: "announced" },
  open: { from: ["announced"], to: "in-session" },
  close: { from: ["in-session"], to: "held" },
  cancel: { from: ["draft", "announced", "in-session", "held"], to: "cancelled" },
} as const satisfies Record<string, { from: readonly MeetingState[]; to: MeetingState }>;
export type MeetingStep = keyof typeof MEETING_STEPS;

export const meetingAllows = (state: MeetingState, step: MeetingStep): boolean =>
  (MEETING_STEPS[step].from as readonly MeetingState[]).includes(state);

/** What is still to be held: counted by no indicator and shown by no list of held meetings. */
const PLANNED_STATES = ["draft", "announced", "in-session"] as const satisfies readonly MeetingState[];

export const isPlanned = (state: MeetingState): boolean =>
  (PLANNED_STATES as readonly MeetingState[]).includes(state);
