import { expect, test } from "vitest";
import { nextTurn } from "./steps/turn";
import { ACTS, actsOf, after, CLOSED, isClosed, STATES, type Act, type State } from "./lifecycle";

/** Written by hand from the handbook's words, not from the code: every allowed step, all others refused. */
const ALLOWED: readonly [State, Act, State][] = [
  ["issued", "acknowledge", "acknowledged"],
  ["issued", "pass-on", "in-progress"],
  ["issued", "ask-day", "issued"],
  ["acknowledged", "ask-day", "acknowledged"],
  ["in-progress", "ask-day", "in-progress"],
  ["blocked", "ask-day", "blocked"],
  ["issued", "re-date", "issued"],
  ["issued", "withdraw", "withdrawn"],
  ["issued", "set-not-applicable", "not-applicable"],
  ["acknowledged", "start", "in-progress"],
  ["acknowledged", "pass-on", "in-progress"],
  ["acknowledged", "block", "blocked"],
  ["acknowledged", "report-done", "reported-done"],
  ["acknowledged", "re-date", "acknowledged"],
  ["acknowledged", "withdraw", "withdrawn"],
  ["acknowledged", "set-not-applicable", "not-applicable"],
  ["in-progress", "pass-on", "in-progress"],
  ["in-progress", "block", "blocked"],
  ["in-progress", "report-done", "reported-done"],
  ["in-progress", "re-date", "in-progress"],
  ["in-progress", "withdraw", "withdrawn"],
  ["in-progress", "set-not-applicable", "not-applicable"],
  ["blocked", "unblock", "in-progress"],
  ["blocked", "re-date", "blocked"],
  ["blocked", "withdraw", "withdrawn"],
  ["blocked", "set-not-applicable", "not-applicable"],
  ["reported-done", "verify", "verified"],
  ["reported-done", "reject", "in-progress"],
  ["reported-done", "withdraw", "withdrawn"],
];

test("each state allows exactly the steps that the domain names", () => {
  const taken: [State, Act, State][] = [];
  for (const state of STATES) {
    for (const act of ACTS) {
      const next = after(state, act);
      if (next) taken.push([state, act, next]);
    }
  }
  const order = (steps: readonly (readonly string[])[]) => steps.map((step) => step.join(" ")).sort();
  expect(order(taken)).toEqual(order(ALLOWED));
});

test("nothing leads out of a closed obligation", () => {
  for (const state of CLOSED) for (const act of ACTS) expect(after(state, act)).toBeNull();
});

test("no sequence of acts reaches verified without a report, nor a report without a receipt", () => {
  // A small generator of its own, so that a failure can be repeated by its seed.
  for (let seed = 1; seed <= 400; seed += 1) {
    let random = seed;
    const next = () => (random = (random * 48_271) % 2_147_483_647);
    let state: State = "issued";
    const path: Act[] = [];
    for (let step = 0; step < 40 && !isClosed(state); step += 1) {
      const act = ACTS[next() % ACTS.length] as Act;
      const reached = after(state, act);
      if (!reached) continue;
      path.push(act);
      state = reached;
      expect(STATES).toContain(state);
    }
    if (state === "verified") {
      expect(path.at(-1), `seed ${seed}`).toBe("verify");
      const report = path.lastIndexOf("report-done");
      expect(report, `seed ${seed}`).toBeGreaterThan(path.lastIndexOf("reject"));
      expect(
        path.slice(0, report).some((act) => act === "acknowledge" || act === "pass-on"),
        `seed ${seed}`,
      ).toBe(true);
    }
  }
});

test("a debtor is never offered to verify, an issuer never to report", () => {
  for (const state of STATES) {
    for (const act of actsOf(state, "debtor")) expect(["verify", "reject", "re-date"]).not.toContain(act);
    for (const act of actsOf(state, "issuer")) expect(["report-done", "acknowledge"]).not.toContain(act);
  }
});

test("a monthly turn falls on the same Jalali day, or on the last of a shorter month", () => {
  // 31 Shahrivar 1405 → 30 Mehr 1405; 15 Esfand 1405 → 15 Farvardin 1406
  expect(nextTurn("2026-09-22", "monthly")).toBe("2026-10-22");
  expect(nextTurn("2027-03-06", "monthly")).toBe("2027-04-04");
  expect(nextTurn("2026-09-22", "weekly")).toBe("2026-09-29");
  expect(nextTurn("2026-12-24", "quarterly")).toBe("2027-03-23");
});
