import type { Db } from "~/kernel/db.server";
import { dateOf, type IsoDate } from "~/lib/jalali";

export { accountForPost } from "./account-for-post.server";
export { standsIn } from "./reach.server";

/** Why the appointments in a closed county ended. */
const REASON = "بسته شدن شهرستان";

/**
 * Closes every post of a place and ends the appointments and deputyships of them at once, those of its offices too. For whoever closes the place, in the same
 * unit of work.
 */
export async function closePostsOf(db: Db, divisionId: number, closedOn: IsoDate, now: Date): Promise<void> {
  await db.appointment.updateMany({
    where: { divisionId, endedAt: null },
    data: { endedAt: now, endsOn: dateOf(closedOn), endReason: REASON, revision: { increment: 1 } },
  });
  await db.officeAppointment.updateMany({
    where: { divisionId, endedAt: null },
    data: { endedAt: now, endsOn: dateOf(closedOn), endReason: REASON, revision: { increment: 1 } },
  });
  await db.deputy.updateMany({ where: { divisionId, endedAt: null }, data: { endedAt: now } });
  await db.post.updateMany({ where: { divisionId, closedOn: null }, data: { closedOn: dateOf(closedOn) } });
}
