import { getWorkingCalendar } from "~/areas/divisions/queries.server";
import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { addDays, todayIn, type IsoDate } from "~/lib/jalali";
import type { WorkingCalendar } from "~/lib/working-calendar";
import { CHANNELS, type Channel } from "./choices";
import type { Quiet } from "./quiet";

/** The quiet hours that hold for a place on a channel, and who said them. */
export type HeldQuiet = Quiet & {
  channel: Channel;
  /** The place that said them: the reader's own or the nearest above it; null where nobody did. */
  setIn: number | null;
  setInFa: string | null;
  setInEn: string | null;
  setByName: string | null;
  since: IsoDate | null;
  /** One more than how often the reader's own place said them. */
  revision: number;
};

type From = Pick<Place, "id" | "ancestors">;

/** The quiet hours that hold for a place on a day: of each channel its own word, else that of the nearest level above. */
export async function quietHoursEach(db: Db, place: From, day: IsoDate): Promise<HeldQuiet[]> {
  const rows = await db.$queryRaw<HeldQuiet[]>`
    select c.channel, coalesce(to_char(q.from_time, 'HH24:MI'), '00:00') as from,
      coalesce(to_char(q.to_time, 'HH24:MI'), '00:00') as to, coalesce(q.on_closed_days, false) as "onClosedDays",
      q.division_id as "setIn", d.name_fa as "setInFa", d.name_en as "setInEn", q.set_by_name as "setByName",
      q.valid_from::text as since,
      (select count(*)::int + 1 from quiet_hours own where own.division_id = ${place.id} and own.channel = c.channel) as revision
    from unnest(${[...CHANNELS]}::text[]) c (channel)
      left join lateral (select * from (select distinct on (h.division_id) h.* from quiet_hours h
          where h.division_id = any(${place.ancestors}::int[]) and h.channel = c.channel and h.valid_from <= ${day}::date
          order by h.division_id, h.valid_from desc, h.published_at desc, h.id desc) last
        where not last.as_above
        order by array_position(${place.ancestors}::int[], last.division_id) limit 1) q on true
      left join division d on d.id = q.division_id`;
  return CHANNELS.flatMap((channel) => rows.filter((row) => row.channel === channel));
}

/** As `quietHoursEach`, of one channel. */
export async function quietHoursOfPlace(
  db: Db,
  place: From,
  channel: Channel,
  day: IsoDate,
): Promise<HeldQuiet> {
  const held = (await quietHoursEach(db, place, day)).find((one) => one.channel === channel);
  if (!held) throw new Error("Every channel is listed.");
  return held;
}

/** By which a place's messages wait. */
export type Hours = { quiet: Record<Channel, Quiet>; calendar: WorkingCalendar };

export async function hoursOf(db: Db, place: From, now: Date): Promise<Hours> {
  const today = todayIn(now);
  const [email, sms] = await quietHoursEach(db, place, today);
  if (!email || !sms) throw new Error("Every channel is listed.");
  return {
    quiet: { email, sms },
    calendar: await getWorkingCalendar(db, place, today, addDays(today, 45)),
  };
}
