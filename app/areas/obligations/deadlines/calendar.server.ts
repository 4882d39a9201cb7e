import { getWorkingCalendar } from "~/areas/divisions/queries.server";
import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { addDays, type IsoDate } from "~/lib/jalali";
import type { WorkingCalendar } from "~/lib/working-calendar";

/** How far ahead of the first day a calendar is asked: the longest limit is a thousand days. */
const AHEAD = 1600;

/** The calendar of a place against which its limits are reckoned from a day on, and as well as from another. */
export function calendarOf(
  db: Db,
  place: Pick<Place, "ancestors">,
  from: IsoDate,
  other = from,
): Promise<WorkingCalendar> {
  const [first, last] = from < other ? [from, other] : [other, from];
  return getWorkingCalendar(db, place, first, addDays(last, AHEAD));
}
