import { getWorkingCalendar } from "~/areas/divisions/queries.server";
import { nextTurn } from "~/areas/obligations/schema";
import type { IssuedDeadline } from "~/areas/obligations/door.server";
import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { addDays, type IsoDate } from "~/lib/jalali";
import { addWorkingDays, type ClosedDay, type WorkingCalendar } from "~/lib/working-calendar";
import type { ReviewDeadline } from "./minutes-review";

/** The calendar against which deadlines of minutes issued today are reckoned: the longest is a thousand days. */
export async function calendarFrom(db: Db, place: Place, today: IsoDate): Promise<WorkingCalendar> {
  return getWorkingCalendar(db, place, today, addDays(today, 1600));
}

/** The real day on which a deadline ends when issued on a day, with the closed days it passed over. */
export function dayOf(
  deadline: ReviewDeadline,
  issuedOn: IsoDate,
  calendar: WorkingCalendar,
): { day: IsoDate; closed: ClosedDay[] } | null {
  switch (deadline.kind) {
    case "dated":
      return { day: deadline.on, closed: [] };
    case "relative":
      return deadline.unit === "working"
        ? addWorkingDays(calendar, issuedOn, deadline.count)
        : { day: addDays(issuedOn, deadline.count), closed: [] };
    case "continuous":
      return { day: nextTurn(issuedOn, deadline.cadence), closed: [] };
    case "none":
      return null;
  }
}

/** A reviewed deadline as obligations carry it. */
export function issuedDeadline(
  deadline: ReviewDeadline,
  issuedOn: IsoDate,
  calendar: WorkingCalendar,
): IssuedDeadline {
  if (deadline.kind === "none") return { kind: "none", reason: deadline.reason };
  const dueOn = dayOf(deadline, issuedOn, calendar)?.day ?? issuedOn;
  if (deadline.kind === "continuous") {
    return { kind: "continuous", dueOn, cadence: deadline.cadence, receiver: deadline.receiver };
  }
  return { kind: deadline.kind, dueOn };
}
