import { Prisma, type Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { decodeCursor, pageOf, PAGE_SIZE, type Page } from "~/lib/paging";

/** What a member asked for and nobody has closed yet. */
export type OpenAction = {
  id: string;
  personId: string;
  fullName: string;
  locality: string | null;
  happenedOn: IsoDate;
  note: string | null;
};

/** Open actions of a county, the longest open first; none of a record that was cancelled as wrong, or of who was erased. */
export async function listOpenActions(
  db: Db,
  divisionId: number,
  cursor?: string | null,
  size = PAGE_SIZE,
): Promise<Page<OpenAction>> {
  const after = decodeCursor(cursor, ["day", "uuid"]);
  const newer = after
    ? Prisma.sql`and (c.happened_on, c.id) > (${after[0]}::date, ${after[1]}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<OpenAction[]>`
    select c.id::text, c.person_id::text as "personId", p.full_name as "fullName", p.locality,
      c.happened_on::text as "happenedOn", c.note
    from contact c join person p on p.division_id = c.division_id and p.id = c.person_id
    where c.division_id = ${divisionId} and c.action_needed and c.action_taken_at is null
      and p.state <> 'cancelled' and p.erased_at is null ${newer}
    order by c.happened_on, c.id limit ${size + 1}`;
  return pageOf(rows, size, (row) => [row.happenedOn, row.id]);
}

/** How many actions of a county are open. */
export async function countOpenActions(db: Db, divisionId: number): Promise<number> {
  const [row] = await db.$queryRaw<{ open: number }[]>`
    select count(*)::int as open from contact c
    join person p on p.division_id = c.division_id and p.id = c.person_id
    where c.division_id = ${divisionId} and c.action_needed and c.action_taken_at is null
      and p.state <> 'cancelled' and p.erased_at is null`;
  return row?.open ?? 0;
}

/** Open actions of the members of a circle, the longest open first; at most 50. */
export async function listOpenActionsOfCircle(
  db: Db,
  divisionId: number,
  circleId: string,
): Promise<OpenAction[]> {
  return db.$queryRaw<OpenAction[]>`
    select c.id::text, c.person_id::text as "personId", p.full_name as "fullName", p.locality,
      c.happened_on::text as "happenedOn", c.note
    from membership m join contact c on c.division_id = m.division_id and c.person_id = m.person_id
      and c.action_needed and c.action_taken_at is null
    join person p on p.division_id = m.division_id and p.id = m.person_id
    where m.division_id = ${divisionId} and m.circle_id = ${circleId}::uuid and m.to_on is null
      and p.erased_at is null
    order by c.happened_on, c.id limit 50`;
}
