import fc from "fast-check";
import { expect, test } from "vitest";
import { MEETING_STATES, type MeetingState } from "./choices";
import { isPlanned, MEETING_STEPS, meetingAllows, type MeetingStep } from "./lifecycle";

const STEPS = Object.keys(MEETING_STEPS) as MeetingStep[];

test.each([
  ["draft", ["plan", "announce", "cancel"]],
  ["announced", ["move", "open", "cancel"]],
  ["in-session", ["close", "cancel"]],
  ["held", ["cancel"]],
  ["cancelled", []],
] as const)("a meeting that is %s allows %j", (state, steps) =>
  expect(STEPS.filter((step) => meetingAllows(state, step))).toEqual(steps),
);

test.each([
  ["plan", "draft"],
  ["announce", "announced"],
  ["move", "announced"],
  ["open", "in-session"],
  ["close", "held"],
  ["cancel", "cancelled"],
] as const)("%s makes it %s", (step, state) => expect(MEETING_STEPS[step].to).toBe(state));

test("the planned states are those before it was held", () =>
  expect(MEETING_STATES.filter(isPlanned)).toEqual(["draft", "announced", "in-session"]));

test("no sequence of steps counts a meeting that was not announced and in session, nor brings one back", () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STEPS)), (steps) => {
      let state: MeetingState = "draft";
      const seen: MeetingState[] = [state];
      for (const step of steps) {
        if (!meetingAllows(state, step)) continue;
        state = MEETING_STEPS[step].to;
        seen.push(state);
      }
      const at = (one: MeetingState) => seen.indexOf(one);
      if (seen.includes("held")) {
        expect(at("announced")).toBeGreaterThan(0);
        expect(at("in-session")).toBeGreaterThan(at("announced"));
        expect(at("held")).toBeGreaterThan(at("in-session"));
        expect(seen.slice(at("held")).some(isPlanned)).toBe(false);
      }
      if (seen.includes("cancelled")) expect(at("cancelled")).toBe(seen.length - 1);
      expect(seen.lastIndexOf("draft")).toBeLessThan(seen.includes("announced") ? at("announced") : 1e9);
    }),
  ));
