import type { Db } from "~/kernel/db.server";

/** How many notifications of an account in one place are unread, counted up to 99. */
export async function countUnread(db: Db, divisionId: number, accountId: string): Promise<number> {
  const rows = await db.notification.findMany({
    where: { divisionId, accountId, readAt: null },
    select: { id: true },
    take: 99,
  });
  return rows.length;
}
