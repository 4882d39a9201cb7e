import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, isoDate, isoOf, type IsoDate } from "~/lib/jalali";
import { FRIDAYS_ONLY, isWorkingDay, type WorkingCalendar } from "~/lib/working-calendar";
import { proposeTurns } from "./rota";
import { daysOfRota, offeredPeriods, parseRotaPeriod, rotaLabel, yearUpTo } from "./rota-period";

const open = (calendar: WorkingCalendar, from: IsoDate, to: IsoDate) => {
  const days: IsoDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) days.push(day);
  return days;
};
const SPRING = daysOfRota("1406-Q1");
/** The thirteen days of Nowruz closed, and a Thursday besides Friday. */
const NOWRUZ: WorkingCalendar = {
  weekend: [{ weekdays: [5, 6], from: "1900-01-01", to: null }],
  specialDays: Array.from({ length: 13 }, (_, n) => ({
    day: isoOf(1406, 1, n + 1),
    kind: "holiday" as const,
    name: "نوروز",
    status: "confirmed" as const,
  })),
};
const asked = {
  places: [
    { key: "b", lastOn: isoDate("2026-12-01") },
    { key: "a", lastOn: isoDate("2026-03-01") },
    { key: "c", lastOn: null },
  ],
  visitors: ["x"],
  days: open(FRIDAYS_ONLY, SPRING.from, SPRING.to),
  count: 3,
  isOpen: () => true,
};

describe("a rota", () => {
  test("goes first where nobody came yet, then where one waits longest", () => {
    expect(proposeTurns(asked).map(({ target }) => target)).toEqual(["c", "a", "b"]);
    expect(proposeTurns({ ...asked, count: 5 }).map(({ target }) => target)).toEqual([
      "c",
      "a",
      "b",
      "c",
      "a",
    ]);
  });

  test("over Nowruz, in a province that rests on Thursdays too, keeps to the days on which offices work", () => {
    const days = open(NOWRUZ, SPRING.from, SPRING.to);
    const turns = proposeTurns({ ...asked, days, count: 20, visitors: ["x", "y"] });
    expect(turns).toHaveLength(20);
    for (const { on } of turns) {
      expect(isWorkingDay(NOWRUZ, on)).toBe(true);
      expect(on > isoOf(1406, 1, 13)).toBe(true);
    }
  });

  test("avoids a day on which the place itself is closed, though others are open", () => {
    const days = open(FRIDAYS_ONLY, SPRING.from, SPRING.to);
    const free = proposeTurns({ ...asked, days, count: 1 })[0]?.on;
    const turns = proposeTurns({
      ...asked,
      days,
      count: 1,
      isOpen: (day, target) => !(target === "c" && day === free),
    });
    expect(turns).toHaveLength(1);
    expect(turns[0]?.on).not.toBe(free);
  });

  test("sends whoever has not been there rather than whoever was last", () => {
    const before = [{ target: "c", visitor: "x" }];
    expect(proposeTurns({ ...asked, visitors: ["x", "y"], count: 1, before })).toMatchObject([
      { target: "c", visitor: "y" },
    ]);
  });

  test("is none without places, officials or open days", () => {
    for (const nothing of [{ places: [] }, { visitors: [] }, { days: [] }])
      expect(proposeTurns({ ...asked, ...nothing })).toEqual([]);
  });

  test("is even and never in two places at once, whatever is asked", () =>
    fc.assert(
      fc.property(
        fc.record({
          places: fc.integer({ min: 1, max: 20 }),
          visitors: fc.integer({ min: 1, max: 5 }),
          days: fc.integer({ min: 1, max: 80 }),
          count: fc.integer({ min: 1, max: 60 }),
        }),
        ({ places, visitors, days, count }) => {
          const turns = proposeTurns({
            places: Array.from({ length: places }, (_, n) => ({ key: `p${n}`, lastOn: null })),
            visitors: Array.from({ length: visitors }, (_, n) => `v${n}`),
            days: Array.from({ length: days }, (_, n) => addDays(SPRING.from, n)),
            count,
            isOpen: () => true,
          });
          expect(turns).toHaveLength(Math.min(count, days * visitors));
          expect(new Set(turns.map(({ on, visitor }) => `${on} ${visitor}`)).size).toBe(turns.length);
          const spread = (by: (turn: (typeof turns)[number]) => string, of: number, name: string) => {
            const counts = Array.from(
              { length: of },
              (_, n) => turns.filter((turn) => by(turn) === `${name}${n}`).length,
            );
            return Math.max(...counts) - Math.min(...counts);
          };
          expect(spread(({ target }) => target, places, "p")).toBeLessThanOrEqual(1);
          if (count <= days) expect(spread(({ visitor }) => visitor, visitors, "v")).toBeLessThanOrEqual(1);
          expect(turns.map(({ on }) => on)).toEqual(turns.map(({ on }) => on).sort());
        },
      ),
    ));
});

describe("the period of a rota", () => {
  test("is a quarter or a half-year; nothing else is read", () => {
    expect(parseRotaPeriod("1405-Q4")).toBe("1405-Q4");
    expect(parseRotaPeriod("1405-H2")).toBe("1405-H2");
    for (const other of ["1405-M09", "1405-H3", "1205-H1", "x", ""])
      expect(parseRotaPeriod(other)).toBeNull();
  });

  test("of a half-year ends with its last month, in a leap year with the thirtieth", () => {
    expect(daysOfRota("1405-H1")).toEqual({ from: isoOf(1405, 1, 1), to: isoOf(1405, 6, 31) });
    expect(daysOfRota("1408-H2")).toEqual({ from: isoOf(1408, 7, 1), to: isoOf(1408, 12, 30) });
    expect(daysOfRota("1405-H2")).toEqual({ from: isoOf(1405, 7, 1), to: isoOf(1405, 12, 29) });
    expect(rotaLabel("1405-H2", "en")).toBe("Autumn 1405 – Winter 1405");
  });

  test("is offered from the one that runs on; the last year begins on the same day of the calendar", () => {
    expect(offeredPeriods("2026-12-24")).toEqual([
      "1405-Q4",
      "1406-Q1",
      "1406-Q2",
      "1406-Q3",
      "1405-H2",
      "1406-H1",
    ]);
    expect(yearUpTo(isoOf(1409, 1, 1)).from).toBe(isoOf(1408, 1, 1));
    expect(yearUpTo(isoOf(1408, 12, 30)).from).toBe(isoOf(1407, 12, 29));
  });
});
