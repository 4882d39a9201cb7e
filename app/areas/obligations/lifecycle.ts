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
  "pass-on": { side: "debtor", from: ["issued", "acknowledged", "in-progress"], to: "in-progress" },
  block: { side: "debtor", from: ["acknowledged", "in-progress"], to: "blocked" },
  unblock: { side: "debtor", from: ["blocked"], to: "in-progress" },
  "report-done": { side: "debtor", from: ["acknowledged", "in-progress"], to: "reported-done" },
  // A wish: the day stays until the issuer gives another.
  "ask-day": { side: "debtor", from: ["issued", "acknowledged", "in-progress", "blocked"], to: "same" },
  verify: { side: "issuer", from: ["reported-done"], to: "verified" },
  reject: { side: "issuer", from: ["reported-done"], to: "in-progress" },
  "re-date": { side: "issuer", from: ["issued", "acknowledged", "in-progress", "blocked"], to: "same" },
  withdraw: { side: "issuer", from: OPEN, to: "withdrawn" },
  "set-not-applicable": {
    side: "issuer",
    from: ["issued", "acknowledged", "in-progress", "blocked"],
    to: "not-applicable",
  },
};

/** The state after an act, or null where the act is not allowed. */
export function after(state: State, act: Act): State | null {
  const { from, to } = TRANSITIONS[act];
  if (!from.includes(state)) return null;
  return to === "same" ? state : to;
}

/** The acts that a side may take in a state, in the order in which they are offered. */
export function actsOf(state: State, side: Side): Act[] {
  return ACTS.filter((act) => TRANSITIONS[act].side === side && TRANSITIONS[act].from.includes(state));
}

export function isClosed(state: State): boolean {
  return CLOSED.includes(state);
}
