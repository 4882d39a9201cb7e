import fc from "fast-check";
import { expect, test } from "vitest";
import {
  stateAfter,
  STATES,
  STEPS,
  visitAllows,
  wasMade,
  type VisitState,
  type VisitStep,
} from "./lifecycle";

test.each([
  ["planned", ["edit", "announce", "move", "cancel", "settle-made"]],
  ["announced", ["move", "cancel", "settle-made", "settle-no-show"]],
  ["made", ["report", "finish"]],
  ["reported", []],
  ["no-show", ["excuse"]],
  ["cancelled", []],
] as const)("a visit that is %s allows %j", (state, steps) =>
  expect(STEPS.filter((step) => visitAllows(state, step))).toEqual(steps),
);

test.each([
  ["planned", "announce", "announced"],
  ["announced", "move", "announced"],
  ["planned", "move", "planned"],
  ["announced", "cancel", "cancelled"],
  ["planned", "settle-made", "made"],
  ["announced", "settle-no-show", "no-show"],
  ["no-show", "excuse", "no-show"],
  ["made", "report", "made"],
  ["made", "finish", "reported"],
] as const)("from %s the step %s leads to %s", (from, step, to) => expect(stateAfter(from, step)).toBe(to));

test("whatever is tried: nobody is missed unannounced, what was made is never missed, what is over stays", () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom<VisitStep>(...STEPS), { maxLength: 40 }), (tried) => {
      let state: VisitState = "planned";
      const been: VisitState[] = [state];
      for (const step of tried) {
        if (!visitAllows(state, step)) continue;
        state = stateAfter(state, step);
        been.push(state);
      }
      expect(STATES).toContain(state);
      if (been.includes("no-show")) expect(been).toContain("announced");
      expect(been.includes("no-show") && been.some(wasMade)).toBe(false);
      if (been.includes("cancelled")) expect(state).toBe("cancelled");
      if (been.includes("reported")) expect(state).toBe("reported");
      if (state === "reported") expect(been).toContain("made");
    }),
  ));
