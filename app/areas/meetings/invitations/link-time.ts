import { addDays, instantAt, type IsoDate } from "~/lib/jalali";
import { LINK_DAYS_AFTER } from "./choices";

type Hours = { heldOn: IsoDate; startsAt: string | null; endsAt: string | null };

/** When a meeting ends: at midnight after its day where no hour was said, and on the next day where it goes past midnight. */
export function endOf({ heldOn, startsAt, endsAt }: Hours): Date {
  if (!endsAt) return instantAt(addDays(heldOn, 1));
  return instantAt(startsAt && endsAt <= startsAt ? addDays(heldOn, 1) : heldOn, endsAt);
}

/** Until when the links of a meeting open anything. */
export const linkUntil = (meeting: Hours): Date =>
  new Date(endOf(meeting).getTime() + LINK_DAYS_AFTER * 24 * 60 * 60 * 1000);
