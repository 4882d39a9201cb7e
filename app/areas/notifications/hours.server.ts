import { getWorkingCalendar } from "~/areas/divisions/queries.server";
import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { addDays, todayIn, type IsoDate } from "~/lib/jalali";
import type { WorkingCalendar } from "~/lib/working-calendar";
import type { Quiet } from "./quiet";

/** The quiet hours that hold for a place on a day: its own word, else that of the nearest level above. */
export async function quietHoursOn(db: Db, place: Pick<Place, "ancestors">, day: IsoDate): Promise<Quiet> {
  const [row] = await db.$queryRaw<Quiet[]>`
    select to_char(from_time, 'HH24:MI') as from, to_char(to_time, 'HH24:MI') as to from quiet_hours
    where division_id = any(${place.ancestors}::int[]) and valid_from <= ${day}::date
    order by array_position(${place.ancestors}::int[], division_id), valid_from desc, id desc limit 1`;
  return row ?? { from: "00:00", to: "00:00" };
}

/** By what a place's messages wait. */
export type Hours = { quiet: Quiet; calendar: WorkingCalendar };

export async function hoursOf(db: Db, place: Pick<Place, "ancestors">, now: Date): Promise<Hours> {
  const today = todayIn(now);
  return {
    quiet: await quietHoursOn(db, place, today),
    calendar: await getWorkingCalendar(db, place, today, addDays(today, 45)),
  };
}
