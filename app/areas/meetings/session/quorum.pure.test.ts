import { expect, test } from "vitest";
import { neededOf, quorumOf, type QuorumKind } from "./quorum";

test.each<[QuorumKind, number | null, number, number | null]>([
  ["none", null, 12, null],
  ["count", 5, 12, 5],
  ["half", null, 12, 7],
  ["half", null, 13, 7],
  ["half", null, 1, 1],
  ["two-thirds", null, 12, 8],
  ["two-thirds", null, 13, 9],
  ["two-thirds", null, 10, 7],
])("a rule of %s (%s) asks of %i members for %s", (kind, count, members, needed) => {
  expect(neededOf({ kind, count }, members)).toBe(needed);
});

test("half of the members is not enough, one more is", () => {
  expect(quorumOf({ kind: "half", count: null }, 12, 6)?.isReached).toBe(false);
  expect(quorumOf({ kind: "half", count: null }, 12, 7)?.isReached).toBe(true);
});

test("two thirds are enough when they are there to a head", () => {
  expect(quorumOf({ kind: "two-thirds", count: null }, 13, 8)?.isReached).toBe(false);
  expect(quorumOf({ kind: "two-thirds", count: null }, 13, 9)?.isReached).toBe(true);
});
