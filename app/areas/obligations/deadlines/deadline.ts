import type { IsoDate } from "~/lib/jalali";
import { addDays } from "~/lib/jalali";
import { addWorkingDays, type ClosedDay, type WorkingCalendar } from "~/lib/working-calendar";
import type { Cadence, Deadline } from "../choices";
import { addMonths, nextTurn } from "../steps/turn";

/** The day on which a limit ends. `asked` is the day as it was said, where that is closed and the limit went on from it. */
export type Limit = { day: IsoDate; asked: IsoDate | null; closed: ClosedDay[] };

/** `countsFrom` is the day from which a deadline without a date of its own was counted. */
type Reckoned = { dueOn: IsoDate; askedOn?: IsoDate | null; countsFrom?: IsoDate | null };

export type IssuedDeadline =
  | ({ kind: "dated" } & Reckoned)
  /** `workingDays` of one that was said so: its count stays with it. */
  | ({ kind: "relative"; workingDays?: number | null } & Reckoned)
  | ({ kind: "continuous"; cadence: Cadence; receiver: string } & Reckoned)
  | { kind: "none"; reason: string };

/** A day as a limit: a closed one gives way to the next day on which offices work. */
export function limitOn(calendar: WorkingCalendar, day: IsoDate): Limit {
  const open = addWorkingDays(calendar, day, 0);
  return { ...open, asked: open.day === day ? null : day };
}

/** The real day on which a deadline ends when counted from a day, with the closed days it passed over; null without one. */
export function dayOf(deadline: Deadline, from: IsoDate, calendar: WorkingCalendar): Limit | null {
  switch (deadline.kind) {
    case "dated":
      return limitOn(calendar, deadline.on);
    case "relative":
      if (deadline.unit === "working")
        return { ...addWorkingDays(calendar, from, deadline.count), asked: null };
      return limitOn(calendar, (deadline.unit === "month" ? addMonths : addDays)(from, deadline.count));
    case "continuous":
      return limitOn(calendar, nextTurn(from, deadline.cadence));
    case "none":
      return null;
  }
}

/** A deadline as obligations carry it, counted from a day: that of the meeting, or of the issue where there was none. */
export function issuedDeadline(deadline: Deadline, from: IsoDate, calendar: WorkingCalendar): IssuedDeadline {
  if (deadline.kind === "none") return { kind: "none", reason: deadline.reason };
  const limit = dayOf(deadline, from, calendar);
  const on = { dueOn: limit?.day ?? from, askedOn: limit?.asked ?? null };
  if (deadline.kind === "dated") return { kind: "dated", ...on };
  const counted = { ...on, countsFrom: from };
  if (deadline.kind === "continuous") {
    return { kind: "continuous", ...counted, cadence: deadline.cadence, receiver: deadline.receiver };
  }
  const workingDays = deadline.unit === "working" ? deadline.count : null;
  return { kind: "relative", ...counted, workingDays };
}

/** The same deadline by another calendar, that of the place which owes it: what was said stays, and its end may be another day. */
export function reckonedBy(calendar: WorkingCalendar, deadline: IssuedDeadline): IssuedDeadline {
  if (deadline.kind === "none") return deadline;
  if (deadline.kind === "relative" && deadline.workingDays && deadline.countsFrom) {
    return { ...deadline, dueOn: addWorkingDays(calendar, deadline.countsFrom, deadline.workingDays).day };
  }
  const { day, asked } = limitOn(calendar, deadline.askedOn ?? deadline.dueOn);
  return { ...deadline, dueOn: day, askedOn: asked };
}
