import { addDays, daysBetween, type IsoDate } from "~/lib/jalali";
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from "~/lib/working-calendar";

/** What a place is told of a report that it has not sent; `silent` is told to the level above. */
export const REMINDERS = ["rehearsal", "due-soon", "overdue", "silent"] as const;
export type Reminder = (typeof REMINDERS)[number];

/** What is said now. `day` is the day the report is due, of a rehearsal the quarter's last. */
export type Reminding = { kind: Reminder; day: IsoDate; mark: string };

/** When a place is reminded of its report by itself. */
export const REMINDING = {
  /** Days before a quarter's end from which its report may be rehearsed. */
  rehearsal: 10,
  /** Working days before a report is due. */
  before: 3,
  /** Working days after which the level above hears of a report that is overdue. */
  silent: 3,
  /** Days for which an overdue report is spoken of, week by week. */
  overdue: 56,
} as const;

/** How far around a limit its calendar has to be known. */
export const remindingSpan = (day: IsoDate): [IsoDate, IsoDate] => [addDays(day, -60), addDays(day, 60)];

/** Whether a running quarter ends so soon that its report may be rehearsed. */
export const isRehearsal = (lastDay: IsoDate, today: IsoDate): boolean =>
  today <= lastDay && daysBetween(today, lastDay) <= REMINDING.rehearsal;

/**
 * What a place is told today of a report that is due on a day and not sent; nothing on a closed day. `mark` is the same
 * as long as the same thing is said, so that a day left out is made up for on the next and nothing is said twice.
 */
export function remindersOf(calendar: WorkingCalendar, dueOn: IsoDate, today: IsoDate): Reminding[] {
  if (!isWorkingDay(calendar, today)) return [];
  if (today <= dueOn) {
    const near = addWorkingDays(calendar, dueOn, -REMINDING.before).day;
    return today >= near ? [{ kind: "due-soon", day: dueOn, mark: dueOn }] : [];
  }
  const late = daysBetween(dueOn, today);
  if (late > REMINDING.overdue) return [];
  const week = Math.floor((late - 1) / 7);
  const silentFrom = addWorkingDays(calendar, dueOn, REMINDING.silent).day;
  // A mark is kept for thirty days: what is said but once is not said after that.
  const isSilent = today > silentFrom && daysBetween(silentFrom, today) < 28;
  return [
    { kind: "overdue", day: dueOn, mark: `${dueOn}/${week}` },
    ...(isSilent ? [{ kind: "silent" as const, day: dueOn, mark: dueOn }] : []),
  ];
}
