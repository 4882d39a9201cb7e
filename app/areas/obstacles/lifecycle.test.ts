import fc from "fast-check";
import { expect, test } from "vitest";
import { awaitsJudgement, legAllows, legStateAfter, progressOf, type LegStep } from "./lifecycle";
import type { LegState } from "./choices";

test.each([
  ["waiting", ["take", "answer"]],
  ["taken", ["answer"]],
  ["answered", []],
] as const)("a leg that is %s allows %j", (state, steps) =>
  expect((["take", "answer"] as const).filter((step) => legAllows(state, step))).toEqual(steps),
);

test("no sequence of steps reopens an answered leg", () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom<LegStep>("take", "answer")), (steps) => {
      let state: LegState = "waiting";
      let answers = 0;
      for (const step of steps) {
        if (!legAllows(state, step)) continue;
        state = legStateAfter[step];
        answers += step === "answer" ? 1 : 0;
      }
      expect(answers).toBeLessThanOrEqual(1);
      expect(state === "answered").toBe(answers === 1);
    }),
  ));

test("the county judges an answer once, and only an answer", () => {
  expect(awaitsJudgement("raised", "answered")).toBe(true);
  expect(awaitsJudgement("raised", "taken")).toBe(false);
  expect(awaitsJudgement("verified", "answered")).toBe(false);
  expect(progressOf("raised", "taken")).toBe("taken");
  expect(progressOf("verified", "answered")).toBe("verified");
});
