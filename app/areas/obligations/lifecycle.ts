/** States of an obligation, as they stand in its record. */
export const STATES = [
  "issued",
  "acknowledged",
  "in-progress",
  "blocked",
  "reported-done",
  "verified",
  "withdrawn",
  "not-applicable",
] as const;
export type State = (typeof STATES)[number];

/** Who owes (the office, or the staff of its place) and who issued. */
export type Side = "debtor" | "issuer";

export const ACTS = [
  "acknowledge",
  "start",
  "pass-on",
  "block",
  "unblock",
  "report-done",
  "ask-day",
  "verify",
  "reject",
  "re-date",
  "withdraw",
  "set-not-applicable",
] as const;
export type Act = (typeof ACTS)[number];

export type Transition = { side: Side; from: readonly State[]; to: State | "same" };

/** Still owed. */
export const OPEN: readonly State[] = ["issued", "acknowledged", "in-progress", "blocked", "reported-done"];

/** Nothing more is owed. */
export const CLOSED: readonly State[] = ["verified", "withdrawn", "not-applicable"];

/** What has become of one text at many offices, in the order in which a bar shows it. */
export const ANSWER_STAGES = {
  verified: ["verified"],
  reported: ["reported-done"],
  received: ["acknowledged", "in-progress", "blocked"],
  silent: ["issued"],
} as const satisfies Record<string, readonly State[]>;
export type AnswerStage = keyof typeof ANSWER_STAGES;

/** Every allowed step; what is not here does not exist. */
export const TRANSITIONS: Readonly<Record<Act, Transition>> = {
  acknowledge: { side: "debtor", from: ["issued"], to: "acknowledged" },
  start: { side: "debtor", from: ["acknowledged"], to: "in-progress" },
  "pass-on": { side: "debtor", from: ["acknowledged", "in-progress"], to: "in-progress" },
  block: { side: "debtor", from: ["in-progress"], to: "blocked" },
  unblock: { side: "debtor", from: ["blocked"], to: "in-progress" },
  "report-done": { side: "debtor", from: ["in-progress"], to: "reported-done" },
  // A wish: the day stays until the issuer gives another.
  "ask-day": { side: "debtor", from: ["issued", "acknowledged", "in-progress", "blocked"], to: "same" },
  verify: { side: "issuer", from: ["reported-done"], to: "verified" },
  reject: { side: "issuer", from: ["reported-done"], to: "in-progress" },
  "re-date": { side: "issuer", from: OPEN, to: "same" },
  withdraw: { side: "issuer", from: OPEN, to: "withdrawn" },
  "set-not-applicable": { side: "issuer", from: OPEN, to: "not-applicable" },
};

/** The state after an act, or null where the act is not allowed. */
export function after(state: State, act: Act): State | null {
  const { from, to } = TRANSITIONS[act];
  if (!from.includes(state)) return null;
  return to === "same" ? state : to;
}

/**
 * What whoever takes an act has thereby done before it: an office that reports has begun. One press takes both, and both
 * stand in the timeline.
 */
const TAKEN_BEFORE: Partial<Readonly<Record<Act, Act>>> = {
  "pass-on": "acknowledge",
  block: "start",
  "report-done": "start",
};

/** One step of a way, with the state that it leads to. */
export type Leg = { act: Act; to: State };

/** The steps by which an act is taken from a state, the act itself the last; null where it cannot be taken. */
export function wayTo(state: State, act: Act): readonly [Leg] | readonly [Leg, Leg] | null {
  const to = after(state, act);
  if (to) return [{ act, to }];
  const before = TAKEN_BEFORE[act];
  const between = before && after(state, before);
  const end = between && after(between, act);
  return end
    ? [
        { act: before, to: between },
        { act, to: end },
      ]
    : null;
}

/** The acts that a side may take in a state, in the order in which they are offered. */
export function actsOf(state: State, side: Side): Act[] {
  return ACTS.filter((act) => TRANSITIONS[act].side === side && wayTo(state, act) !== null);
}

export function isClosed(state: State): boolean {
  return CLOSED.includes(state);
}
