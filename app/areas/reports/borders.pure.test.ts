import { expect, test } from "vitest";
import { totalOf } from "./board";
import { asTheyWere, heirsOf, inTodaysBorders, provinceToday, type Bordered } from "./borders";
import { wilson } from "./interval";
import type { Standing } from "./lifecycle";

const county = (id: number, nameEn: string, successorIds: number[] | null = null): [number, Bordered] => [
  id,
  { id, nameFa: nameEn, nameEn, isOpen: successorIds === null, successorIds: successorIds ?? [] },
];
const row = (
  divisionId: number,
  nameEn: string,
  numerator: number | null,
  standing: Standing = "approved",
) => ({
  ...{ divisionId, nameFa: nameEn, nameEn, standing },
  figure: numerator === null ? null : { numerator, denominator: numerator * 2 },
});

// Old was joined to Big by way of Mid; Split became East and West; Gone has no successor; New was Former.
const COUNTIES = new Map([
  county(28_001, "Big"),
  county(28_002, "Mid", [28_001]),
  county(28_003, "Old", [28_002]),
  county(28_004, "Split", [28_005, 3_001]),
  county(28_005, "East"),
  county(3_001, "West"),
  county(28_006, "Gone", []),
  county(28_007, "New"),
  county(28_008, "Moved", [3_001]),
  county(28_009, "Round", [28_010]),
  county(28_010, "About", [28_009]),
]);
const ROWS = [
  row(28_001, "Big", 10),
  row(28_003, "Old", 5),
  row(28_004, "Split", 7),
  row(28_006, "Gone", 3),
  row(28_007, "Former", 2),
  row(28_008, "Moved", 4, "provisional"),
];

test("a county goes on in the open ones that follow it, however many closings lie between", () => {
  expect(heirsOf(28_003, COUNTIES)).toEqual([28_001]);
  expect(heirsOf(28_004, COUNTIES)).toEqual([3_001, 28_005]);
  expect(heirsOf(28_006, COUNTIES)).toEqual([]);
  expect(heirsOf(28_009, COUNTIES)).toEqual([]);
  expect(provinceToday(28_008, COUNTIES)).toBe(3_000);
  expect(provinceToday(28_004, COUNTIES)).toBe(28_000);
});

test("as it was, each county has its own figure and says what became of it", () => {
  const lines = asTheyWere(ROWS, COUNTIES);
  expect(lines.map(({ nameEn, figure, change }) => [nameEn, figure?.numerator, change?.kind])).toEqual([
    ["Big", 10, undefined],
    ["Old", 5, "now"],
    ["Split", 7, "divided"],
    ["Gone", 3, "closed"],
    ["Former", 2, "now"],
    ["Moved", 4, "now"],
  ]);
});

test("in the borders of today the joined are added up, the divided stand apart, and no case is lost", () => {
  const lines = inTodaysBorders(ROWS, COUNTIES);
  expect(lines.map(({ nameEn, figure, change }) => [nameEn, figure?.numerator, change?.kind])).toEqual([
    ["Big", 15, "once"],
    ["Split", 7, "divided"],
    ["Gone", 3, "closed"],
    ["New", 2, "once"],
    ["West", 4, "once"],
  ]);
  expect(lines[0]?.figure?.denominator).toBe(30);
  expect(totalOf(lines.flatMap((line) => line.rows))).toEqual(totalOf(ROWS));
});

test("of two that became one, the approved figure alone is shown where the other is provisional", () => {
  const [line] = inTodaysBorders(
    [row(28_001, "Big", 10, "provisional"), row(28_003, "Old", 5), row(28_002, "Mid", null, "missing")],
    COUNTIES,
  );
  expect(line).toMatchObject({ standing: "approved", figure: { numerator: 5 } });
  expect(line?.rows).toHaveLength(3);
});

test("the interval of a share is Wilson's", () => {
  // Computed by hand: 9 of 10, and none of 10.
  expect(wilson(9, 10)?.low).toBeCloseTo(0.596, 3);
  expect(wilson(9, 10)?.high).toBeCloseTo(0.982, 3);
  expect(wilson(0, 10)?.low).toBe(0);
  expect(wilson(0, 10)?.high).toBeCloseTo(0.278, 3);
  expect(wilson(0, 0)).toBeNull();
});
