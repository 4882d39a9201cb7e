import type { Place } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";

/** What an agenda takes up of what stands elsewhere. */
export type Found = {
  title: string;
  presenter: string | null;
  note: string | null;
  sourceKind: "obligation" | "obstacle";
  sourceId: string;
  sourceDivisionId: number;
};

const LONGEST_TITLE = 400;

/**
 * What a place issued and is still owed when a meeting comes: first what was decided in earlier meetings of its series
 * or type, in the meeting or by its minutes, then what will be overdue that day, the oldest limit first. A text that many owe is one.
 */
export async function findOwed(
  db: Db,
  divisionId: number,
  meeting: { id: string; heldOn: IsoDate; seriesId: string | null; typeCode: string | null },
  most: number,
): Promise<Found[]> {
  const kin = meeting.seriesId
    ? Prisma.sql`m.series_id = ${meeting.seriesId}::uuid`
    : Prisma.sql`m.type_code = ${meeting.typeCode ?? ""}`;
  return db.$queryRaw<Found[]>`
    with kin as (
      select i.id from meeting m
        left join minutes n on n.division_id = m.division_id and n.meeting_id = m.id
        join issuance i on i.division_id = m.division_id and i.record_id in (m.id, n.id)
      where m.division_id = ${divisionId} and m.held_on < ${meeting.heldOn}::date and m.id <> ${meeting.id}::uuid
        and ${kin})
    select left(g.text, ${LONGEST_TITLE}) as title, case when g.owing = 1 then o.name_fa end as presenter,
      null as note, 'obligation' as "sourceKind", g.id::text as "sourceId", g.place as "sourceDivisionId"
    from (
      select b.text, count(*)::int as owing, bool_or(b.source_id in (select id from kin)) as own, min(b.due_on) as due,
        (array_agg(b.id order by b.due_on, b.id))[1] as id, (array_agg(b.division_id order by b.due_on, b.id))[1] as place,
        (array_agg(b.office_id order by b.due_on, b.id))[1] as office
      from obligation b
      where b.source_division_id = ${divisionId} and b.state not in ('verified', 'withdrawn', 'not-applicable')
        and (b.due_on < ${meeting.heldOn}::date or b.source_id in (select id from kin))
      group by b.source_id, b.source_number, b.text
      order by own desc, due, id limit ${most}) g
    left join office o on o.division_id = g.place and o.id = g.office
    order by g.own desc, g.due, g.id`;
}

/** The obstacles that wait for a place: a county's own that are still on their way, the legs that reached a province. */
export async function findObstacles(
  db: Db,
  place: Pick<Place, "id" | "level">,
  most: number,
): Promise<Found[]> {
  if (place.level === "county")
    return db.$queryRaw<Found[]>`
      select title, office_name as presenter, null as note, 'obstacle' as "sourceKind", id::text as "sourceId",
        division_id as "sourceDivisionId"
      from obstacle where division_id = ${place.id} and state = 'raised' order by raised_on, id limit ${most}`;
  return db.$queryRaw<Found[]>`
    select l.title, d.name_fa as presenter, null as note, 'obstacle' as "sourceKind", l.id::text as "sourceId",
      l.division_id as "sourceDivisionId"
    from obstacle_leg l left join division d on d.id = l.source_division_id
    where l.division_id = ${place.id} and l.state <> 'answered' order by l.arrived_at, l.id limit ${most}`;
}
