import fc from "fast-check";
import { expect, test } from "vitest";
import { MINUTES_STEPS, minutesAllow, type MinutesLife, type MinutesStep } from "./life";

const STEPS = Object.keys(MINUTES_STEPS) as MinutesStep[];

test.each([
  ["writing", ["edit", "open"]],
  ["comments", ["comment", "end", "take-back", "approve"]],
  ["approved", ["correct"]],
] as const)("minutes that are in %s allow %j", (life, steps) =>
  expect(STEPS.filter((step) => minutesAllow(life, step))).toEqual(steps),
);

test.each([
  ["edit", "writing"],
  ["open", "comments"],
  ["comment", "comments"],
  ["end", "comments"],
  ["take-back", "writing"],
  ["approve", "approved"],
  ["correct", "writing"],
] as const)("%s makes them %s", (step, life) => expect(MINUTES_STEPS[step].to).toBe(life));

test("no walk approves what nobody could comment, and none edits what is approved but by a further version", () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STEPS)), (steps) => {
      let life: MinutesLife = "writing";
      let version = 1;
      let wasOpen = false;
      const approved: number[] = [];
      for (const step of steps) {
        if (!minutesAllow(life, step)) continue;
        if (step === "edit" || step === "open") expect(approved).not.toContain(version);
        if (step === "correct") {
          expect(approved).toContain(version);
          version += 1;
          wasOpen = false;
        }
        life = MINUTES_STEPS[step].to;
        if (life === "comments") wasOpen = true;
        if (life === "approved") {
          expect(wasOpen).toBe(true);
          expect(approved).not.toContain(version);
          approved.push(version);
        }
      }
      // Versions follow one another without a gap.
      expect(approved).toEqual(approved.map((_, index) => index + 1));
    }),
  ));
