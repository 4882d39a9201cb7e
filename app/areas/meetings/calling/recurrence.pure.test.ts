import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, isoOf, jalaliOf, monthLength, weekdayOf, type IsoDate } from "~/lib/jalali";
import { FRIDAYS_ONLY, isWorkingDay, type WorkingCalendar } from "~/lib/working-calendar";
import { daysOf, occurrencesOf, type Rule } from "./recurrence";

const rule = (more: Partial<Rule>): Rule => ({
  every: "month",
  step: 1,
  weekday: null,
  nth: null,
  monthDay: null,
  startsOn: isoOf(1403, 1, 1),
  endsOn: null,
  ...more,
});
const written = (days: IsoDate[]) => days.map((day) => Object.values(jalaliOf(day)).join("/"));

/** Nowruz and the days after it, and Fridays. */
const NOWRUZ: WorkingCalendar = {
  weekend: FRIDAYS_ONLY.weekend,
  specialDays: [1, 2, 3, 4, 12, 13].map((jd) => ({
    day: isoOf(1405, 1, jd),
    kind: "holiday",
    name: "",
    status: "confirmed",
  })),
};

describe("each month", () => {
  test("on the 31st: the last day of every shorter month, 30 Esfand in leap years alone", () => {
    expect(written(daysOf(rule({ monthDay: 31 }), isoOf(1403, 6, 1), isoOf(1404, 1, 31)))).toEqual([
      "1403/6/31",
      "1403/7/30",
      "1403/8/30",
      "1403/9/30",
      "1403/10/30",
      "1403/11/30",
      "1403/12/30",
      "1404/1/31",
    ]);
    const esfands = (jy: number) =>
      written(daysOf(rule({ monthDay: 30 }), isoOf(jy, 12, 1), isoOf(jy, 12, 29)));
    expect(esfands(1404)).toEqual(["1404/12/29"]);
    expect(written(daysOf(rule({ monthDay: 30 }), isoOf(1408, 12, 1), isoOf(1409, 1, 30)))).toEqual([
      "1408/12/30",
      "1409/1/30",
    ]);
  });

  test("on the second Monday, on the last Wednesday", () => {
    const autumn = [isoOf(1405, 7, 1), isoOf(1405, 9, 30)] as const;
    expect(written(daysOf(rule({ weekday: 2, nth: 2 }), ...autumn))).toEqual([
      "1405/7/13",
      "1405/8/11",
      "1405/9/9",
    ]);
    expect(written(daysOf(rule({ weekday: 4, nth: -1 }), ...autumn))).toEqual([
      "1405/7/29",
      "1405/8/27",
      "1405/9/25",
    ]);
  });

  test("of a province goes over Nowruz to the first working day, or is left out, or stays", () => {
    const first = rule({ monthDay: 1, startsOn: isoOf(1404, 11, 1) });
    const months = [isoOf(1404, 12, 1), isoOf(1405, 2, 31)] as const;
    const days = (way: "keep" | "skip" | "next-working") =>
      written(occurrencesOf(first, way, NOWRUZ, ...months).map(({ day }) => day));
    expect(days("keep")).toEqual(["1404/12/1", "1405/1/1", "1405/2/1"]);
    expect(days("skip")).toEqual(["1404/12/2", "1405/2/1"].slice(1));
    expect(days("next-working")).toEqual(["1404/12/2", "1405/1/5", "1405/2/1"]);
  });
});

test("whatever day of the month it is on, each month of the years around Nowruz has one, on a working day of its own", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 31 }), (monthDay) => {
      const years = [1403, 1404, 1405, 1406, 1407, 1408];
      const calendar: WorkingCalendar = {
        weekend: FRIDAYS_ONLY.weekend,
        specialDays: years.flatMap((jy) =>
          [isoOf(jy, 12, 29), ...[1, 2, 3, 4, 12, 13].map((jd) => isoOf(jy, 1, jd))].map((day) => ({
            day,
            kind: "holiday" as const,
            name: "",
            status: "confirmed" as const,
          })),
        ),
      };
      const days = occurrencesOf(
        rule({ monthDay }),
        "next-working",
        calendar,
        isoOf(1403, 1, 1),
        isoOf(1408, 12, 30),
      ).map(({ day }) => day);
      expect(days.every((day) => isWorkingDay(calendar, day))).toBe(true);
      expect(days.map((day) => Object.values(jalaliOf(day)).slice(0, 2).join("/"))).toEqual(
        years.flatMap((jy) => Array.from({ length: 12 }, (_, at) => `${jy}/${at + 1}`)),
      );
    }),
  ));

test("a weekly one on Thursdays goes to Saturday from the day its province closes Thursdays, and back when that ends", () => {
  const calendar: WorkingCalendar = {
    weekend: [...FRIDAYS_ONLY.weekend, { weekdays: [5], from: isoOf(1405, 10, 10), to: isoOf(1405, 10, 24) }],
    specialDays: [],
  };
  const thursdays = rule({ every: "week", weekday: 5, startsOn: isoOf(1405, 10, 1) });
  const days = (way: "keep" | "skip" | "next-working") =>
    written(
      occurrencesOf(thursdays, way, calendar, isoOf(1405, 10, 1), isoOf(1405, 11, 1)).map(({ day }) => day),
    );
  expect(days("keep")).toEqual(["1405/10/3", "1405/10/10", "1405/10/17", "1405/10/24", "1405/11/1"]);
  expect(days("next-working")).toEqual(["1405/10/3", "1405/10/12", "1405/10/19", "1405/10/26", "1405/11/1"]);
  expect(days("skip")).toEqual(["1405/10/3", "1405/11/1"]);
});

test("a weekly one that would reach the next one's day is held once", () => {
  const closedWeek: WorkingCalendar = {
    weekend: [],
    specialDays: Array.from({ length: 8 }, (_, n) => ({
      day: addDays(isoOf(1405, 10, 5), n),
      kind: "closure",
      name: "",
      status: "confirmed",
    })),
  };
  const saturdays = rule({ every: "week", weekday: 0, startsOn: isoOf(1405, 10, 1) });
  const found = occurrencesOf(saturdays, "next-working", closedWeek, isoOf(1405, 10, 1), isoOf(1405, 10, 25));
  expect(written(found.map(({ day }) => day))).toEqual(["1405/10/13", "1405/10/19"]);
});

const startsOn = fc.integer({ min: 0, max: 12_000 }).map((n) => addDays("2021-03-21", n));
const rules = fc.oneof(
  fc
    .record({ startsOn, step: fc.integer({ min: 1, max: 8 }), weekday: fc.integer({ min: 0, max: 6 }) })
    .map((one) => rule({ ...one, every: "week" })),
  fc
    .record({ startsOn, step: fc.integer({ min: 1, max: 12 }), monthDay: fc.integer({ min: 1, max: 31 }) })
    .map(rule),
  fc
    .record({
      startsOn,
      step: fc.integer({ min: 1, max: 12 }),
      weekday: fc.integer({ min: 0, max: 6 }),
      nth: fc.constantFrom(1, 2, 3, 4, -1),
    })
    .map(rule),
);

test("every day obeys its rule by the calendar, in order, and none is missing", () =>
  fc.assert(
    fc.property(rules, (one) => {
      const to = addDays(one.startsOn, 900);
      const days = daysOf(one, one.startsOn, to);
      expect(days).toEqual([...new Set(days)].sort());
      const monthOf = (day: IsoDate) => jalaliOf(day).jy * 12 + jalaliOf(day).jm;
      const obeys = (day: IsoDate): boolean => {
        const { jy, jm, jd } = jalaliOf(day);
        if (one.every === "week")
          return (
            weekdayOf(day) === one.weekday && Math.floor(daysBetween(one.startsOn, day) / 7) % one.step === 0
          );
        if ((monthOf(day) - monthOf(one.startsOn)) % one.step !== 0) return false;
        const length = monthLength(jy, jm);
        if (one.monthDay !== null) return jd === one.monthDay || (jd === length && one.monthDay > length);
        if (weekdayOf(day) !== one.weekday) return false;
        return one.nth === -1 ? jd + 7 > length : Math.ceil(jd / 7) === one.nth;
      };
      for (let n = 0; n <= 900; n += 1) {
        const day = addDays(one.startsOn, n);
        expect(days.includes(day), `${day}`).toBe(obeys(day));
      }
    }),
    { numRuns: 60 },
  ));

test("looking in pieces finds the same as looking at once, each once, and no closed day", () =>
  fc.assert(
    fc.property(rules, fc.integer({ min: 1, max: 390 }), (one, cut) => {
      const to = addDays(one.startsOn, 400);
      const middle = addDays(one.startsOn, cut);
      const find = (from: IsoDate, until: IsoDate) => occurrencesOf(one, "next-working", NOWRUZ, from, until);
      const whole = find(one.startsOn, to);
      expect([...find(one.startsOn, middle), ...find(addDays(middle, 1), to)]).toEqual(whole);
      expect(new Set(whole.map(({ day }) => day)).size).toBe(whole.length);
      expect(whole.every(({ day }) => isWorkingDay(NOWRUZ, day))).toBe(true);
    }),
    { numRuns: 60 },
  ));
