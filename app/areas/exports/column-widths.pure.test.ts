import { expect, test } from "vitest";
import { fittedWidths, longestWords } from "./column-widths";

const rounded = (widths: readonly number[]) => widths.map((width) => Math.round(width));

test("a day is one word, and a heading counts as well", () => {
  expect(
    longestWords(
      ["متن", "مهلت نخست"],
      [
        ["گزارش هر ماه", "1405/08/30"],
        ["نصب", ""],
      ],
    ),
  ).toEqual([5, 10]);
});

test("where every word has its room the widths are as they are wished for", () => {
  expect(rounded(fittedWidths([60, 30, 10], [5, 5, 2], 200))).toEqual([120, 60, 20]);
});

test("a column of days takes what a day needs from those that have more, and all keep within the page", () => {
  const widths = fittedWidths(
    [54, 18, 14, 30, 10, 30, 16, 16, 16, 16, 30, 10],
    [8, 6, 6, 8, 5, 9, 10, 10, 10, 5, 13, 4],
    261,
  );
  for (const day of widths.slice(6, 9)) expect(day).toBeGreaterThanOrEqual(22);
  expect(Math.round(widths.reduce((total, width) => total + width, 0))).toBe(261);
  expect(widths[0]).toBeGreaterThan(40);
});

test("where the words have no room each column keeps its share of it", () => {
  const widths = fittedWidths([10, 10], [200, 200], 50);
  expect(rounded(widths)).toEqual([25, 25]);
});
