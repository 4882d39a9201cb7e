import { valueOf } from "./checks";
import { expect, test } from "vitest";
import { ranked, sumOf } from "./board";

const county = (name: string, numerator: number | null, denominator: number | null = null) => ({
  name,
  figure: numerator === null ? null : { numerator, denominator },
});

test("counties of fewer than ten cases are not ranked, and who is silent stands last", () => {
  const lines = [
    county("آق‌قلا", 3, 3),
    county("بندر گز", 0, 3),
    county("ترکمن", null),
    county("رامیان", 4, 10),
    county("گالیکش", 0, 0),
    county("گرگان", 40, 50),
  ];
  expect(ranked(lines, 10).map(({ name }) => name)).toEqual([
    "گرگان",
    "رامیان",
    "آق‌قلا",
    "بندر گز",
    "ترکمن",
    "گالیکش",
  ]);
});

test("counts are set side by side however few", () => {
  const lines = [county("بندر گز", 2), county("گرگان", 7)];
  expect(ranked(lines, 0).map(({ name }) => name)).toEqual(["گرگان", "بندر گز"]);
});

test("a median of two places is that of all their cases, not one between their medians", () => {
  const few = { numerator: 10, denominator: null, values: Array.from({ length: 10 }, () => 100) };
  const many = {
    numerator: 1000,
    denominator: null,
    values: Array.from({ length: 1000 }, (_, n) => Math.floor(n / 143)),
  };
  const both = sumOf([few, null, many]);
  expect([few, many].map(valueOf)).toEqual([100, 3]);
  expect(both && valueOf(both)).toBe(3);
  expect(both?.numerator).toBe(1010);
  expect(both?.values).toHaveLength(1010);
  expect(valueOf({ numerator: 0, denominator: null, values: [] })).toBeNull();
});
