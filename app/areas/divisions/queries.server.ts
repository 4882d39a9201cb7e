import { scopeOf, type Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { FRIDAYS_ONLY, type WorkingCalendar } from "~/lib/working-calendar";

/** A division as a place to act in; undefined when there is none with this id. One index probe. */
export async function findPlace(db: Db, id: number): Promise<Place | undefined> {
  const row = await db.division.findUnique({
    where: { id },
    select: { id: true, nameFa: true, nameEn: true },
  });
  return row ? { ...row, ...scopeOf(id) } : undefined;
}

/**
 * The working calendar of a place between two days: closed weekdays and named days of its own and of the levels above.
 * Needs a scope that stands in the place.
 */
export async function getWorkingCalendar(
  db: Db,
  place: Pick<Place, "ancestors">,
  from: IsoDate,
  to: IsoDate,
): Promise<WorkingCalendar> {
  const rules = await db.$queryRaw<{ weekday: number; from: IsoDate; to: IsoDate | null }[]>`
    select weekday, to_char(valid_from, 'YYYY-MM-DD') as from, to_char(valid_to, 'YYYY-MM-DD') as to
    from weekend_rule where division_id = any(${place.ancestors}::int[])
      and valid_from <= ${to}::date and (valid_to is null or valid_to >= ${from}::date) limit 100`;
  const days = await db.$queryRaw<{ day: IsoDate; name: string; kind: string; status: string }[]>`
    select to_char(day, 'YYYY-MM-DD') as day, name_fa as name, kind, status
    from holiday where division_id = any(${place.ancestors}::int[])
      and day between ${from}::date and ${to}::date order by day limit 1000`;
  if (rules.length === 0 && days.length === 0) return FRIDAYS_ONLY;
  return {
    weekend: rules.map((rule) => ({ weekdays: [rule.weekday], from: rule.from, to: rule.to })),
    specialDays: days.map(({ day, name, kind, status }) => ({
      day,
      name,
      kind: kind === "declared" || kind === "closure" ? "closure" : "holiday",
      status: status === "estimated" ? "estimated" : "confirmed",
    })),
  };
}
