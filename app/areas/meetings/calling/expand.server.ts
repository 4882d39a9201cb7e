import { getWorkingCalendar } from "~/areas/divisions/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { addDays, type IsoDate } from "~/lib/jalali";
import { fillAgenda, layOutAgenda } from "./agenda-fills.server";
import { HORIZON_DAYS } from "./choices";
import { occurrencesOf } from "./recurrence";
import type { SeriesRow } from "./series.server";
import { templateOf } from "./template.server";
import { findMeetingType } from "./types.server";

/** A meeting whose day is this near has its agenda filled anew each day. */
const NEAR_DAYS = 14;

/**
 * Makes the meetings of a series up to the horizon, each a draft of its own, those that stand already left alone: it may
 * run as often as one likes. Offices receive it by turns, whoever had the last turn and has ended passed over.
 * Answers how many came.
 */
export async function expandSeries(
  db: Db,
  actor: PlacedActor,
  series: SeriesRow,
  today: IsoDate,
  now: Date,
): Promise<number> {
  const { place } = actor;
  await db.$queryRaw`select 1 from meeting_series
    where division_id = ${place.id} and id = ${series.id}::uuid for update`;
  const until = addDays(today, HORIZON_DAYS);
  const from = [
    series.startsOn,
    today,
    series.expandedUntil ? addDays(series.expandedUntil, 1) : today,
  ].reduce((one, other) => (one > other ? one : other));
  if (from > until) return 0;
  const calendar = await getWorkingCalendar(db, place, addDays(from, -31), addDays(until, 60));
  const days = occurrencesOf(series, series.onClosedDay, calendar, from, until).filter(
    ({ day }) => day >= today,
  );
  const type = await findMeetingType(db, place, series.typeCode);
  const hosts = await turnsFrom(db, place.id, series, from);
  const rows = days.map((one, at) => ({
    id: uuidv7(),
    ...one,
    host: hosts.length > 0 ? hosts[at % hosts.length] : null,
  }));
  const made = await db.$queryRaw<{ id: string; heldOn: IsoDate }[]>`
    insert into meeting (division_id, id, kind, type_code, council_id, title, held_on, occurrence_on, starts_at, ends_at, place,
      room_id, chair_post_id, secretary_post_id, host_office_id, series_id, state, created_at, created_by_key)
    select ${place.id}, r.id, ${type?.kind ?? "other"}, ${series.typeCode}, ${series.councilId}::uuid, ${series.title}, r.day, r."occurrenceOn",
      ${series.startsAt}, ${series.endsAt}, ${series.place}, ${series.roomId}::uuid, ${series.chairPostId}::uuid,
      ${series.secretaryPostId}::uuid, r.host, ${series.id}::uuid, 'draft', ${now}, ${actor.key}
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r (id uuid, day date, "occurrenceOn" date, host uuid)
    on conflict (division_id, series_id, occurrence_on) do nothing
    returning id::text, held_on::text as "heldOn"`;
  const template = await templateOf(db, place, { seriesId: series.id, typeCode: series.typeCode });
  // A horizon has few meetings: a dozen and a half of a weekly one.
  for (const meeting of made)
    await layOutAgenda(
      db,
      actor,
      { ...meeting, seriesId: series.id, typeCode: series.typeCode },
      template,
      now,
    );
  await db.$executeRaw`update meeting_series set expanded_until = ${until}::date
    where division_id = ${place.id} and id = ${series.id}::uuid`;
  return made.length;
}

/** The offices that receive the meetings from here on, by turns: the one after the last host first. */
async function turnsFrom(db: Db, divisionId: number, series: SeriesRow, from: IsoDate): Promise<string[]> {
  if (series.hostOfficeIds.length === 0) return [];
  const open = await db.$queryRaw<{ id: string }[]>`
    select id::text from office where division_id = ${divisionId} and id = any(${series.hostOfficeIds}::uuid[])
      and (closed_on is null or closed_on > ${from}::date) limit 100`;
  const [last] = await db.$queryRaw<{ id: string | null }[]>`
    select host_office_id::text as id from meeting
    where division_id = ${divisionId} and series_id = ${series.id}::uuid and occurrence_on < ${from}::date
    order by occurrence_on desc limit 1`;
  const after = series.hostOfficeIds.indexOf(last?.id ?? "") + 1;
  const inTurn = [...series.hostOfficeIds.slice(after), ...series.hostOfficeIds.slice(0, after)];
  return inTurn.filter((id) => open.some((office) => office.id === id));
}

/** Brings what fills itself into the agendas of a series whose day is near. Answers how many items came. */
export async function fillNearAgendas(
  db: Db,
  actor: PlacedActor,
  series: SeriesRow,
  today: IsoDate,
  now: Date,
): Promise<number> {
  const near = await db.$queryRaw<{ id: string; heldOn: IsoDate }[]>`
    select id::text, held_on::text as "heldOn" from meeting
    where division_id = ${actor.place.id} and series_id = ${series.id}::uuid and state = 'draft'
      and held_on between ${today}::date and ${addDays(today, NEAR_DAYS)}::date
    order by held_on, id limit 5`;
  const template = await templateOf(db, actor.place, { seriesId: series.id, typeCode: series.typeCode });
  let count = 0;
  for (const meeting of near)
    count += await fillAgenda(
      db,
      actor,
      { ...meeting, seriesId: series.id, typeCode: series.typeCode },
      template,
      now,
    );
  return count;
}
