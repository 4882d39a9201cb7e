import { addDays, isoOf, jalaliOf, monthLength, weekdayOf, type IsoDate } from "~/lib/jalali";
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from "~/lib/working-calendar";
import type { ClosedDayRule } from "../choices";

/**
 * A rule of the Jalali calendar: every `step` weeks on a weekday (0 = Saturday), or every `step` months on a day of the
 * month or on its nth weekday (-1: the last). A day that a month does not have is its last day.
 */
export type Rule = {
  every: "week" | "month";
  step: number;
  weekday: number | null;
  nth: number | null;
  monthDay: number | null;
  startsOn: IsoDate;
  endsOn: IsoDate | null;
};

/** What one month of the rule gives. */
function dayInMonth(rule: Rule, jy: number, jm: number): IsoDate {
  const length = monthLength(jy, jm);
  if (rule.monthDay !== null) return isoOf(jy, jm, Math.min(rule.monthDay, length));
  const weekday = rule.weekday ?? 0;
  if (rule.nth === -1) {
    const last = isoOf(jy, jm, length);
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  const first = isoOf(jy, jm, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * ((rule.nth ?? 1) - 1));
}

/** The days of the rule from its beginning on, without an end. */
function* everyDay(rule: Rule): Generator<IsoDate> {
  if (rule.every === "week") {
    let day = addDays(rule.startsOn, ((rule.weekday ?? 0) - weekdayOf(rule.startsOn) + 7) % 7);
    for (;;) {
      yield day;
      day = addDays(day, 7 * rule.step);
    }
  }
  const { jy, jm } = jalaliOf(rule.startsOn);
  for (let month = jy * 12 + jm - 1; ; month += rule.step) {
    const day = dayInMonth(rule, Math.floor(month / 12), (month % 12) + 1);
    if (day >= rule.startsOn) yield day;
  }
}

/** The days of the rule between two days, both included, without regard to closed days. */
export function daysOf(rule: Rule, from: IsoDate, to: IsoDate): IsoDate[] {
  const last = rule.endsOn !== null && rule.endsOn < to ? rule.endsOn : to;
  const days: IsoDate[] = [];
  for (const day of everyDay(rule)) {
    if (day > last) break;
    if (day >= from) days.push(day);
  }
  return days;
}

/** A meeting of a series: the day that the rule gave it, and the day on which it is. */
export type Occurrence = { occurrenceOn: IsoDate; day: IsoDate };

const monthOf = (day: IsoDate): number => {
  const { jy, jm } = jalaliOf(day);
  return jy * 12 + jm;
};

/** The working day that a monthly meeting goes to: the next one of its month, or the last before it where none is left. */
function workingDayInMonth(calendar: WorkingCalendar, occurrenceOn: IsoDate): IsoDate {
  const { day } = addWorkingDays(calendar, occurrenceOn, 0);
  if (monthOf(day) === monthOf(occurrenceOn)) return day;
  const earlier = addWorkingDays(calendar, occurrenceOn, -1).day;
  return monthOf(earlier) === monthOf(occurrenceOn) ? earlier : day;
}

/**
 * The meetings of a rule between two days of the rule, both included. On a closed day it stays, is left out, or goes to
 * the next working day. A monthly one stays in its month, so that each month has its own (S4-b5); a weekly one that would
 * reach the day of the next one is held once, and the next one stands for both.
 */
export function occurrencesOf(
  rule: Rule,
  onClosedDay: ClosedDayRule,
  calendar: WorkingCalendar,
  from: IsoDate,
  to: IsoDate,
): Occurrence[] {
  // A month and a half beyond, to know the next one of the last.
  const beyond = daysOf(rule, from, addDays(to, 7 * 6 * rule.step + 45));
  return beyond.flatMap((occurrenceOn, at): Occurrence[] => {
    if (occurrenceOn > to) return [];
    if (onClosedDay === "keep" || isWorkingDay(calendar, occurrenceOn))
      return [{ occurrenceOn, day: occurrenceOn }];
    if (onClosedDay === "skip") return [];
    const day =
      rule.every === "month"
        ? workingDayInMonth(calendar, occurrenceOn)
        : addWorkingDays(calendar, occurrenceOn, 0).day;
    const next = beyond[at + 1];
    return next !== undefined && day >= next ? [] : [{ occurrenceOn, day }];
  });
}
