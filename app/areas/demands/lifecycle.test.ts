import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ACTS,
  allows,
  outcomeOf,
  STATES,
  stateOn,
  transferOf,
  VERDICTS,
  type Act,
  type State,
} from "./lifecycle";

test.each([
  ["received", ["refer", "withdraw"]],
  ["referred", ["refer", "answer", "withdraw"]],
  ["answered", ["judge"]],
  ["unconfirmed", ["judge"]],
  ["reopened", ["refer", "withdraw"]],
  ["partly-confirmed", []],
  ["confirmed", []],
  ["withdrawn", []],
] as const)("a demand that is %s allows %j", (state, acts) =>
  expect(ACTS.filter((act) => allows(state, act))).toEqual(acts),
);

test("only from one office to another is a referral a transfer", () =>
  expect(STATES.filter(transferOf)).toEqual(["referred"]));

const next = (state: State, act: Act, verdict: keyof typeof VERDICTS): State =>
  act === "refer"
    ? "referred"
    : act === "answer"
      ? "answered"
      : act === "withdraw"
        ? "withdrawn"
        : VERDICTS[verdict];

test("no sequence of steps has the citizen speak without an answer, or an office answer unasked", () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.constantFrom(...ACTS), fc.constantFrom<keyof typeof VERDICTS>("solved", "partly", "no")),
      ),
      (steps) => {
        let state: State = "received";
        const count = { refer: 0, answer: 0, judge: 0, withdraw: 0 };
        for (const [act, verdict] of steps) {
          if (!allows(state, act)) continue;
          count[act] += 1;
          state = next(state, act, verdict);
          expect(STATES).toContain(state);
          expect(count.answer).toBeLessThanOrEqual(count.refer);
          expect(count.judge).toBeLessThanOrEqual(count.answer);
          expect(count.withdraw).toBeLessThanOrEqual(1);
        }
      },
    ),
  ));

test("an answer on which the citizen is silent for more than fourteen days is done, unconfirmed", () => {
  expect(stateOn("answered", "2026-12-09", "done", "2026-12-23")).toBe("answered");
  expect(stateOn("answered", "2026-12-09", "done", "2026-12-24")).toBe("unconfirmed");
  expect(stateOn("answered", "2026-12-09", "refused", "2027-03-01")).toBe("answered");
  expect(stateOn("partly-confirmed", "2026-12-09", "done", "2027-03-01")).toBe("partly-confirmed");
});

test.each([
  ["received", null, "open"],
  ["answered", "done", "open"],
  ["answered", "refused", "refused"],
  ["unconfirmed", "done", "unconfirmed"],
  ["confirmed", "done", "confirmed"],
  ["partly-confirmed", "done", "partly"],
  ["reopened", "done", "not-solved"],
  ["withdrawn", null, "withdrawn"],
] as const)("%s after the answer %s has the outcome %s", (state, answer, outcome) =>
  expect(outcomeOf(state, answer)).toBe(outcome),
);
