import {
  CalendarDate,
  IslamicUmalquraCalendar,
  toCalendar,
  GregorianCalendar,
} from "@internationalized/date";
import { toLatinDigits } from "~/lib/digits";
import { isIsoDate, jalaliOf, type IsoDate } from "~/lib/jalali";
import { parseJalali } from "~/lib/written-date";

/** The calendar a day was written in. The lunar one is converted by reckoning: its months begin by sight. A year
 * that may be of either is taken for one of the calendar of its column. */
export type ReadDay = { iso: IsoDate; calendar: "jalali" | "gregorian" | "lunar" | "lunar-column" } | null;

const pad = (number: number) => String(number).padStart(2, "0");

function gregorian(year: number, month: number, day: number): ReadDay {
  const iso = `${year}-${pad(month)}-${pad(day)}`;
  return isIsoDate(iso) ? { iso, calendar: "gregorian" } : null;
}

const islamic = new IslamicUmalquraCalendar();

function lunar(year: number, month: number, day: number): ReadDay {
  if (month < 1 || month > 12 || day < 1 || day > 30) return null;
  const date = toCalendar(new CalendarDate(islamic, year, month, day), new GregorianCalendar());
  const iso = `${date.year}-${pad(date.month)}-${pad(date.day)}`;
  return isIsoDate(iso) ? { iso, calendar: "lunar" } : null;
}

/** Year, month and day of a date in figures: the year at either end, or eight figures together. */
function partsOf(text: string): [number, number, number] | null {
  const key = toLatinDigits(text)
    .replace(/[T ]\d{1,2}:\d{2}.*$/, "")
    .trim();
  const [, first = "", middle = "", last = ""] =
    /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(key) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(key) ?? [];
  if (first) return [Number(first), Number(middle), Number(last)];
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(key) ?? [];
  return year ? [Number(year), Number(month), Number(day)] : null;
}

/**
 * A day that is over, written in one of the three calendars in use. The year tells which: 19xx and 20xx are Gregorian; a
 * Jalali year that has not come yet is one of the lunar calendar, which is some forty years ahead; so is an earlier one in
 * a column of lunar days.
 */
export function readDay(text: string, today: IsoDate, isLunarColumn = false): ReadDay {
  const parts = partsOf(text.slice(0, 60));
  if (parts && parts[0] >= 1900 && parts[0] <= 2200) return gregorian(...parts);
  if (parts && parts[0] > jalaliOf(today).jy && parts[0] < 1500) return lunar(...parts);
  if (parts && isLunarColumn && parts[0] >= 1300 && parts[0] < 1500) {
    const day = lunar(...parts);
    return day && { ...day, calendar: "lunar-column" };
  }
  const day = parseJalali(parts ? parts.join("/") : text);
  return day.ok && !day.needsConfirmation ? { iso: day.iso, calendar: "jalali" } : null;
}
