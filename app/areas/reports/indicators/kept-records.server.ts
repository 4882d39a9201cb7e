import { Prisma, type Db } from "~/kernel/db.server";
import { isoOfDate, type IsoDate } from "~/lib/jalali";
import type { RecordKind } from "../record-kind";

/** Where the records of each kind stand, with the words and the day by which a receipt names them. */
const TABLES: Record<RecordKind, Prisma.Sql> = {
  person: Prisma.sql`select r.id, r.full_name as label, coalesce(r.joined_on, r.created_at::date) as day from person r`,
  circle: Prisma.sql`select r.id, r.name as label, r.formed_on as day from circle r`,
  contact: Prisma.sql`select r.id, p.full_name as label, r.happened_on as day from contact r
    join person p on p.division_id = r.division_id and p.id = r.person_id`,
  meeting: Prisma.sql`select r.id, r.title as label, r.held_on as day from meeting r`,
  "join-request": Prisma.sql`select r.id, coalesce(r.full_name, '') as label,
    (r.decided_at at time zone 'Asia/Tehran')::date as day from join_request r`,
  invitation: Prisma.sql`select r.id, coalesce(r.organisation, r.name) as label,
    (select m.held_on from meeting m where m.division_id = r.division_id and m.id = r.meeting_id) as day
    from meeting_invitation r`,
  visit: Prisma.sql`select r.id, r.target_fa as label, r.planned_on as day from visit r`,
  demand: Prisma.sql`select r.id, r.title as label, r.received_on as day from demand r`,
  obstacle: Prisma.sql`select r.id, r.title as label, r.raised_on as day from obstacle r`,
  obligation: Prisma.sql`select r.id, r.label, r.day from (
      select division_id, id, source_title as label, coalesce(due_on, issued_at::date) as day
      from obligation where turn_id is null
      union all
      select division_id, turn_id, source_title, coalesce(due_on, issued_at::date)
      from obligation where turn_id is not null
      union all
      select t.division_id, t.id, o.source_title, t.due_on
      from obligation_turn t join obligation o on o.division_id = t.division_id and o.id = t.obligation_id) r`,
};

/**
 * The records that a submitted figure counted, as they stand now. Fewer than the ids where a record is gone, or where
 * its reading class does not show it to the reader.
 */
export async function listKeptRecords(
  db: Db,
  kind: RecordKind,
  divisionId: number,
  ids: readonly string[],
  options: { after?: { day: IsoDate; id: string }; take: number },
): Promise<{ id: string; label: string; day: IsoDate }[]> {
  if (ids.length === 0) return [];
  const { after, take } = options;
  const rows = await db.$queryRaw<{ id: string; label: string; day: Date }[]>`
    select id, label, day from (
      ${TABLES[kind]} where r.division_id = ${divisionId} and r.id = any (${[...ids]}::uuid[])) x
    ${after ? Prisma.sql`where (day, id) > (${after.day}::date, ${after.id}::uuid)` : Prisma.empty}
    order by day, id limit ${take}`;
  return rows.map(({ id, label, day }) => ({ id, label, day: isoOfDate(day) }));
}

/** How many of the records that a figure counted the reader can still see. */
export async function countKeptRecords(
  db: Db,
  kind: RecordKind,
  divisionId: number,
  ids: readonly string[],
): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from (
      ${TABLES[kind]} where r.division_id = ${divisionId} and r.id = any (${[...ids]}::uuid[])) x`;
  return row?.n ?? 0;
}

/** Records of several kinds of one place, each as its own table has it: columns `id, label, day`. */
export const keptOfKinds = (
  kinds: readonly RecordKind[],
  divisionId: number,
  ids: readonly string[],
): Prisma.Sql =>
  Prisma.join(
    kinds.map(
      (kind) =>
        Prisma.sql`${TABLES[kind]} where r.division_id = ${divisionId} and r.id = any (${[...ids]}::uuid[])`,
    ),
    " union all ",
  );
