import { addDays, isoOf, jalaliOf, monthLength, weekdayOf, type IsoDate } from "~/lib/jalali";

const WEEK = 7;

/** The seven days of the week in which a day lies, Saturday first. */
export function weekOf(day: IsoDate): IsoDate[] {
  const first = addDays(day, -weekdayOf(day));
  return Array.from({ length: WEEK }, (_, index) => addDays(first, index));
}

/** The first and the last day of the Jalali month in which a day lies. */
export function monthOf(day: IsoDate): { first: IsoDate; last: IsoDate } {
  const { jy, jm } = jalaliOf(day);
  return { first: isoOf(jy, jm, 1), last: isoOf(jy, jm, monthLength(jy, jm)) };
}

/** The weeks that a Jalali month touches, each whole, Saturday first: four to six of them. */
export function monthGrid(day: IsoDate): IsoDate[][] {
  const { first, last } = monthOf(day);
  const weeks: IsoDate[][] = [];
  for (let start = weekOf(first)[0] ?? first; start <= last; start = addDays(start, WEEK))
    weeks.push(weekOf(start));
  return weeks;
}

/** The first day of the month before (−1) or after (1) that of a day. */
export function monthBeside(day: IsoDate, step: 1 | -1): IsoDate {
  const { first, last } = monthOf(day);
  return step === 1 ? addDays(last, 1) : monthOf(addDays(first, -1)).first;
}
