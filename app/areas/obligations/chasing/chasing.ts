import { addDays, type IsoDate } from "~/lib/jalali";
import { addWorkingDays, type WorkingCalendar } from "~/lib/working-calendar";

/** When an office is reminded by itself, in working days of its place. */
export const CHASING = {
  /** So many days before something is due. */
  before: 3,
  /** Nothing was said so many days after it was issued. */
  silent: 3,
  /** Nothing was said so many days after it was reminded of its silence: the level above hears of it. */
  escalate: 3,
} as const;

/** What is overdue is said again each week, so many weeks long; what was older when it was taken up is said once. */
export const WEEKS = 8;

/** The days against which a day's reminders are reckoned. */
export type ChasingDays = {
  today: IsoDate;
  /** Due until here is near. */
  near: IsoDate;
  /** Issued until here and unanswered is silent. */
  silentSince: IsoDate;
  /** Reminded of its silence until here is escalated. */
  remindedUntil: IsoDate;
};

/** How far around a day its calendar has to be known. */
export const chasingSpan = (today: IsoDate): [IsoDate, IsoDate] => [addDays(today, -60), addDays(today, 60)];

export function chasingDays(calendar: WorkingCalendar, today: IsoDate): ChasingDays {
  return {
    today,
    near: addWorkingDays(calendar, today, CHASING.before).day,
    silentSince: addWorkingDays(calendar, today, -CHASING.silent).day,
    remindedUntil: addWorkingDays(calendar, today, -CHASING.escalate).day,
  };
}
