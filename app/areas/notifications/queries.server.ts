import { Prisma, type Db } from "~/kernel/db.server";
import { dateOf, type IsoDate } from "~/lib/jalali";
import { decodeCursor, pageOf, PAGE_SIZE, type Page } from "~/lib/paging";
import type { Vars } from "./choices";

/** What is told to an account as staff, or as the officer of an office. */
const asWhom = (officeId: string | null) =>
  officeId === null ? Prisma.sql`and office_id is null` : Prisma.sql`and office_id = ${officeId}::uuid`;

/**
 * How many notifications of an account in one place are unread, counted up to 99: as staff, or as the officer of one of
 * its offices.
 */
export async function countUnread(
  db: Db,
  divisionId: number,
  accountId: string,
  officeId: string | null = null,
): Promise<number> {
  const [row] = await db.$queryRaw<{ unread: number }[]>`
    select count(*)::int as unread from (
      select from notification
      where division_id = ${divisionId} and account_id = ${accountId}::uuid and read_at is null
        ${asWhom(officeId)} limit 99) u`;
  return row?.unread ?? 0;
}

export type NotificationRow = {
  id: string;
  key: string;
  params: Vars;
  href: string;
  createdAt: Date;
  readAt: Date | null;
};

/** What an account was told in one place as staff, or as the officer of an office; the newest first. */
export async function listNotifications(
  db: Db,
  divisionId: number,
  accountId: string,
  cursor?: string | null,
  size = PAGE_SIZE,
  officeId: string | null = null,
): Promise<Page<NotificationRow>> {
  const after = decodeCursor(cursor, ["instant", "uuid"]);
  const older = after
    ? Prisma.sql`and (created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<NotificationRow[]>`
    select id::text, key, params, href, created_at as "createdAt", read_at as "readAt" from notification
    where division_id = ${divisionId} and account_id = ${accountId}::uuid ${asWhom(officeId)} ${older}
    order by created_at desc, id desc limit ${size + 1}`;
  return pageOf(rows, size, (row) => [row.createdAt.toISOString(), row.id]);
}

/** Longest list of people who are told one thing in one place. */
const MOST = 200;

/** The accounts with an appointment in force in a place on a day, and the deputies who act there, but for one key. */
export async function listRecipients(
  db: Db,
  divisionId: number,
  day: IsoDate,
  exceptKey: string | null = null,
): Promise<string[]> {
  const date = dateOf(day);
  const rows = await db.$queryRaw<{ id: string }[]>`
    select account_id::text as id from (
      select a.account_id from appointment a join post p on p.division_id = a.division_id and p.id = a.post_id
      where a.division_id = ${divisionId} and a.ended_at is null and a.starts_on <= ${date}::date
        and (a.ends_on is null or a.ends_on >= ${date}::date) and p.closed_on is null
      union
      select d.account_id from deputy d join post p on p.division_id = d.division_id and p.id = d.post_id
      where d.division_id = ${divisionId} and d.ended_at is null and d.starts_on <= ${date}::date
        and d.ends_on >= ${date}::date and p.closed_on is null
    ) told where account_id::text is distinct from ${exceptKey} limit ${MOST}`;
  return rows.map((row) => row.id);
}
