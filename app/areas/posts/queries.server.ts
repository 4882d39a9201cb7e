import type { Role } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { dateOf, type IsoDate } from "~/lib/jalali";

/** An account's power in one place, from an appointment in force. */
export type Power = {
  divisionId: number;
  appointmentId: string;
  role: Role;
  titleFa: string;
  titleEn: string;
};

/**
 * The appointments of an account in force on a day, in every place. Needs the door's scope.
 * No appointment in force, no power.
 */
export async function listPowers(db: Db, accountId: string, day: IsoDate): Promise<Power[]> {
  const date = dateOf(day);
  const rows = await db.appointment.findMany({
    where: {
      accountId,
      endedAt: null,
      startsOn: { lte: date },
      OR: [{ endsOn: null }, { endsOn: { gte: date } }],
      post: { closedOn: null },
    },
    include: { post: true },
    orderBy: [{ divisionId: "asc" }, { startsOn: "asc" }],
    take: 50,
  });
  return rows.map(({ divisionId, id, post }) => ({
    divisionId,
    appointmentId: id,
    role: post.role as Role,
    titleFa: post.titleFa,
    titleEn: post.titleEn,
  }));
}
