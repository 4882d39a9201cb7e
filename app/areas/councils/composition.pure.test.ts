import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GROUPS_OF_FIVE, type GroupOfFive } from "~/areas/bodies/choices";
import { SEATS, type Seat } from "./choices";
import { compositionGaps, quorumOf, type Seated } from "./composition";

const one = (seat: Seat, groupOfFive: GroupOfFive | null = null): Seated => ({ seat, groupOfFive });
const free = { leastOfFive: {}, leastMembers: null, mostMembers: null };
const headed = [one("chair"), one("secretary")];

describe("the composition of a council", () => {
  test("is complete when each of the five groups is represented, and says which is not", () => {
    const rule = { ...free, leastOfFive: Object.fromEntries(GROUPS_OF_FIVE.map((five) => [five, 1])) };
    const all = [...headed, ...GROUPS_OF_FIVE.map((five) => one("member", five))];
    expect(compositionGaps(rule, all)).toEqual([]);
    const without = all.filter(({ groupOfFive }) => groupOfFive !== "support-health");
    expect(compositionGaps(rule, without)).toEqual([
      { kind: "five", five: "support-health", have: 0, needed: 1 },
    ]);
  });

  test("does not count guests", () => {
    const rule = { ...free, leastOfFive: { "support-health": 1 }, mostMembers: 2 };
    expect(compositionGaps(rule, [...headed, one("guest", "support-health")])).toEqual([
      { kind: "five", five: "support-health", have: 0, needed: 1 },
    ]);
  });

  test("says too few, too many, and who is missing at the head", () => {
    expect(compositionGaps({ ...free, leastMembers: 3 }, headed)).toEqual([
      { kind: "few", have: 2, needed: 3 },
    ]);
    expect(compositionGaps({ ...free, mostMembers: 1 }, headed)).toEqual([
      { kind: "many", have: 2, needed: 1 },
    ]);
    expect(compositionGaps(free, [])).toEqual([{ kind: "no-chair" }, { kind: "no-secretary" }]);
  });

  test("is never better for somebody's leaving, unless there were too many", () => {
    const seated = fc.array(
      fc.record({
        seat: fc.constantFrom(...SEATS),
        groupOfFive: fc.option(fc.constantFrom(...GROUPS_OF_FIVE), { nil: null }),
      }),
      { minLength: 1, maxLength: 20 },
    );
    const rule = fc.record({
      leastOfFive: fc.dictionary(fc.constantFrom(...GROUPS_OF_FIVE), fc.integer({ min: 0, max: 3 })),
      leastMembers: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
      mostMembers: fc.constant(null),
    });
    fc.assert(
      fc.property(rule, seated, (said, sitting) => {
        const gaps = (those: Seated[]) => compositionGaps(said, those).length;
        expect(gaps(sitting.slice(1))).toBeGreaterThanOrEqual(gaps(sitting));
      }),
    );
  });
});

test.each([
  ["half", null, 9, 5],
  ["half", null, 10, 6],
  ["half", null, 0, 0],
  ["two-thirds", null, 9, 6],
  ["two-thirds", null, 10, 7],
  ["count", 4, 10, 4],
  ["none", null, 10, 0],
] as const)("a quorum of %s %s among %i members is %i", (quorumKind, quorumCount, members, needed) => {
  expect(quorumOf({ quorumKind, quorumCount }, members)).toBe(needed);
});
