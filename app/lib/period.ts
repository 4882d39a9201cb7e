import {
  addDays,
  daysBetween,
  type IsoDate,
  isoOf,
  jalaliOf,
  type Locale,
  MONTH_NAMES,
  monthLength,
  todayIn,
} from "./jalali";
import { toLatinDigits, toPersianDigits } from "./digits";

/**
 * A Jalali quarter `1405-Q3` or month `1405-M09`: the form it has in records, addresses and files. Periods of one
 * kind sort as text.
 */
export type Period = `${number}-Q${1 | 2 | 3 | 4}` | `${number}-M${number}`;

export type PeriodKind = "quarter" | "month";

const SHAPE = /^(\d{4})-(?:Q([1-4])|M(0[1-9]|1[0-2]))$/;

/** The years whose every day the calendar knows. */
const FIRST_YEAR = 1300;
const LAST_YEAR = 1497;

const SEASONS: Readonly<Record<Locale, readonly string[]>> = {
  fa: ["بهار", "تابستان", "پاییز", "زمستان"],
  en: ["Spring", "Summer", "Autumn", "Winter"],
};

interface Parts {
  year: number;
  kind: PeriodKind;
  /** 1 … 4 or 1 … 12 */
  number: number;
}

function partsIn(text: string): Parts | null {
  const [, year, quarter, month] = SHAPE.exec(text) ?? [];
  if (!year || Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return null;
  return quarter
    ? { year: Number(year), kind: "quarter", number: Number(quarter) }
    : { year: Number(year), kind: "month", number: Number(month) };
}

function partsOf(period: Period): Parts {
  const parts = partsIn(period);
  if (!parts) throw new RangeError(`Not a period: ${JSON.stringify(period)}`);
  return parts;
}

function periodFrom({ year, kind, number }: Parts): Period {
  const text = kind === "quarter" ? `${year}-Q${number}` : `${year}-M${String(number).padStart(2, "0")}`;
  if (!partsIn(text)) throw new RangeError(`Not a period: ${JSON.stringify(text)}`);
  return text as Period;
}

/** Reads `1405-Q3` or `1405-M09`, in any digits and letter case; null for everything else. */
export function parsePeriod(text: string): Period | null {
  const written = toLatinDigits(text.trim()).toUpperCase();
  return partsIn(written) ? (written as Period) : null;
}

/** The quarter or month in which the day lies. */
export function periodOf(iso: IsoDate, kind: PeriodKind): Period {
  const { jy, jm } = jalaliOf(iso);
  return periodFrom({ year: jy, kind, number: kind === "quarter" ? Math.ceil(jm / 3) : jm });
}

export function kindOf(period: Period): PeriodKind {
  return partsOf(period).kind;
}

/** First and last Jalali month, 1 … 12. */
function monthsOf({ kind, number }: Parts): [number, number] {
  return kind === "quarter" ? [number * 3 - 2, number * 3] : [number, number];
}

export function firstDayOf(period: Period): IsoDate {
  const parts = partsOf(period);
  return isoOf(parts.year, monthsOf(parts)[0], 1);
}

/** The last day itself, not the day after. */
export function lastDayOf(period: Period): IsoDate {
  const parts = partsOf(period);
  const [, month] = monthsOf(parts);
  return isoOf(parts.year, month, monthLength(parts.year, month));
}

/** The period so many quarters or months later, or earlier when negative. */
export function shiftPeriod(period: Period, by: number): Period {
  const { year, kind, number } = partsOf(period);
  const perYear = kind === "quarter" ? 4 : 12;
  const index = year * perYear + (number - 1) + by;
  return periodFrom({ year: Math.floor(index / perYear), kind, number: (index % perYear) + 1 });
}

export function previousPeriod(period: Period): Period {
  return shiftPeriod(period, -1);
}

export function nextPeriod(period: Period): Period {
  return shiftPeriod(period, 1);
}

/** The same quarter or month of the year before. */
export function samePeriodLastYear(period: Period): Period {
  const parts = partsOf(period);
  return periodFrom({ ...parts, year: parts.year - 1 });
}

export function periodContains(period: Period, iso: IsoDate): boolean {
  return firstDayOf(period) <= iso && iso <= lastDayOf(period);
}

/** Whether its last day is over in Iran. */
export function isPeriodEnded(period: Period, now: Date): boolean {
  return lastDayOf(period) < todayIn(now);
}

/** The last quarter or month that is over in Iran: the one a report is due for. */
export function lastEndedPeriod(now: Date, kind: PeriodKind): Period {
  return previousPeriod(periodOf(todayIn(now), kind));
}

/** Days after the end of a quarter during which it is the one that places report on. */
const REPORTING_DAYS = 30;

/** The quarter that a place works on: the one that just ended while it is being reported, else the running one. */
export function periodAtWork(today: IsoDate): Period {
  const running = periodOf(today, "quarter");
  return daysBetween(firstDayOf(running), today) < REPORTING_DAYS ? previousPeriod(running) : running;
}

/** `count` periods that end with this one, oldest first. */
export function lastPeriods(period: Period, count: number): Period[] {
  return Array.from({ length: count }, (_, index) => shiftPeriod(period, index - count + 1));
}

/** The three months of a quarter, or the month itself. */
export function monthsIn(period: Period): Period[] {
  const parts = partsOf(period);
  const [first, last] = monthsOf(parts);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    periodFrom({ year: parts.year, kind: "month", number: first + index }),
  );
}

/** Half-open bounds for a query: `from <= day and day < before`. */
export function boundsOf(period: Period): { from: IsoDate; before: IsoDate } {
  return { from: firstDayOf(period), before: addDays(lastDayOf(period), 1) };
}

/** «پاییز ۱۴۰۵» · «آذر ۱۴۰۵» · Autumn 1405 · Azar 1405 */
export function periodLabel(period: Period, locale: Locale): string {
  const { year, kind, number } = partsOf(period);
  const name = (kind === "quarter" ? SEASONS : MONTH_NAMES)[locale][number - 1] ?? "";
  return locale === "fa" ? toPersianDigits(`${name} ${year}`) : `${name} ${year}`;
}
