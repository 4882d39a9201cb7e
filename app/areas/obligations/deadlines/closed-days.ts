import type { WorkingCalendar } from "~/lib/working-calendar";
import type { DayMark } from "~/ui/form/date-field";

/** The named days of a calendar, as the picker of days marks them. */
export function closedDays({ specialDays }: WorkingCalendar): DayMark[] {
  return specialDays.map(({ day, name, kind, status }) => ({
    iso: day,
    label: name,
    kind: kind === "closure" ? "closed" : status === "estimated" ? "estimated" : "holiday",
  }));
}
