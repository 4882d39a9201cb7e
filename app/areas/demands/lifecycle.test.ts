import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ACTS,
  allows,
  outcomesOf,
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
  ["partly-confirmed", ["refer"]],
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

const of = (state: State, more: Partial<Parameters<typeof outcomesOf>[0]> = {}) => ({
  state,
  answerKind: null,
  answeredOn: null,
  limitOn: null,
  transfers: 0,
  ...more,
});
const done = { answerKind: "done", answeredOn: "2026-12-09" } as const;
const nowIn = (demand: Parameters<typeof outcomesOf>[0]) =>
  Object.entries(outcomesOf(demand, "2026-12-24")).flatMap(([key, standing]) =>
    standing === "now" ? [key] : [],
  );

test.each([
  ["new", of("received"), []],
  ["within its limit", of("referred", { limitOn: "2026-12-24" }), []],
  ["past its limit", of("referred", { limitOn: "2026-12-23" }), ["silent"]],
  ["answered", of("answered", done), ["unconfirmed"]],
  ["answered and left without a word", of("unconfirmed", done), ["unconfirmed"]],
  ["solved in part", of("partly-confirmed", done), ["unconfirmed"]],
  ["refused", of("answered", { ...done, answerKind: "refused" }), ["refused"]],
  ["called solved", of("confirmed", done), ["confirmed"]],
  ["called not solved", of("reopened", done), []],
  ["withdrawn", of("withdrawn"), []],
])("a demand that is %s stands in %j of the five outcomes", (_what, demand, expected) =>
  expect(nowIn(demand)).toEqual(expected),
);

test("what happened on the way stays in sight beside where it stands", () => {
  const demand = of("confirmed", { ...done, limitOn: "2026-12-01", transfers: 1 });
  expect(outcomesOf(demand, "2026-12-24")).toEqual({
    confirmed: "now",
    unconfirmed: "not",
    refused: "not",
    transferred: "was",
    silent: "was",
  });
});

test("every state and answer stands in at most one outcome at a time", () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...STATES),
      fc.constantFrom("done" as const, "partly" as const, "refused" as const, null),
      fc.constantFrom("2026-12-01" as const, "2027-01-01" as const, null),
      fc.nat(3),
      (state, answerKind, limitOn, transfers) =>
        nowIn(of(state, { answerKind, limitOn, transfers })).length <= 1,
    ),
  ));
