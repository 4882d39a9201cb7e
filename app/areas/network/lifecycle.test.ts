import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "~/lib/jalali";
import { PERSON_STATES, TIERS, type KeptState } from "./choices";
import { allows, isReachable, PATH, stateOn, STEPS, stepsFrom, USUAL_CADENCE, wayTo } from "./lifecycle";

test.each([
  ["identified", ["invite", "join", "archive", "cancel"]],
  ["invited", ["join", "archive", "cancel"]],
  ["active", ["archive", "cancel"]],
  ["archived", ["restore", "cancel"]],
  ["cancelled", []],
] as const)("somebody %s may take the steps %j", (state, steps) => expect(stepsFrom(state)).toEqual(steps));

test("nobody is contacted who is no longer on the path", () =>
  expect(
    ["identified", "invited", "active", "archived", "cancelled"].filter((one) =>
      isReachable(one as KeptState),
    ),
  ).toEqual(["identified", "invited", "active"]));

test("no sequence of steps joins twice, restores who was not archived, or leads out of a cancelled record", () =>
  fc.assert(
    fc.property(
      fc.constantFrom<KeptState>("identified", "invited", "active"),
      fc.array(fc.constantFrom(...STEPS)),
      (entry, steps) => {
        let state = entry;
        const count = { invite: 0, join: 0, restore: 0, archive: 0, cancel: 0 };
        for (const step of steps) {
          if (!allows(state, step)) continue;
          expect(state).not.toBe("cancelled");
          count[step] += 1;
          state = PATH[step].to;
          expect(PERSON_STATES).toContain(state);
          expect(count.join).toBeLessThanOrEqual(entry === "active" ? 0 : 1);
          expect(count.restore).toBeLessThanOrEqual(count.archive);
          expect(count.cancel).toBeLessThanOrEqual(1);
        }
      },
    ),
  ));

const today = "2026-12-24";
const silent = (days: number, tier: (typeof TIERS)[number], state: KeptState = "active") =>
  stateOn({ state, tier, quietSince: addDays(today, -days) }, USUAL_CADENCE, today);

test.each([
  ["core", 30, "active"],
  ["core", 31, "cold"],
  ["core", 60, "cold"],
  ["core", 61, "dormant"],
  ["active", 60, "active"],
  ["active", 61, "cold"],
  ["active", 121, "dormant"],
  ["wide", 120, "active"],
  ["wide", 240, "cold"],
  ["wide", 241, "dormant"],
] as const)("a member of tier %s silent for %i days is %s", (tier, days, state) =>
  expect(silent(days, tier)).toBe(state),
);

test("silence makes nobody cold who is no member", () => {
  for (const state of ["identified", "invited", "archived", "cancelled"] as const)
    expect(silent(1000, "core", state)).toBe(state);
});

test("the longer the silence, the further along; contact leads straight back", () =>
  fc.assert(
    fc.property(fc.constantFrom(...TIERS), fc.nat(500), fc.nat(500), (tier, one, other) => {
      const order = ["active", "cold", "dormant"];
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      expect(order.indexOf(silent(less, tier))).toBeLessThanOrEqual(order.indexOf(silent(more, tier)));
      expect(silent(0, tier)).toBe("active");
    }),
  ));

test("the way of somebody shows the steps that his history tells, and those that lie before him", () => {
  expect(wayTo("active", ["active"])).toEqual(["active"]);
  expect(wayTo("active", ["identified", "active"])).toEqual(["identified", "active"]);
  expect(wayTo("identified", ["identified"])).toEqual(["identified", "invited", "active"]);
  expect(wayTo("dormant", ["invited", "active"])).toEqual(["invited", "active", "cold", "dormant"]);
  expect(wayTo("archived", ["invited", "archived"])).toEqual(["archived"]);
});
