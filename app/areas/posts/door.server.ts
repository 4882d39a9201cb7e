import type { Db } from "~/kernel/db.server";
import { dateOf, type IsoDate } from "~/lib/jalali";

export { accountForPost } from "./account-for-post.server";
export { standsIn } from "./reach.server";
export { endingOf, notToEnd } from "./ending";
export { duringTerm, refuseTerm } from "./term";

/** Why the appointments in a closed county ended. */
const REASON = "بسته شدن شهرستان";

/**
 * Closes every post of a place and ends the appointments and deputyships of them at once, those of its offices too. For
 * whoever closes the place, in the same unit of work. The term that their orders give stays with the appointments, so
 * that `reopenPostsOf` can restore them.
 */
export async function closePostsOf(db: Db, divisionId: number, closedOn: IsoDate, now: Date): Promise<void> {
  await db.appointment.updateMany({
    where: { divisionId, endedAt: null },
    data: { endedAt: now, endReason: REASON, revision: { increment: 1 } },
  });
  await db.officeAppointment.updateMany({
    where: { divisionId, endedAt: null },
    data: { endedAt: now, endReason: REASON, revision: { increment: 1 } },
  });
  await db.deputy.updateMany({ where: { divisionId, endedAt: null }, data: { endedAt: now } });
  await db.post.updateMany({ where: { divisionId, closedOn: null }, data: { closedOn: dateOf(closedOn) } });
}

/**
 * Restores what the closing of a place at `closedAt` ended, and nothing else: its posts, and the appointments and
 * deputyships of them and of its offices. For whoever takes the closing back, in the same unit of work.
 */
export async function reopenPostsOf(
  db: Db,
  divisionId: number,
  closing: { on: IsoDate; at: Date },
): Promise<void> {
  const ended = { divisionId, endedAt: closing.at };
  const restored = { endedAt: null, endReason: null, revision: { increment: 1 } };
  await db.post.updateMany({ where: { divisionId, closedOn: dateOf(closing.on) }, data: { closedOn: null } });
  await db.appointment.updateMany({ where: { ...ended, endReason: REASON }, data: restored });
  await db.officeAppointment.updateMany({ where: { ...ended, endReason: REASON }, data: restored });
  await db.deputy.updateMany({ where: ended, data: { endedAt: null } });
}
