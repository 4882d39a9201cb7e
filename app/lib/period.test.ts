import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, type IsoDate } from "./jalali";
import { parseJalali } from "./written-date";
import {
  boundsOf,
  firstDayOf,
  isPeriodEnded,
  kindOf,
  lastDayOf,
  lastEndedPeriod,
  lastPeriods,
  monthsIn,
  nextPeriod,
  parsePeriod,
  type Period,
  periodAtWork,
  periodContains,
  periodLabel,
  periodOf,
  previousPeriod,
  samePeriodLastYear,
  shiftPeriod,
} from "./period";

const day = fc.integer({ min: 0, max: 70 * 365 }).map((days) => addDays("2001-03-21", days));
const kind = fc.constantFrom("quarter" as const, "month" as const);

describe("reading a period", () => {
  test.each([
    ["1405-Q3", "1405-Q3"],
    ["1405-q3", "1405-Q3"],
    ["۱۴۰۵-Q۳", "1405-Q3"],
    [" 1405-M09 ", "1405-M09"],
    ["1405-M12", "1405-M12"],
    ["1405-Q5", null],
    ["1405-Q0", null],
    ["1405-M13", null],
    ["1405-M9", null],
    ["1405-M00", null],
    ["2026-Q3", null],
    ["0-Q1", null],
    ["", null],
    ["1405", null],
    ["1405-Q3'; drop table", null],
  ])("%j is %j", (text, period) => {
    expect(parsePeriod(text)).toBe(period);
  });
});

describe("days of a period", () => {
  test.each<[Period, IsoDate, IsoDate]>([
    ["1403-Q4", "2024-12-21", "2025-03-20"],
    ["1404-Q1", "2025-03-21", "2025-06-21"],
    ["1404-Q4", "2025-12-22", "2026-03-20"],
    ["1405-Q2", "2026-06-22", "2026-09-22"],
    ["1405-Q3", "2026-09-23", "2026-12-21"],
    ["1405-M09", "2026-11-22", "2026-12-21"],
    ["1403-M12", "2025-02-19", "2025-03-20"],
  ])("%s runs from %s to %s", (period, first, last) => {
    expect([firstDayOf(period), lastDayOf(period)]).toEqual([first, last]);
    expect(boundsOf(period)).toEqual({ from: first, before: addDays(last, 1) });
  });

  test("every day lies in its period, and the day before its first does not", () => {
    fc.assert(
      fc.property(day, kind, (iso, ofKind) => {
        const period = periodOf(iso, ofKind);
        expect(kindOf(period)).toBe(ofKind);
        expect(periodContains(period, iso)).toBe(true);
        expect(periodContains(period, addDays(firstDayOf(period), -1))).toBe(false);
        expect(periodContains(period, addDays(lastDayOf(period), 1))).toBe(false);
      }),
    );
  });

  test("periods follow each other without a gap", () => {
    fc.assert(
      fc.property(day, kind, (iso, ofKind) => {
        const period = periodOf(iso, ofKind);
        expect(daysBetween(lastDayOf(period), firstDayOf(nextPeriod(period)))).toBe(1);
        expect(previousPeriod(nextPeriod(period))).toBe(period);
        expect(period < nextPeriod(period)).toBe(true);
      }),
    );
  });
});

describe("moving between periods", () => {
  test("a year ends in winter and in Esfand", () => {
    expect(nextPeriod("1404-Q4")).toBe("1405-Q1");
    expect(previousPeriod("1405-M01")).toBe("1404-M12");
    expect(shiftPeriod("1405-Q3", -6)).toBe("1404-Q1");
    expect(samePeriodLastYear("1405-M12")).toBe("1404-M12");
  });

  test("the last periods come oldest first", () => {
    expect(lastPeriods("1405-Q2", 4)).toEqual(["1404-Q3", "1404-Q4", "1405-Q1", "1405-Q2"]);
    expect(lastPeriods("1405-Q2", 0)).toEqual([]);
  });

  test("a quarter has three months", () => {
    expect(monthsIn("1405-Q3")).toEqual(["1405-M07", "1405-M08", "1405-M09"]);
    expect(monthsIn("1405-M07")).toEqual(["1405-M07"]);
  });

  test("a period outside the calendar is refused", () => {
    expect(() => shiftPeriod("1405-Q3", 100_000)).toThrow(RangeError);
    expect(() => firstDayOf("1405-M99")).toThrow(RangeError);
  });
});

describe("the end of a period", () => {
  test("autumn 1405 is over when 30 Azar is over in Tehran", () => {
    expect(isPeriodEnded("1405-Q3", new Date("2026-12-21T20:29:59Z"))).toBe(false);
    expect(isPeriodEnded("1405-Q3", new Date("2026-12-21T20:30:00Z"))).toBe(true);
  });

  test("on 3 Dey the report of autumn is due", () => {
    expect(lastEndedPeriod(new Date("2026-12-24T08:00:00Z"), "quarter")).toBe("1405-Q3");
    expect(lastEndedPeriod(new Date("2026-12-24T08:00:00Z"), "month")).toBe("1405-M09");
  });
});

test.each<[Period, string, string]>([
  ["1405-Q1", "بهار ۱۴۰۵", "Spring 1405"],
  ["1405-Q3", "پاییز ۱۴۰۵", "Autumn 1405"],
  ["1405-Q4", "زمستان ۱۴۰۵", "Winter 1405"],
  ["1405-M09", "آذر ۱۴۰۵", "Azar 1405"],
])("%s is called %s, %s", (period, fa, en) => {
  expect(periodLabel(period, "fa")).toBe(fa);
  expect(periodLabel(period, "en")).toBe(en);
});

describe("the quarter at work", () => {
  test.each([
    ["1405/10/03", "1405-Q3"],
    ["1405/09/22", "1405-Q3"],
    ["1405/10/30", "1405-Q3"],
    ["1405/11/01", "1405-Q4"],
    ["1406/01/05", "1405-Q4"],
  ])("on %s is %s", (day, period) => {
    const parsed = parseJalali(day);
    expect(parsed.ok && periodAtWork(parsed.iso)).toBe(period);
  });
});
