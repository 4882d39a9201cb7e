import { todayIn, type IsoDate } from "~/lib/jalali";
import { periodContains, periodOf } from "~/lib/period";

/** Whether a closing for this day can still be taken back: while the quarter in which the day lies runs. */
export function mayReopen(closedOn: IsoDate, now: Date): boolean {
  return periodContains(periodOf(closedOn, "quarter"), todayIn(now));
}
