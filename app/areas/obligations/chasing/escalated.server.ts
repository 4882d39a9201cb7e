import { Prisma, type Db } from "~/kernel/db.server";
import { decodeCursor, PAGE_SIZE, pageOf, type Page } from "~/lib/paging";
import { ledgerRows, type LedgerRow } from "../queries.server";

/** Of which day's reminders in which place the level above was told. */
export type Silence = { divisionId: number; batchId: string };

/** The obligations `b` that stayed silent after a reminder and were said to the level above: counted and opened alike. */
const SAID_ABOVE = ({ divisionId, batchId }: Silence): Prisma.Sql => Prisma.sql`
  from office_message m
  join office_message_item i on i.division_id = m.division_id and i.message_id = m.id and i.kind = 'escalated'
  join obligation b on b.division_id = i.division_id and b.id = i.obligation_id
  where m.division_id = ${divisionId} and m.source_division_id = ${divisionId} and m.batch_id = ${batchId}::uuid`;

/** How many obligations the level above was told of, and of how many offices. */
export async function countEscalated(
  db: Db,
  silence: Silence,
): Promise<{ obligations: number; offices: number }> {
  const [row] = await db.$queryRaw<{ obligations: number; offices: number }[]>`
    select count(*)::int as obligations, count(distinct b.office_id)::int as offices ${SAID_ABOVE(silence)}`;
  return row ?? { obligations: 0, offices: 0 };
}

/** The same obligations as they stand now, whoever issued them, the newest first. */
export async function escalatedRows(
  db: Db,
  silence: Silence,
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<LedgerRow>> {
  const cursor = decodeCursor(after, ["instant", "uuid"]);
  const from = cursor
    ? Prisma.sql`and (b.issued_at, b.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
    : Prisma.empty;
  const rows = await ledgerRows(
    db,
    Prisma.sql`select b.* ${SAID_ABOVE(silence)} ${from} order by b.issued_at desc, b.id desc limit ${size + 1}`,
  );
  return pageOf(rows, size, (row) => [row.issuedAt.toISOString(), row.id]);
}
