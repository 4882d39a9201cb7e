import { expect, test } from "vitest";
import { isoDate } from "~/lib/jalali";
import type { WorkingCalendar } from "~/lib/working-calendar";
import { isRehearsal, remindersOf } from "./reminding";

/** Thursdays and Fridays are closed, and Monday 4 January. */
const calendar: WorkingCalendar = {
  weekend: [{ weekdays: [5, 6], from: isoDate("2026-03-21"), to: null }],
  specialDays: [{ day: isoDate("2027-01-04"), kind: "holiday", name: "", status: "confirmed" }],
};
// A Tuesday.
const DUE = isoDate("2027-01-05");
const on = (day: string) =>
  remindersOf(calendar, DUE, isoDate(day)).map(({ kind, mark }) => `${kind} ${mark}`);

test("a report is spoken of from three working days before its limit, in one breath until it", () => {
  // Sunday, Saturday and, before the weekend, Wednesday: Monday is closed.
  expect(on("2026-12-29")).toEqual([]);
  for (const day of ["2026-12-30", "2027-01-02", "2027-01-05"]) expect(on(day)).toEqual([`due-soon ${DUE}`]);
});

test("on a closed day nothing is said, and the next working day says the same as it would have", () => {
  for (const day of ["2026-12-31", "2027-01-01", "2027-01-04"]) expect(on(day)).toEqual([]);
  expect(on("2027-01-06")).toEqual([`overdue ${DUE}/0`]);
});

test("after the limit it is said once a week, and above after three working days", () => {
  expect(on("2027-01-10")).toEqual([`overdue ${DUE}/0`]);
  expect(on("2027-01-11")).toEqual([`overdue ${DUE}/0`, `silent ${DUE}`]);
  expect(on("2027-01-13")).toEqual([`overdue ${DUE}/1`, `silent ${DUE}`]);
  expect(on("2027-02-10")).toEqual([`overdue ${DUE}/5`]);
  expect(on("2027-03-07")).toEqual([]);
});

test("a quarter is rehearsed in its last ten days, and not after them", () => {
  const lastDay = isoDate("2026-12-21");
  const days = ["2026-12-10", "2026-12-11", "2026-12-21", "2026-12-22"];
  expect(days.map((day) => isRehearsal(lastDay, isoDate(day)))).toEqual([false, true, true, false]);
});
