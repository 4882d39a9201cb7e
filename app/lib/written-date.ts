import { isJalaliDay, isoOf, MONTH_NAMES, WEEKDAY_NAMES, weekdayOf, type IsoDate } from "./jalali";
import { searchKey } from "./persian-text";

export type DateRefusal =
  /** nothing was typed */
  | "empty"
  /** no date at all, or a number that only looks like one */
  | "not-a-date"
  /** a date by its shape, but the calendar has no such day */
  | "no-such-day"
  /** a Gregorian year where a Jalali one belongs */
  | "gregorian";

export type ParsedDate =
  | {
      ok: true;
      iso: IsoDate;
      /** Something was guessed (the century, or which of a weekday and a date is right): show it and ask. */
      needsConfirmation: boolean;
    }
  | { ok: false; reason: DateRefusal };

const WEEKDAY_KEYS = WEEKDAY_NAMES.fa.map((name) => searchKey(name).replaceAll(" ", ""));

const MONTH_BY_KEY = new Map<string, number>([
  ...MONTH_NAMES.fa.map((name, index) => [searchKey(name), index + 1] as const),
  ...MONTH_NAMES.en.map((name, index) => [name.toLowerCase(), index + 1] as const),
  [searchKey("امرداد"), 5],
  ["day", 10],
]);

const NUMERIC = /^(\d{1,4})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{1,4})$/;
const NAMED = /^(\d{1,2})\s*(?:(?:ام|م)\s)?\s*([\p{L}]+?)\s*(?:ماه)?\s*(?:سال)?\s*(\d{2}|\d{4})$/u;
const WEEKDAY = /^((?:یک|دو|سه|چهار|پنج)? ?شنبه|جمعه)[ ,]+/u;

/**
 * Reads a day as people write it: `1405/10/19`, `۱۴۰۵-۱۰-۱۹`, `۱۹/۱۰/۱۴۰۵`, `۹۳/۷/۱۴`, «۱۹ دی ۱۴۰۵»,
 * «شنبه ۱۹ دی‌ماه ۱۴۰۵», in any digits. A year of two digits is 13xx above 50 and 14xx up to it, and asks for
 * confirmation. Letter numbers such as ۱۴۰۲/۴/۱۷۲۷۹ are refused. Never throws.
 */
export function parseJalali(text: string): ParsedDate {
  if (text.length > 100) return { ok: false, reason: "not-a-date" };
  let key = searchKey(text)
    .replace(/[\\\u060D\u2044\u2215]/g, "/")
    .replace(/^مورخه? */u, "");
  if (key === "") return { ok: false, reason: "empty" };
  const weekday = WEEKDAY.exec(key);
  if (weekday) key = key.slice(weekday[0].length);
  const parts = numericParts(key) ?? namedParts(key);
  if (!parts) return { ok: false, reason: "not-a-date" };

  const { day, month } = parts;
  const guessed = parts.year < 100;
  const year = guessed ? parts.year + (parts.year > 50 ? 1300 : 1400) : parts.year;
  if (year >= 1700 && year <= 2200) return { ok: false, reason: "gregorian" };
  if (!isJalaliDay(year, month, day)) return { ok: false, reason: "no-such-day" };
  const iso = isoOf(year, month, day);
  const named = weekday?.[1]?.replaceAll(" ", "");
  const disagrees = named !== undefined && named !== WEEKDAY_KEYS[weekdayOf(iso)];
  return { ok: true, iso, needsConfirmation: guessed || disagrees };
}

interface WrittenDay {
  year: number;
  month: number;
  day: number;
}

function numericParts(key: string): WrittenDay | null {
  const [, first, , middle, last] = NUMERIC.exec(key) ?? [];
  if (!first || !middle || !last) return null;
  const month = Number(middle);
  const yearFirst = { year: Number(first), month, day: Number(last) };
  const yearLast = { year: Number(last), month, day: Number(first) };
  if (first.length === 4) return last.length <= 2 ? yearFirst : null;
  if (last.length === 4) return first.length <= 2 ? yearLast : null;
  if (first.length !== 2 && last.length !== 2) return null;
  if (first.length === 3 || last.length === 3) return null;
  // Both ends are short: the year comes first, as clerks write it, unless that makes no day and the other does.
  if (first.length === 2 && Number(last) <= 31) return yearFirst;
  return last.length === 2 ? yearLast : null;
}

function namedParts(key: string): WrittenDay | null {
  const [, day, name, year] = NAMED.exec(key) ?? [];
  const month = MONTH_BY_KEY.get(name ?? "");
  return day && year && month ? { year: Number(year), month, day: Number(day) } : null;
}
