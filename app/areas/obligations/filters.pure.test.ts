import { expect, test } from "vitest";
import { isoDate } from "~/lib/jalali";
import { daysLate } from "./filters";

const DUE = isoDate("2026-11-21");
const TODAY = isoDate("2026-12-24");
const owed = (state: string, reportedOn: string | null = null) => ({
  state,
  dueOn: DUE,
  reportedOn: reportedOn === null ? null : isoDate(reportedOn),
});

test("what is still owed is late by the days since its limit", () => {
  expect(daysLate(owed("in-progress"), TODAY)).toEqual({ days: 33, isReported: false });
  expect(daysLate(owed("issued"), DUE)).toBeNull();
  expect(daysLate({ ...owed("issued"), dueOn: null }, TODAY)).toBeNull();
});

test("a report that came after the limit was late, and one by the limit in time however long it waits", () => {
  expect(daysLate(owed("reported-done", "2026-11-24"), TODAY)).toEqual({ days: 3, isReported: true });
  expect(daysLate(owed("reported-done", DUE), TODAY)).toBeNull();
});

test("a report that was sent back says nothing of the day on which it came", () => {
  expect(daysLate(owed("in-progress", "2026-11-20"), TODAY)).toEqual({ days: 33, isReported: false });
});
