import { expect, test } from "vitest";
import { deadlineTyped } from "./due-preview";

const typed = (fields: Readonly<Record<string, string | undefined>>) =>
  deadlineTyped({ kind: "", dueOn: "", count: "", unit: "", cadence: "", ...fields });

test("a deadline is known as soon as its kind has what it needs, in either kind of digits", () => {
  expect(typed({ kind: "dated", dueOn: "۱۴۰۶/۰۱/۰۲" })).toEqual({ kind: "dated", on: "2027-03-22" });
  expect(typed({ kind: "relative", count: "۱۰", unit: "month" })).toEqual({
    kind: "relative",
    count: 10,
    unit: "month",
  });
  expect(typed({ kind: "relative", count: "10" })).toMatchObject({ unit: "working" });
  expect(typed({ kind: "continuous", cadence: "monthly" })).toMatchObject({ cadence: "monthly" });
});

test.each([
  { kind: "" },
  { kind: "none" },
  { kind: "dated", dueOn: "۱۴۰۵/۱۲/۳۰" },
  { kind: "dated", dueOn: "۱۴۰۲/۴/۱۷۲۷۹" },
  { kind: "relative", count: "0" },
  { kind: "relative", count: "1001" },
  { kind: "relative", count: "ده" },
  { kind: "relative", count: "5", unit: "hour" },
  { kind: "continuous", cadence: "daily" },
])("%o says no deadline yet", (fields) => {
  expect(typed(fields)).toBeNull();
});
