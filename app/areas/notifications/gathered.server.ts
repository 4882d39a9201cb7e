import type { Db } from "~/kernel/db.server";
import type { Channel } from "./choices";
import { wishesOf } from "./receiver.server";
import type { Gathered } from "./words.server";

/** Most news in one message; the rest waits for the next. */
const MOST = 200;

/**
 * The news that goes into a gathered message: unread, said nowhere outside of the pages, and such as its receiver wishes to
 * have gathered. They are marked as said in it; taken up again it says the same. Needs the door's scope beside the place's.
 */
export async function gatherNews(
  db: Db,
  divisionId: number,
  message: { id: string; accountId: string | null; channel: Channel },
  now: Date,
): Promise<Gathered[]> {
  const { id, accountId, channel } = message;
  if (!accountId) return [];
  const wishes = (await wishesOf(db, [accountId])).get(accountId);
  if (!wishes) return [];
  const rows = await db.$queryRaw<(Gathered & { id: string; isMine: boolean })[]>`
    select id::text, key, params, href, told_in is not null as "isMine" from notification
    where division_id = ${divisionId} and account_id = ${accountId}::uuid and read_at is null and created_at <= ${now}
      and (until is null or until > ${now})
      and (told_in is null or told_in = ${id}::uuid)
    order by created_at, id limit ${MOST}`;
  const said = rows.filter(({ key, isMine }) => isMine || wishes.wishOf(key, channel) === "digest");
  await db.$executeRaw`update notification set told_in = ${id}::uuid
    where division_id = ${divisionId} and id = any(${said.map((row) => row.id)}::uuid[]) and told_in is null`;
  return said.map(({ key, params, href }) => ({ key, params, href }));
}
