import type { IsoDate } from "~/lib/jalali";
import { addWorkingDays, type WorkingCalendar } from "~/lib/working-calendar";

/** Working days after a quarter's end within which its report is in time. */
export const LIMIT_DAYS = 10;

/** Working days that a returned report has. */
export const RETURNED_DAYS = 3;

/** The last day on which a report is in time, counted from the quarter's last day by the calendar of its place. */
export const reportDue = (calendar: WorkingCalendar, lastDay: IsoDate): IsoDate =>
  addWorkingDays(calendar, lastDay, LIMIT_DAYS).day;
