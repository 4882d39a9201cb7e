import { expect, test } from "vitest";
import { isoOf, type IsoDate } from "~/lib/jalali";
import type { WorkingCalendar } from "~/lib/working-calendar";
import { holidays } from "../../../../prisma/seed/holidays";
import { dayOf, issuedDeadline, limitOn } from "./deadline";

/** The country's own holidays, and Thursdays with Fridays until 1 Farvardin 1405, Fridays with Saturdays from then on. */
const calendar: WorkingCalendar = {
  weekend: [
    { weekdays: [6], from: "1900-01-01", to: null },
    { weekdays: [5], from: "1900-01-01", to: "2026-03-20" },
    { weekdays: [0], from: "2026-03-21", to: null },
  ],
  specialDays: holidays.map(({ day, nameFa, status }) => ({ day, name: nameFa, kind: "holiday", status })),
};

test.each<[string, IsoDate, IsoDate, string[]]>([
  [
    "30 Esfand of a leap year, to the day after Nowruz",
    isoOf(1403, 12, 30),
    isoOf(1404, 1, 5),
    ["2025-03-20"],
  ],
  ["1 Farvardin", isoOf(1404, 1, 1), isoOf(1404, 1, 5), []],
  ["29 Esfand", isoOf(1404, 12, 29), isoOf(1405, 1, 5), []],
  ["a Thursday while Thursdays are closed", isoOf(1404, 7, 10), isoOf(1404, 7, 12), []],
  ["a Thursday once offices work on Thursdays", isoOf(1405, 7, 9), isoOf(1405, 7, 9), []],
  ["a Saturday once Saturdays are closed", isoOf(1405, 7, 11), isoOf(1405, 7, 12), []],
])("a limit on %s", (_, asked, due) => {
  const limit = limitOn(calendar, asked);
  expect(limit.day).toBe(due);
  expect(limit.asked).toBe(asked === due ? null : asked);
  expect(limit.closed[0]?.day).toBe(asked === due ? undefined : asked);
});

test("says which days it passed over", () => {
  const names = limitOn(calendar, isoOf(1403, 12, 30)).closed.map((day) =>
    "name" in day ? day.name : day.kind,
  );
  expect(names).toContain("نوروز");
  expect(names[0]).toBe("آخرین روز سال");
});

test("each kind of deadline ends on a day on which offices work, and none has no day", () => {
  const friday = isoOf(1404, 7, 11);
  expect(issuedDeadline({ kind: "dated", on: friday }, "2025-09-20", calendar)).toEqual({
    kind: "dated",
    dueOn: isoOf(1404, 7, 12),
    askedOn: friday,
  });
  expect(dayOf({ kind: "relative", count: 7, unit: "calendar" }, isoOf(1404, 7, 4), calendar)).toMatchObject({
    day: isoOf(1404, 7, 12),
    asked: friday,
  });
  expect(dayOf({ kind: "relative", count: 5, unit: "working" }, isoOf(1404, 7, 5), calendar)).toMatchObject({
    day: isoOf(1404, 7, 12),
    asked: null,
  });
  expect(
    issuedDeadline(
      { kind: "continuous", cadence: "monthly", receiver: "دبیرخانه" },
      isoOf(1404, 6, 11),
      calendar,
    ),
  ).toMatchObject({ dueOn: isoOf(1404, 7, 12), askedOn: friday, cadence: "monthly" });
  expect(
    issuedDeadline({ kind: "relative", count: 1, unit: "month" }, isoOf(1404, 6, 31), calendar),
  ).toMatchObject({ dueOn: isoOf(1404, 7, 30), countsFrom: isoOf(1404, 6, 31) });
  expect(dayOf({ kind: "none", reason: "تکلیف عمومی" }, friday, calendar)).toBeNull();
});
