import type { IsoDate } from "~/lib/jalali";
import { addDays } from "~/lib/jalali";
import { addWorkingDays, type ClosedDay, type WorkingCalendar } from "~/lib/working-calendar";
import type { Cadence, Deadline } from "./choices";
import { nextTurn } from "./turn";

/** The day on which a limit ends. `asked` is the day as it was said, where that is closed and the limit went on from it. */
export type Limit = { day: IsoDate; asked: IsoDate | null; closed: ClosedDay[] };

export type IssuedDeadline =
  | { kind: "dated" | "relative"; dueOn: IsoDate; askedOn?: IsoDate | null }
  | { kind: "continuous"; dueOn: IsoDate; askedOn?: IsoDate | null; cadence: Cadence; receiver: string }
  | { kind: "none"; reason: string };

/** A day as a limit: a closed one gives way to the next day on which offices work. */
export function limitOn(calendar: WorkingCalendar, day: IsoDate): Limit {
  const open = addWorkingDays(calendar, day, 0);
  return { ...open, asked: open.day === day ? null : day };
}

/** The real day on which a deadline ends when issued on a day, with the closed days it passed over; null without one. */
export function dayOf(deadline: Deadline, issuedOn: IsoDate, calendar: WorkingCalendar): Limit | null {
  switch (deadline.kind) {
    case "dated":
      return limitOn(calendar, deadline.on);
    case "relative":
      return deadline.unit === "working"
        ? { ...addWorkingDays(calendar, issuedOn, deadline.count), asked: null }
        : limitOn(calendar, addDays(issuedOn, deadline.count));
    case "continuous":
      return limitOn(calendar, nextTurn(issuedOn, deadline.cadence));
    case "none":
      return null;
  }
}

/** A deadline as obligations carry it. */
export function issuedDeadline(
  deadline: Deadline,
  issuedOn: IsoDate,
  calendar: WorkingCalendar,
): IssuedDeadline {
  if (deadline.kind === "none") return { kind: "none", reason: deadline.reason };
  const limit = dayOf(deadline, issuedOn, calendar);
  const on = { dueOn: limit?.day ?? issuedOn, askedOn: limit?.asked ?? null };
  if (deadline.kind === "continuous") {
    return { kind: "continuous", ...on, cadence: deadline.cadence, receiver: deadline.receiver };
  }
  return { kind: deadline.kind, ...on };
}
