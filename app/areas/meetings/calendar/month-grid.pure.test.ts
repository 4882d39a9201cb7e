import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, isoOf, jalaliOf, weekdayOf } from "~/lib/jalali";
import { monthBeside, monthGrid, monthOf, weekOf } from "./month-grid";

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays("1990-01-01", n));

describe("the calendar of a month", () => {
  // Year, month, its days, and the weekday of its first (0 = Saturday), counted by hand.
  test.each([
    [1403, 12, 30, 4],
    [1404, 1, 31, 6],
    [1404, 12, 29, 6],
    [1405, 1, 31, 0],
    [1405, 10, 30, 3],
    [1408, 12, 30, 3],
    [1409, 1, 31, 5],
  ])("%i/%i has %i days and begins on weekday %i", (jy, jm, days, weekday) => {
    const { first, last } = monthOf(isoOf(jy, jm, 10));
    expect(daysBetween(first, last) + 1).toBe(days);
    expect(weekdayOf(first)).toBe(weekday);
    expect(jalaliOf(first)).toEqual({ jy, jm, jd: 1 });
    const grid = monthGrid(first).flat();
    expect(grid.filter((one) => one >= first && one <= last)).toHaveLength(days);
    expect(grid.indexOf(first)).toBe(weekday);
  });

  test("holds whole weeks from Saturday on, each day once and in order, and every day of the month", () => {
    fc.assert(
      fc.property(day, (one) => {
        const grid = monthGrid(one);
        const days = grid.flat();
        expect(grid.every((week) => week.length === 7 && week[0] && weekdayOf(week[0]) === 0)).toBe(true);
        expect(
          days.every((next, index) => index === 0 || daysBetween(days[index - 1] ?? next, next) === 1),
        ).toBe(true);
        const { first, last } = monthOf(one);
        expect(days).toContain(first);
        expect(days).toContain(last);
        expect(weekOf(one)).toContain(one);
      }),
    );
  });

  test("leads to the months beside it and back", () => {
    fc.assert(
      fc.property(day, (one) => {
        const { first } = monthOf(one);
        expect(monthBeside(monthBeside(one, 1), -1)).toBe(first);
        expect(monthBeside(monthBeside(one, -1), 1)).toBe(first);
      }),
    );
  });
});
