import { expect, test } from "vitest";
import { isoDate } from "~/lib/jalali";
import { definedIn, holdingIn } from "./definitions";

const of = (code: string, version: number, validFrom: string, position = 1, divisionId = 0) => ({
  divisionId,
  code,
  version,
  validFrom: isoDate(validFrom),
  position,
});
// The first of Mehr 1405 is 23 September 2026.
const ALL = [
  of("p28000-1", 1, "2011-03-21", 1, 28_000),
  of("a6", 1, "2011-03-21", 6),
  of("a6", 2, "2026-09-23", 6),
  of("a1", 1, "2011-03-21"),
  of("a18", 1, "2026-09-24", 18),
];
const named = (rows: readonly { code: string; version: number }[]) =>
  rows.map(({ code, version }) => `${code} ${version}`);

test("a version holds from the quarter it begins with, the nation's before a province's own", () => {
  expect(named(holdingIn(ALL, "1405-Q2"))).toEqual(["a1 1", "a6 1", "p28000-1 1"]);
  expect(named(holdingIn(ALL, "1405-Q3"))).toEqual(["a1 1", "a6 2", "p28000-1 1"]);
});

test("what begins after a quarter's first day holds from the next one", () => {
  expect(named(holdingIn(ALL, "1405-Q4"))).toEqual(["a1 1", "a6 2", "a18 1", "p28000-1 1"]);
});

test("what was sent keeps its version in whatever period", () => {
  const sent = new Map([["a6", { version: 1 }]]);
  expect(named(definedIn(ALL, "1405-Q3", sent))).toEqual(["a1 1", "a6 1", "p28000-1 1"]);
});
