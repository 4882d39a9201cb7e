import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type IsoDate } from "./jalali";
import {
  addWorkingDays,
  closedBecause,
  FRIDAYS_ONLY,
  isWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from "./working-calendar";

const FATIMA = { day: "2025-11-24", kind: "holiday", name: "شهادت حضرت فاطمه", status: "estimated" } as const;
const AIR = { day: "2025-11-26", kind: "closure", name: "آلودگی هوا", status: "confirmed" } as const;

/** Thursdays are closed from 12 Mehr to 27 Azar 1404. */
const mazandaran: WorkingCalendar = {
  weekend: [
    { weekdays: [6], from: "1900-01-01", to: null },
    { weekdays: [5], from: "2025-10-04", to: "2025-12-18" },
  ],
  specialDays: [FATIMA, AIR],
};

const day = fc.integer({ min: 0, max: 500 }).map((days) => addDays("2025-06-01", days));

describe("closed days", () => {
  test.each<[IsoDate, string | undefined]>([
    ["2025-10-02", undefined],
    ["2025-10-03", "weekend"],
    ["2025-10-09", "weekend"],
    ["2025-11-24", "holiday"],
    ["2025-11-26", "closure"],
    ["2025-12-18", "weekend"],
    ["2025-12-25", undefined],
    ["2025-12-26", "weekend"],
  ])("%s: %s", (iso, kind) => {
    expect(closedBecause(mazandaran, iso)?.kind).toBe(kind);
    expect(isWorkingDay(mazandaran, iso)).toBe(kind === undefined);
  });
});

describe("a limit in working days", () => {
  test("passes over the closed days and names them", () => {
    expect(addWorkingDays(mazandaran, "2025-11-22", 5)).toEqual({
      day: "2025-12-01",
      closed: [FATIMA, AIR, { day: "2025-11-27", kind: "weekend" }, { day: "2025-11-28", kind: "weekend" }],
    });
  });

  test("of no days ends today, or when offices open again", () => {
    expect(addWorkingDays(mazandaran, "2025-11-25", 0)).toEqual({ day: "2025-11-25", closed: [] });
    expect(addWorkingDays(mazandaran, "2025-11-26", 0).day).toBe("2025-11-29");
  });

  test("may be counted back", () => {
    expect(addWorkingDays(mazandaran, "2025-11-29", -1)).toEqual({
      day: "2025-11-25",
      closed: [AIR, { day: "2025-11-27", kind: "weekend" }, { day: "2025-11-28", kind: "weekend" }],
    });
  });

  test("cannot end where every day is closed", () => {
    const shut: WorkingCalendar = {
      weekend: [{ weekdays: [0, 1, 2, 3, 4, 5, 6], from: "1900-01-01", to: null }],
      specialDays: [],
    };
    expect(() => addWorkingDays(shut, "2025-11-22", 1)).toThrow(RangeError);
    expect(() => addWorkingDays(FRIDAYS_ONLY, "2025-11-22", 1.5)).toThrow(RangeError);
    expect(() => addWorkingDays(FRIDAYS_ONLY, "2025-11-22", 1e9)).toThrow(RangeError);
  });

  test("ends on a working day, and the days between count to it", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const deadline = addWorkingDays(mazandaran, from, count);
        expect(isWorkingDay(mazandaran, deadline.day)).toBe(true);
        expect(workingDaysBetween(mazandaran, from, deadline.day)).toEqual({
          count,
          closed: deadline.closed,
        });
      }),
    );
  });

  test("there and back is the same number of days", () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const there = workingDaysBetween(mazandaran, one, other).count;
        const shift = (isWorkingDay(mazandaran, other) ? 1 : 0) - (isWorkingDay(mazandaran, one) ? 1 : 0);
        const back = workingDaysBetween(mazandaran, other, one).count;
        // The day one starts from never counts: the two ways differ by the days at their ends.
        if (one < other) expect(there + back).toBe(shift);
        if (one === other) expect([there, back]).toEqual([0, 0]);
      }),
    );
  });
});
