import { addDays, type IsoDate, weekdayOf } from "./jalali";

/** Days of the week on which offices are closed, while the rule is in force. */
export interface WeekendRule {
  /** 0 = Saturday … 6 = Friday */
  weekdays: readonly number[];
  /** First day in force. */
  from: IsoDate;
  /** Last day in force; null while it has no end. */
  to: IsoDate | null;
}

/** A holiday of the country or a closure a province has declared. */
export interface SpecialDay {
  day: IsoDate;
  kind: "holiday" | "closure";
  /** For reading, in the reader's language. */
  name: string;
  /** A lunar holiday may move by a day until it is announced. */
  status: "confirmed" | "estimated";
}

/** What is known of one place. Rules in force on the same day add up: the nation's Friday and a province's Thursday. */
export interface WorkingCalendar {
  weekend: readonly WeekendRule[];
  specialDays: readonly SpecialDay[];
}

export type ClosedDay = SpecialDay | { day: IsoDate; kind: "weekend" };

export interface Deadline {
  day: IsoDate;
  /** Days passed over on the way, oldest first, so that the reader can be told which. */
  closed: ClosedDay[];
}

const FRIDAY = 6;

/** No limit of an office runs longer; a calendar that closes every day ends here as well. */
const LONGEST_WAY_IN_DAYS = 4000;

/** Why offices are closed on that day, or null when they work. A named day comes before the weekend it falls on. */
export function closedBecause(calendar: WorkingCalendar, day: IsoDate): ClosedDay | null {
  const special = calendar.specialDays.find((candidate) => candidate.day === day);
  if (special) return special;
  return isWeekend(calendar, day) ? { day, kind: "weekend" } : null;
}

/** Whether offices are shut on that day of the week, by the rules in force on that very day. */
export function isWeekend({ weekend }: Pick<WorkingCalendar, "weekend">, day: IsoDate): boolean {
  const weekday = weekdayOf(day);
  return weekend.some(
    (rule) => rule.from <= day && (rule.to === null || day <= rule.to) && rule.weekdays.includes(weekday),
  );
}

export function isWorkingDay(calendar: WorkingCalendar, day: IsoDate): boolean {
  return closedBecause(calendar, day) === null;
}

/**
 * The day on which a limit of so many working days ends; the first day itself does not count. With 0 the first
 * working day from `from` on, `from` included; a negative count goes back. Throws RangeError when the way is longer
 * than 4000 days or the count is not whole.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: IsoDate, count: number): Deadline {
  if (!Number.isInteger(count)) throw new RangeError(`Not a count of days: ${count}`);
  const step = count < 0 ? -1 : 1;
  const closed: ClosedDay[] = [];
  let left = Math.max(Math.abs(count), 1);
  let day = count === 0 ? from : addDays(from, step);
  for (let way = 0; way < LONGEST_WAY_IN_DAYS; way += 1) {
    const reason = closedBecause(calendar, day);
    if (reason) closed.push(reason);
    else left -= 1;
    if (left === 0) return { day, closed: step < 0 ? closed.reverse() : closed };
    day = addDays(day, step);
  }
  throw new RangeError(`${count} working days after ${from} lie beyond ${LONGEST_WAY_IN_DAYS} days`);
}

/**
 * Working days after `from` up to `to`, `to` included: the inverse of `addWorkingDays`. Negative when `to` is
 * earlier, then counted from `to` up to the day before `from`. `closed` are the days between that did not count.
 */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: IsoDate,
  to: IsoDate,
): { count: number; closed: ClosedDay[] } {
  const forward = from <= to;
  const [first, last] = forward ? [addDays(from, 1), to] : [to, addDays(from, -1)];
  const closed: ClosedDay[] = [];
  let count = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const reason = closedBecause(calendar, day);
    if (reason) closed.push(reason);
    else count += 1;
  }
  return { count: forward || count === 0 ? count : -count, closed };
}

/** A calendar with Fridays alone, for a place of which nothing else is known. */
export const FRIDAYS_ONLY: WorkingCalendar = {
  weekend: [{ weekdays: [FRIDAY], from: "1900-01-01", to: null }],
  specialDays: [],
};
