import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  dateOf,
  dayInList,
  daysBetween,
  formatJalali,
  instantAt,
  type IsoDate,
  isIsoDate,
  isoDate,
  isoOf,
  isoOfDate,
  jalaliOf,
  MONTH_NAMES,
  monthLength,
  relativeDay,
  timeIn,
  todayIn,
  weekdayOf,
} from "./jalali";
import { parseJalali } from "./written-date";

const day = fc.integer({ min: 0, max: 70 * 365 }).map((days) => addDays("2001-03-21", days));

describe("conversion", () => {
  test.each<[number, number, number, IsoDate, number]>([
    [1402, 3, 21, "2023-06-11", 1],
    [1401, 6, 20, "2022-09-11", 1],
    [1398, 9, 9, "2019-11-30", 0],
    [1393, 7, 14, "2014-10-06", 2],
    [1403, 12, 30, "2025-03-20", 5],
    [1404, 1, 1, "2025-03-21", 6],
    [1405, 10, 19, "2027-01-09", 0],
  ])("%i/%i/%i is %s", (jy, jm, jd, iso, weekday) => {
    expect(isoOf(jy, jm, jd)).toBe(iso);
    expect(jalaliOf(iso)).toEqual({ jy, jm, jd });
    expect(weekdayOf(iso)).toBe(weekday);
  });

  test.each<[number, IsoDate[], number[]]>([
    [1402, ["2023-03-21", "2023-06-22", "2023-09-23", "2023-12-22"], [93, 93, 90, 89]],
    [1403, ["2024-03-20", "2024-06-21", "2024-09-22", "2024-12-21"], [93, 93, 90, 90]],
    [1404, ["2025-03-21", "2025-06-22", "2025-09-23", "2025-12-22"], [93, 93, 90, 89]],
    [1405, ["2026-03-21", "2026-06-22", "2026-09-23", "2026-12-22"], [93, 93, 90, 89]],
    [1408, ["2029-03-20", "2029-06-21", "2029-09-22", "2029-12-21"], [93, 93, 90, 90]],
  ])("quarters of %i begin and last as the official calendar says", (jy, firstDays, lengths) => {
    expect([1, 4, 7, 10].map((jm) => isoOf(jy, jm, 1))).toEqual(firstDays);
    expect([1, 4, 7, 10].map((jm) => [0, 1, 2].reduce((sum, m) => sum + monthLength(jy, jm + m), 0))).toEqual(
      lengths,
    );
  });

  test("every day from 1380 to 1450 is the day the Persian calendar of ICU gives", () => {
    const icu = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
      timeZone: "UTC",
      year: "numeric",
      month: "numeric",
      day: "numeric",
    });
    let days = 0;
    for (let iso = isoOf(1380, 1, 1); iso < isoOf(1451, 1, 1); iso = addDays(iso, 1)) {
      const { jy, jm, jd } = jalaliOf(iso);
      const written = icu.format(dateOf(iso)).replace(/[^\d/]/g, "");
      if (written !== `${jm}/${jd}/${jy}` || isoOf(jy, jm, jd) !== iso) expect.fail(`${iso}: ${written}`);
      days += 1;
    }
    expect(days).toBe(25_932);
  });

  test("days that do not exist are refused", () => {
    expect(() => isoOf(1404, 12, 30)).toThrow(RangeError);
    expect(() => isoOf(1404, 7, 31)).toThrow(RangeError);
    expect(() => isoOf(1404, 13, 1)).toThrow(RangeError);
    expect(() => isoDate("2025-02-29")).toThrow(RangeError);
    expect(() => isoDate("۱۴۰۵-۰۱-۰۱")).toThrow(RangeError);
    expect(isIsoDate("2025-2-1")).toBe(false);
  });

  test("days are counted forth and back", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (iso, days) => {
        expect(daysBetween(iso, addDays(iso, days))).toBe(days);
        expect(isoOfDate(dateOf(iso))).toBe(iso);
      }),
    );
  });
});

describe("the clock of Iran", () => {
  test("a day begins at midnight in Tehran", () => {
    expect(todayIn(new Date("2026-12-23T20:29:59Z"))).toBe("2026-12-23");
    expect(todayIn(new Date("2026-12-23T20:30:00Z"))).toBe("2026-12-24");
    expect(instantAt("2026-12-24").toISOString()).toBe("2026-12-23T20:30:00.000Z");
    expect(timeIn(new Date("2026-12-24T06:30:00Z"))).toBe("10:00");
  });

  test("summer time held until 1401", () => {
    expect(instantAt("2021-07-01", "10:00").toISOString()).toBe("2021-07-01T05:30:00.000Z");
    expect(instantAt("2023-07-01", "10:00").toISOString()).toBe("2023-07-01T06:30:00.000Z");
  });

  test("an instant shows the day and time it was made from", () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 2, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (iso, hour, minute) => {
          const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
          const instant = instantAt(iso, time);
          expect([todayIn(instant), timeIn(instant)]).toEqual([iso, time]);
        },
      ),
      { numRuns: 300 },
    );
    expect(() => instantAt("2026-12-24", "25:00")).toThrow(RangeError);
  });
});

describe("reading a typed day", () => {
  test.each([
    "1405/10/19",
    "۱۴۰۵/۱۰/۱۹",
    "١٤٠٥/١٠/١٩",
    "۱۴۰۵-۱۰-۱۹",
    "1405.10.19",
    "۱۴۰۵ / ۱۰ / ۱۹",
    "19/10/1405",
    "۱۹-۱۰-۱۴۰۵",
    "19 دی 1405",
    "۱۹ دی ۱۴۰۵",
    "۱۹ دي ۱۴۰۵",
    "۱۹دی۱۴۰۵",
    "۱۹ دی‌ماه ۱۴۰۵",
    "۱۹ دی ماه سال ۱۴۰۵",
    "شنبه ۱۹ دی ۱۴۰۵",
    "شنبه، ۱۴۰۵/۱۰/۱۹",
    "مورخ ۱۴۰۵/۱۰/۱۹",
    "  \u200F۱۴۰۵/۱۰/۱۹\u200E ",
    "19 Dey 1405",
  ])("%j is 19 Dey 1405", (text) => {
    expect(parseJalali(text)).toEqual({ ok: true, iso: "2027-01-09", needsConfirmation: false });
  });

  test.each<[string, IsoDate]>([
    ["۹۳/۷/۱۴", "2014-10-06"],
    ["93/07/14", "2014-10-06"],
    ["14/7/93", "2014-10-06"],
    ["۱۴ مهر ۹۳", "2014-10-06"],
    ["05/10/19", "2027-01-09"],
    ["یکشنبه ۱۹ دی ۱۴۰۵", "2027-01-09"],
  ])("%j is a guess to be confirmed", (text, iso) => {
    expect(parseJalali(text)).toEqual({ ok: true, iso, needsConfirmation: true });
  });

  test.each<[string, IsoDate]>([
    ["۱۴۰۳/۱۲/۳۰", "2025-03-20"],
    ["۱۳۹۳/۹/۵", "2014-11-26"],
    ["20 شهریور 1401", "2022-09-11"],
    ["سه شنبه ۱ فروردین ۱۴۰۲", "2023-03-21"],
    ["سه‌شنبه ۱ فروردین ۱۴۰۲", "2023-03-21"],
    ["۳۱ امرداد ۱۴۰۴", "2025-08-22"],
  ])("%j is %s", (text, iso) => {
    expect(parseJalali(text)).toEqual({ ok: true, iso, needsConfirmation: false });
  });

  test.each([
    ["", "empty"],
    [" \u200C ", "empty"],
    ["۱۴۰۲/۴/۱۷۲۷۹", "not-a-date"],
    ["۲۰۶/۹۳/۱۱۸۵۲", "not-a-date"],
    ["۵۱۱۳۱/۷۹۰۹۸", "not-a-date"],
    ["۱۴۰۳-۱۲/۷۷", "not-a-date"],
    ["۱۴۰۵/۱۰", "not-a-date"],
    ["۱۴۰۵/۱۰/۱۹/۲", "not-a-date"],
    ["14051019", "not-a-date"],
    ["۱۴۰۵/۱۰/۱۹ ساعت ۱۰", "not-a-date"],
    ["فردا", "not-a-date"],
    ["۱۹ دیروز ۱۴۰۵", "not-a-date"],
    ["206/3/12", "not-a-date"],
    ["<script>", "not-a-date"],
    ["9".repeat(100_000), "not-a-date"],
    ["۱۴۰۴/۱۲/۳۰", "no-such-day"],
    ["۱۴۰۵/۷/۳۱", "no-such-day"],
    ["۱۴۰۵/۱۳/۱", "no-such-day"],
    ["۱۴۰۵/۰/۱", "no-such-day"],
    ["۱۴۰۵/۱/۳۲", "no-such-day"],
    ["1066/1/1", "no-such-day"],
    ["2027-01-09", "gregorian"],
    ["9/1/2027", "gregorian"],
  ])("%j is refused as %s", (text, reason) => {
    expect(parseJalali(text)).toEqual({ ok: false, reason });
  });

  test("a written day is read back, in either script and order", () => {
    fc.assert(
      fc.property(day, (iso) => {
        const { jy, jm, jd } = jalaliOf(iso);
        const spellings = [
          formatJalali(iso, "fa", "short"),
          formatJalali(iso, "fa", "long"),
          formatJalali(iso, "fa", "weekday"),
          `${jd}/${jm}/${jy}`,
          `${jd} ${MONTH_NAMES.en[jm - 1]} ${jy}`,
        ];
        for (const text of spellings) {
          expect(parseJalali(text)).toEqual({ ok: true, iso, needsConfirmation: false });
        }
      }),
    );
  });

  test("no text is too strange to be refused", () => {
    const piece = fc.constantFrom(
      "۱۴۰۵",
      "/",
      "-",
      " ",
      "12",
      "30",
      "٣",
      "دی",
      "ماه",
      "شنبه",
      "\u200C",
      "\u202E",
      "۹۹",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const parsed = parseJalali(typed);
        expect(parsed.ok ? isIsoDate(parsed.iso) : parsed.reason !== undefined).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("showing a day", () => {
  test.each([
    ["fa", "short", "۱۴۰۵/۱۰/۱۹"],
    ["fa", "long", "۱۹ دی ۱۴۰۵"],
    ["fa", "weekday", "شنبه ۱۹ دی ۱۴۰۵"],
    ["fa", "day-month", "۱۹ دی"],
    ["en", "short", "9 Jan 2027"],
    ["en", "long", "9 January 2027 (19 Dey 1405)"],
    ["en", "weekday", "Saturday, 9 January 2027 (19 Dey 1405)"],
    ["en", "day-month", "9 January"],
  ] as const)("in %s, %s, it reads %s", (locale, style, text) => {
    expect(formatJalali("2027-01-09", locale, style)).toBe(text);
  });

  test.each<[IsoDate, string, string]>([
    ["2026-12-24", "امروز", "today"],
    ["2026-12-25", "فردا", "tomorrow"],
    ["2026-12-23", "دیروز", "yesterday"],
    ["2026-12-27", "۳ روز مانده", "in 3 days"],
    ["2026-12-12", "۱۲ روز گذشته", "12 days ago"],
  ])("%s seen from 3 Dey 1405 is %s", (iso, fa, en) => {
    expect(relativeDay(iso, "2026-12-24", "fa")).toBe(fa);
    expect(relativeDay(iso, "2026-12-24", "en")).toBe(en);
  });
});

describe("a day in a list", () => {
  test("stands without its year in the year one is in, and with it in another", () => {
    expect(dayInList("2026-12-17", "2026-12-24", "fa")).toBe("۲۶ آذر");
    expect(dayInList("2026-02-04", "2026-12-24", "fa")).toBe("۱۵ بهمن ۱۴۰۴");
    expect(dayInList("2026-02-04", "2026-12-24", "en")).toBe("4 February");
    expect(dayInList("2025-11-02", "2026-12-24", "en")).toBe("2 November 2025");
  });
});
