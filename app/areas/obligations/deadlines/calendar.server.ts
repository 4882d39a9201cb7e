import { getWorkingCalendar, readWorkingCalendars } from "~/areas/divisions/queries.server";
import { scopeOf, type Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { addDays, type IsoDate } from "~/lib/jalali";
import type { WorkingCalendar } from "~/lib/working-calendar";
import { PICKS_DAY } from "../components/step-forms/offers";

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

/** The calendars of the places that owe, known from a day on and as well as from another, in two statements for all of them. */
export async function calendarsOf(
  db: Db,
  divisionIds: readonly number[],
  from: IsoDate,
  other = from,
): Promise<(divisionId: number) => WorkingCalendar> {
  const [first, last] = from < other ? [from, other] : [other, from];
  const read = new Set(divisionIds.flatMap((divisionId) => scopeOf(divisionId).ancestors));
  const calendarIn = await readWorkingCalendars(db, [...read], first, addDays(last, AHEAD));
  const known = new Map(
    divisionIds.map((divisionId) => [divisionId, calendarIn(scopeOf(divisionId))] as const),
  );
  return (divisionId) => known.get(divisionId) ?? calendarIn(scopeOf(divisionId));
}

/** What the form of a step shows beside a day: the calendar of the place that owes; null where no day is picked. */
export function calendarOfStep(
  db: Db,
  { divisionId }: { divisionId: number },
  step: string | null,
  today: IsoDate,
): Promise<WorkingCalendar> | null {
  return step !== null && PICKS_DAY.includes(step) ? calendarOf(db, scopeOf(divisionId), today) : null;
}
