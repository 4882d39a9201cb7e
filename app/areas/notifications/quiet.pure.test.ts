import { expect, test } from "vitest";
import { instantAt, type IsoDate } from "~/lib/jalali";
import type { WorkingCalendar } from "~/lib/working-calendar";
import { firstOpen, nextDigest, quietMinutes } from "./quiet";

/** Thursday and Friday; Wednesday the 23rd is a holiday. */
const CALENDAR: WorkingCalendar = {
  weekend: [{ weekdays: [5, 6], from: "2020-01-01", to: null }],
  specialDays: [{ day: "2026-12-23", kind: "holiday", name: "", status: "confirmed" }],
};
const NIGHT = { from: "21:00", to: "08:00", onClosedDays: true };
const at = (day: IsoDate, time: string) => instantAt(day, time);

test.each<[string, IsoDate, string, IsoDate, string]>([
  ["by day at once", "2026-12-22", "11:00", "2026-12-22", "11:00"],
  ["before eight at eight", "2026-12-22", "05:30", "2026-12-22", "08:00"],
  ["at eight to the minute", "2026-12-22", "08:00", "2026-12-22", "08:00"],
  ["at nine in the evening behind the holiday and the weekend", "2026-12-22", "21:00", "2026-12-26", "08:00"],
  ["on a closed day on the next that is none", "2026-12-24", "12:00", "2026-12-26", "08:00"],
  ["a minute before nine still today", "2026-12-26", "20:59", "2026-12-26", "20:59"],
])("what is not urgent goes out %s", (_, day, time, openDay, openTime) => {
  expect(firstOpen(NIGHT, CALENDAR, at(day, time))).toEqual(at(openDay, openTime));
});

test("hours inside of one day are quiet too, and equal ones are none", () => {
  expect(firstOpen({ ...NIGHT, from: "13:00", to: "15:00" }, CALENDAR, at("2026-12-22", "14:00"))).toEqual(
    at("2026-12-22", "15:00"),
  );
  expect(firstOpen({ ...NIGHT, from: "00:00", to: "00:00" }, CALENDAR, at("2026-12-22", "03:00"))).toEqual(
    at("2026-12-22", "03:00"),
  );
});

test("where closed days hold nothing back, the quiet hours of them still do", () => {
  const always = { ...NIGHT, onClosedDays: false };
  expect(firstOpen(always, CALENDAR, at("2026-12-24", "12:00"))).toEqual(at("2026-12-24", "12:00"));
  expect(firstOpen(always, CALENDAR, at("2026-12-24", "23:00"))).toEqual(at("2026-12-25", "08:00"));
});

test.each([
  ["21:00", "08:00", 660],
  ["13:00", "15:30", 150],
  ["08:00", "07:59", 1439],
  ["00:00", "00:00", 0],
])("from %s to %s %i minutes are quiet", (from, to, minutes) => {
  expect(quietMinutes({ from, to })).toBe(minutes);
});

test("what is gathered goes out the next working day, or on the next Saturday", () => {
  expect(nextDigest("daily", NIGHT, CALENDAR, at("2026-12-21", "11:00"))).toEqual(at("2026-12-22", "08:00"));
  expect(nextDigest("daily", NIGHT, CALENDAR, at("2026-12-22", "11:00"))).toEqual(at("2026-12-26", "08:00"));
  expect(nextDigest("weekly", NIGHT, CALENDAR, at("2026-12-21", "11:00"))).toEqual(at("2026-12-26", "08:00"));
  expect(nextDigest("weekly", NIGHT, CALENDAR, at("2026-12-26", "07:00"))).toEqual(at("2027-01-02", "08:00"));
});
