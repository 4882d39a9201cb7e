import { addDays, instantAt, timeIn, todayIn, weekdayOf } from "~/lib/jalali";
import { isWorkingDay, type WorkingCalendar } from "~/lib/working-calendar";

/**
 * Hours (`HH:MM`, Tehran) between which nothing that is not urgent goes out, over midnight where the second is the earlier;
 * equal ones mean none. `onClosedDays`: it waits on days on which offices are closed as well.
 */
export type Quiet = { from: string; to: string; onClosedDays: boolean };

const DAY_MINUTES = 24 * 60;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** How many minutes of a day are quiet. */
export const quietMinutes = ({ from, to }: Pick<Quiet, "from" | "to">): number =>
  (minutesOf(to) - minutesOf(from) + DAY_MINUTES) % DAY_MINUTES;

/** Longest way to a working day. */
const DAYS = 30;

const isQuiet = ({ from, to }: Pick<Quiet, "from" | "to">, time: string): boolean =>
  from <= to ? time >= from && time < to : time >= from || time < to;

/**
 * The first moment from `at` on at which something that is not urgent may go out: outside of the quiet hours, on a day on
 * which offices work.
 */
export function firstOpen(quiet: Quiet, calendar: WorkingCalendar, at: Date): Date {
  let day = todayIn(at);
  let moment = at;
  for (let way = 0; way <= DAYS; way += 1) {
    if (!quiet.onClosedDays || isWorkingDay(calendar, day)) {
      const time = timeIn(moment);
      if (!isQuiet(quiet, time)) return moment;
      if (time < quiet.to) return instantAt(day, quiet.to);
    }
    day = addDays(day, 1);
    moment = instantAt(day, "00:00");
  }
  return moment;
}

/** When what is gathered goes out: at the end of the quiet hours of the next day, or of the next Saturday. */
export function nextDigest(
  rhythm: "daily" | "weekly",
  quiet: Quiet,
  calendar: WorkingCalendar,
  at: Date,
): Date {
  const days = rhythm === "daily" ? 1 : 7 - daysSinceSaturday(at);
  return firstOpen(quiet, calendar, instantAt(addDays(todayIn(at), days), quiet.to));
}

const daysSinceSaturday = (at: Date) => weekdayOf(todayIn(at));
