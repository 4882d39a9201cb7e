import { countVisitsToSettle, listNextVisits } from "~/areas/visits/calendar.server";
import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { together } from "~/lib/together";
import type { DeskVisits } from "./next-visits";

/** Visits shown of those to come; those that wait for a word are counted up to `MOST`. */
const SHOWN = 3;
const MOST = 50;

/** The visits of a place as its desk shows them. */
export async function loadVisits(db: Db, divisionId: number, today: IsoDate): Promise<DeskVisits> {
  const { next, waiting } = await together({
    next: listNextVisits(db, divisionId, today, SHOWN),
    waiting: countVisitsToSettle(db, divisionId, today, MOST),
  });
  return { next, ...waiting };
}
