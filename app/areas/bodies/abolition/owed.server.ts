import { Prisma, type Db } from "~/kernel/db.server";
import { OWED_STATES } from "./what-moves";

/** The states of what is owed, for a condition. */
export const OWED = Prisma.sql`array[${Prisma.join([...OWED_STATES])}]::text[]`;

/** Obligations and demands that an office still owes. */
export async function owedBy(db: Db, placeId: number, officeId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ owed: number }[]>`
    select ((select count(*) from obligation b where b.division_id = ${placeId} and b.office_id = ${officeId}::uuid
        and b.state = any(${OWED}))
      + (select count(*) from demand d where d.division_id = ${placeId} and d.office_id = ${officeId}::uuid
        and d.state = 'referred'))::int as owed`;
  return row?.owed ?? 0;
}

/** Whether an office owes something, or stands in the way of an obstacle. */
export async function isInTheWay(db: Db, placeId: number, officeId: string): Promise<boolean> {
  if ((await owedBy(db, placeId, officeId)) > 0) return true;
  const [row] = await db.$queryRaw<{ found: boolean }[]>`select exists (select from obstacle
    where division_id = ${placeId} and office_id = ${officeId}::uuid and state = 'raised') as found`;
  return row?.found ?? false;
}
