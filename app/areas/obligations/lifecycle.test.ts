import { expect, test } from "vitest";
import { nextTurn } from "./steps/turn";
import { ACTS, actsOf, after, CLOSED, isClosed, STATES, wayTo, type Act, type State } from "./lifecycle";

/**
 * Written by hand from the handbook's sentence on an obligation, not from the code: issued → acknowledged → in progress →
 * reported done → verified; a report rejected goes back to in progress; in progress → blocked → in progress; whatever is
 * still owed can be re-dated, withdrawn, and accepted as not applicable. All others are refused. To ask for a day is a wish,
 * and to pass on is work that has begun.
 */
const ALLOWED: readonly [State, Act, State][] = [
  ["issued", "acknowledge", "acknowledged"],
  ["issued", "ask-day", "issued"],
  ["issued", "re-date", "issued"],
  ["issued", "withdraw", "withdrawn"],
  ["issued", "set-not-applicable", "not-applicable"],
  ["acknowledged", "start", "in-progress"],
  ["acknowledged", "pass-on", "in-progress"],
  ["acknowledged", "ask-day", "acknowledged"],
  ["acknowledged", "re-date", "acknowledged"],
  ["acknowledged", "withdraw", "withdrawn"],
  ["acknowledged", "set-not-applicable", "not-applicable"],
  ["in-progress", "pass-on", "in-progress"],
  ["in-progress", "block", "blocked"],
  ["in-progress", "report-done", "reported-done"],
  ["in-progress", "ask-day", "in-progress"],
  ["in-progress", "re-date", "in-progress"],
  ["in-progress", "withdraw", "withdrawn"],
  ["in-progress", "set-not-applicable", "not-applicable"],
  ["blocked", "unblock", "in-progress"],
  ["blocked", "ask-day", "blocked"],
  ["blocked", "re-date", "blocked"],
  ["blocked", "withdraw", "withdrawn"],
  ["blocked", "set-not-applicable", "not-applicable"],
  ["reported-done", "verify", "verified"],
  ["reported-done", "reject", "in-progress"],
  ["reported-done", "re-date", "reported-done"],
  ["reported-done", "withdraw", "withdrawn"],
  ["reported-done", "set-not-applicable", "not-applicable"],
];

/** One press that takes the step before it along; by hand as well. */
const AT_A_PRESS: readonly [State, ...Act[]][] = [
  ["issued", "acknowledge", "pass-on"],
  ["acknowledged", "start", "block"],
  ["acknowledged", "start", "report-done"],
];

const sorted = (steps: readonly (readonly string[])[]) => steps.map((step) => step.join(" ")).sort();

test("each state allows exactly the steps that the handbook names", () => {
  const taken: [State, Act, State][] = [];
  for (const state of STATES) {
    for (const act of ACTS) {
      const next = after(state, act);
      if (next) taken.push([state, act, next]);
    }
  }
  expect(sorted(taken)).toEqual(sorted(ALLOWED));
});

test("a press takes one step, or the one before it along, and each of them is a step of the handbook", () => {
  const pressed: string[][] = [];
  for (const state of STATES) {
    for (const act of ACTS) {
      const way = wayTo(state, act);
      if (!way) continue;
      expect(way.at(-1)?.act).toBe(act);
      if (way.length > 1) pressed.push([state, ...way.map((leg) => leg.act)]);
      let at: State = state;
      for (const leg of way) {
        expect(sorted(ALLOWED)).toContain([at, leg.act, leg.to].join(" "));
        at = leg.to;
      }
    }
  }
  expect(sorted(pressed)).toEqual(sorted(AT_A_PRESS));
});

test("nothing leads out of a closed obligation", () => {
  for (const state of CLOSED) for (const act of ACTS) expect(after(state, act)).toBeNull();
});

test("no sequence of presses reaches verified without a report, nor a report without a receipt and a start", () => {
  // A small generator of its own, so that a failure can be repeated by its seed.
  for (let seed = 1; seed <= 400; seed += 1) {
    let random = seed;
    const next = () => (random = (random * 48_271) % 2_147_483_647);
    let state: State = "issued";
    const path: Act[] = [];
    for (let press = 0; press < 40 && !isClosed(state); press += 1) {
      const act = ACTS[next() % ACTS.length] as Act;
      for (const leg of wayTo(state, act) ?? []) {
        path.push(leg.act);
        state = leg.to;
      }
      expect(STATES).toContain(state);
    }
    if (state === "verified") {
      expect(path.at(-1), `seed ${seed}`).toBe("verify");
      const report = path.lastIndexOf("report-done");
      expect(report, `seed ${seed}`).toBeGreaterThan(path.lastIndexOf("reject"));
      const before = path.slice(0, report);
      expect(before, `seed ${seed}`).toContain("acknowledge");
      expect(
        before.some((act) => act === "start" || act === "pass-on"),
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
