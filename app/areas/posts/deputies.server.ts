import type { Db } from "~/kernel/db.server";
import { addDays, dateOf, type IsoDate } from "~/lib/jalali";

/** Whose deputies: of an appointment, or of a post while nobody holds it. */
export type ActsFor = { divisionId: number; postId: string; appointmentId: string | null };

/** Lets the deputies act no longer than the day before `from`; those who would begin later never do. */
export async function letDeputiesGo(db: Db, whose: ActsFor, from: IsoDate, now: Date): Promise<void> {
  const still = { ...whose, endedAt: null };
  await db.deputy.updateMany({
    where: { ...still, startsOn: { gte: dateOf(from) } },
    data: { endedAt: now, revision: { increment: 1 } },
  });
  await db.deputy.updateMany({
    where: { ...still, endsOn: { gte: dateOf(from) } },
    data: { endsOn: dateOf(addDays(from, -1)), revision: { increment: 1 } },
  });
}

/** Ends at once what deputies of an appointment still may do. */
export async function endDeputiesNow(db: Db, whose: ActsFor, today: IsoDate, now: Date): Promise<void> {
  await db.deputy.updateMany({
    where: { ...whose, endedAt: null, endsOn: { gte: dateOf(today) } },
    data: { endedAt: now, revision: { increment: 1 } },
  });
}
