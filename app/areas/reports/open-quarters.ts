import { todayIn } from "~/lib/jalali";
import { firstDayOf, lastEndedPeriod, type Period, shiftPeriod } from "~/lib/period";

/** Quarters that are over and for which a place may still begin its report: two years. */
const OPEN_QUARTERS = 8;

/**
 * Whether a place may begin its report of the quarter: of the one that runs and of the last eight that are over. A
 * report that was begun in time is found and read for ever.
 */
export function mayBegin(period: Period, now: Date): boolean {
  return (
    firstDayOf(period) <= todayIn(now) &&
    period >= shiftPeriod(lastEndedPeriod(now, "quarter"), 1 - OPEN_QUARTERS)
  );
}
