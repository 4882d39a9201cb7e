import { Prisma, type Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { OWNED_COLUMNS } from "./owned-columns";

/** Gives whatever is in these hands in a place to another; how many things that were. */
export async function passOn(
  db: Db,
  divisionId: number,
  from: readonly string[],
  to: string,
): Promise<number> {
  let moved = 0;
  for (const { table, column } of OWNED_COLUMNS) {
    const [tbl, col] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)];
    moved += await db.$executeRaw`update ${tbl} set ${col} = ${to}::uuid
      where division_id = ${divisionId} and ${col} = any(${[...from]}::uuid[])`;
  }
  return moved;
}

/**
 * Sees to it that nothing of a post is in the hands of somebody who has gone: it is its holder's, or the post's own while
 * nobody holds it. Whoever has another post in the place by now keeps what he has in that one.
 */
export async function settlePost(db: Db, divisionId: number, postId: string, day: IsoDate): Promise<number> {
  const rows = await db.$queryRaw<{ accountId: string; isHere: boolean; isHolder: boolean }[]>`
    select a.account_id::text as "accountId", bool_or(b.id is not null) as "isHere",
      bool_or(coalesce(b.post_id = a.post_id, false)) as "isHolder"
    from appointment a left join appointment b on b.division_id = a.division_id and b.account_id = a.account_id
      and b.ended_at is null and b.starts_on <= ${day}::date and (b.ends_on is null or b.ends_on >= ${day}::date)
    where a.division_id = ${divisionId} and a.post_id = ${postId}::uuid and a.starts_on <= ${day}::date
    group by 1`;
  const holder = rows.find((row) => row.isHolder)?.accountId;
  const gone = rows.filter((row) => !row.isHere).map((row) => row.accountId);
  return passOn(db, divisionId, holder ? [...gone, postId] : gone, holder ?? postId);
}
