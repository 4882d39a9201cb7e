import { describe, expect, test } from "vitest";
import { jumpOf, valueOf } from "./checks";

const counts = (...values: (number | null)[]) =>
  values.map((numerator) => (numerator === null ? null : { numerator, denominator: null }));

describe("a count", () => {
  test("far above the middle of its earlier quarters is asked about", () => {
    expect(jumpOf({ numerator: 11, denominator: null }, counts(5, 6, 5, 6, 5))).toEqual({
      median: 5,
      least: 5,
      most: 6,
    });
  });
  test("that fell to nothing is asked about", () => {
    expect(jumpOf({ numerator: 0, denominator: null }, counts(9, 10, 12))).not.toBeNull();
  });
  test("within a few records of the middle is not", () => {
    expect(jumpOf({ numerator: 7, denominator: null }, counts(5, 5, 5, 4))).toBeNull();
    expect(jumpOf({ numerator: 3, denominator: null }, counts(0, 0, 0))).toBeNull();
  });
  test("in a place whose quarters differ widely is not", () => {
    expect(jumpOf({ numerator: 30, denominator: null }, counts(5, 22, 13, 31))).toBeNull();
  });
  test("with fewer than three earlier quarters is not", () => {
    expect(jumpOf({ numerator: 50, denominator: null }, counts(1, null, 1, null))).toBeNull();
  });
});

describe("a rate", () => {
  const rates = (...values: [number, number][]) =>
    values.map(([numerator, denominator]) => ({ numerator, denominator }));
  test("fifteen points away from a steady middle is asked about", () => {
    const earlier = rates([70, 100], [71, 100], [69, 100]);
    expect(jumpOf({ numerator: 90, denominator: 100 }, earlier)).not.toBeNull();
    expect(jumpOf({ numerator: 80, denominator: 100 }, earlier)).toBeNull();
  });
  test("of a handful of cases is not", () => {
    expect(jumpOf({ numerator: 0, denominator: 4 }, rates([70, 100], [71, 100], [69, 100]))).toBeNull();
  });
  test("of nothing has no value", () => {
    expect(valueOf({ numerator: 0, denominator: 0 })).toBeNull();
    expect(jumpOf({ numerator: 0, denominator: 0 }, rates([7, 10], [7, 10], [7, 10]))).toBeNull();
  });
});
