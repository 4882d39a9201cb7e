import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import type { ClosedDayRule, MeetingState } from "../choices";

/** A series of meetings with its rule. */
export type SeriesRow = {
  id: string;
  title: string;
  typeCode: string;
  councilId: string | null;
  every: "week" | "month";
  step: number;
  weekday: number | null;
  nth: number | null;
  monthDay: number | null;
  startsOn: IsoDate;
  endsOn: IsoDate | null;
  startsAt: string;
  endsAt: string;
  place: string | null;
  roomId: string | null;
  chairPostId: string | null;
  secretaryPostId: string | null;
  hostOfficeIds: string[];
  onClosedDay: ClosedDayRule;
  expandedUntil: IsoDate | null;
  state: "runs" | "ended";
  revision: number;
  /** The next of its meetings. */
  nextOn: IsoDate | null;
};

const MOST = 200;

async function seriesWhere(db: Db, divisionId: number, id: string | null): Promise<SeriesRow[]> {
  return db.$queryRaw<SeriesRow[]>`
    select s.id::text, s.title, s.type_code as "typeCode", s.council_id::text as "councilId", s.every, s.step, s.weekday, s.nth, s.month_day as "monthDay",
      s.starts_on::text as "startsOn", s.ends_on::text as "endsOn", s.starts_at as "startsAt", s.ends_at as "endsAt",
      s.place, s.room_id::text as "roomId", s.chair_post_id::text as "chairPostId",
      s.secretary_post_id::text as "secretaryPostId", s.host_office_ids::text[] as "hostOfficeIds",
      s.on_closed_day as "onClosedDay", s.expanded_until::text as "expandedUntil", s.state, s.revision,
      (select min(m.held_on)::text from meeting m where m.division_id = s.division_id and m.series_id = s.id
        and m.state in ('draft', 'announced', 'in-session')) as "nextOn"
    from meeting_series s
    where s.division_id = ${divisionId} and (${id}::uuid is null or s.id = ${id}::uuid)
    order by s.state desc, s.id limit ${MOST}`;
}

/** The series of a place, those that run first; at most 200. */
export const listSeries = (db: Db, divisionId: number): Promise<SeriesRow[]> =>
  seriesWhere(db, divisionId, null);

/** One series of the place. Refuses `missing`. */
export async function getSeries(db: Db, divisionId: number, id: string): Promise<SeriesRow> {
  const [row] = await seriesWhere(db, divisionId, id);
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}

export type SeriesMeeting = {
  id: string;
  heldOn: IsoDate;
  occurrenceOn: IsoDate;
  state: MeetingState;
  hostFa: string | null;
  hostEn: string | null;
};

/** The meetings of a series from a day on, the nearest first; at most 60. */
export async function listSeriesMeetings(
  db: Db,
  divisionId: number,
  seriesId: string,
  from: IsoDate,
): Promise<SeriesMeeting[]> {
  return db.$queryRaw<SeriesMeeting[]>`
    select m.id::text, m.held_on::text as "heldOn", m.occurrence_on::text as "occurrenceOn", m.state,
      o.name_fa as "hostFa", o.name_en as "hostEn"
    from meeting m left join office o on o.division_id = m.division_id and o.id = m.host_office_id
    where m.division_id = ${divisionId} and m.series_id = ${seriesId}::uuid and m.held_on >= ${from}::date
    order by m.held_on, m.id limit 60`;
}

/** The places in which some series runs. Needs the relay's scope. */
export async function placesWithSeries(db: Db): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    select distinct division_id as id from meeting_series where state = 'runs' order by 1 limit 1000`;
  return rows.map(({ id }) => id);
}

/**
 * Removes the drafts of a series from a day on. Items that somebody put on their agendas go to the backlog of the series;
 * what fills itself is found again.
 */
export async function dropDrafts(db: Db, divisionId: number, seriesId: string, from: IsoDate): Promise<void> {
  await db.$executeRaw`update agenda_item i set series_id = m.series_id, meeting_id = null, revision = i.revision + 1
    from meeting m where m.division_id = ${divisionId} and m.series_id = ${seriesId}::uuid and m.state = 'draft'
      and m.held_on >= ${from}::date and i.division_id = m.division_id and i.meeting_id = m.id
      and (i.source_id is null or i.carried_from_id is not null) and i.title <> i.section and i.removed_at is null`;
  await db.$executeRaw`delete from meeting where division_id = ${divisionId} and series_id = ${seriesId}::uuid
    and state = 'draft' and held_on >= ${from}::date`;
}

/** What a series of the place is called; null where there is none. */
export async function findSeriesTitle(db: Db, divisionId: number, id: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ title: string }[]>`select title from meeting_series
    where division_id = ${divisionId} and id = ${id}::uuid`;
  return row?.title ?? null;
}
