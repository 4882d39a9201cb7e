import { expect, test } from "vitest";
import { bandsOf, heldBands, stepOf } from "./bands";

test("five bands hold about as many places each", () => {
  const values = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
  const bands = bandsOf(values, false);
  expect(bands).toEqual([30, 50, 70, 90]);
  expect(heldBands(values, bands, false).map(({ step }) => step)).toEqual([1, 2, 3, 4, 5]);
});

test("a rate lies in the band that its rounded figure names", () => {
  const bands = bandsOf([2 / 3], true);
  expect(bands[0]).toBe(0.67);
  expect(stepOf(2 / 3, bands, true)).toBe(5);
});

test("places with the same figure share one band, and the legend names no other", () => {
  const values = [2 / 3, 2 / 3, 2 / 3];
  expect(heldBands(values, bandsOf(values, true), true)).toEqual([{ step: 5, from: 0.67 }]);
});

test("without any figure the legend is empty", () => {
  expect(heldBands([], bandsOf([], false), false)).toEqual([]);
});
