import { addDays, type IsoDate } from "~/lib/jalali";
import { isWorkingDay, type WorkingCalendar } from "~/lib/working-calendar";

export const REMINDERS = ["week", "day"] as const;
export type Reminder = (typeof REMINDERS)[number];

/** Days before the meeting. */
const BEFORE: Record<Reminder, number> = { week: 7, day: 1 };

/** Longest row of closed days that is stepped over. */
const LONGEST_CLOSURE = 30;

/** On which day a reminder goes: so many days before, or on the last working day before that. */
export function remindOn(calendar: WorkingCalendar, heldOn: IsoDate, which: Reminder): IsoDate {
  const asked = addDays(heldOn, -BEFORE[which]);
  for (let back = 0; back < LONGEST_CLOSURE; back += 1) {
    const day = addDays(asked, -back);
    if (isWorkingDay(calendar, day)) return day;
  }
  return asked;
}
