import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { addDays, isoOfDate, todayIn } from "~/lib/jalali";
import { lastDayOf, lastEndedPeriod, nextPeriod, type Period } from "~/lib/period";
import { getWorkingCalendar } from "../../divisions/queries.server";
import { isWorkingDay } from "~/lib/working-calendar";
import { WRITABLE } from "../lifecycle";
import { isRehearsal, remindersOf, REMINDING, remindingSpan, type Reminding } from "../reminding";
import { findNewest, firstDue, levelOf } from "../report-record.server";
import { withDues } from "./dues.server";
import { listStandings, type PlaceStanding } from "./standings.server";

/** Whether its place still has to send it: never sent, returned, or opened anew. */
const lacks = ({ standing, state, later }: PlaceStanding) =>
  standing === "missing" || state === "returned" || (later !== null && WRITABLE.includes(later));

/**
 * The places under the actor's to which something may have to be said today of a report that is not sent. At most one
 * line for each place and quarter; a place whose limit is far off, either way, is not among them.
 */
export async function placesToRemind(
  db: Db,
  { place: { lo, hi } }: PlacedActor,
  now: Date,
): Promise<{ divisionId: number; period: Period }[]> {
  const today = todayIn(now);
  const ended = lastEndedPeriod(now, "quarter");
  const running = nextPeriod(ended);
  const periods = isRehearsal(lastDayOf(running), today) ? [ended, running] : [ended];
  const found: { divisionId: number; period: Period }[] = [];
  for (const period of periods)
    for (const level of ["county", "province"] as const) {
      const standings = await listStandings(db, { lo, hi, level }, period);
      const places = period === running ? standings : await withDues(db, standings, period);
      for (const place of places) {
        const { divisionId, dueOn } = place;
        const isNear =
          period === running ||
          place.later !== null ||
          (dueOn !== null && dueOn <= addDays(today, 14) && today <= addDays(dueOn, REMINDING.overdue));
        if (isNear && lacks(place)) found.push({ divisionId, period });
      }
    }
  return found;
}

/** What the actor's place is told today of its report of a quarter. */
export async function remindersDue(
  db: Db,
  { place }: PlacedActor,
  period: Period,
  now: Date,
): Promise<Reminding[]> {
  const today = todayIn(now);
  const scope = { lo: place.id, hi: place.id, level: levelOf(place.id) };
  const [standing] = await listStandings(db, scope, period);
  if (!standing || !lacks(standing)) return [];
  const lastDay = lastDayOf(period);
  const newest = await findNewest(db, place.id, period);
  const dueOn = newest?.dueOn ?? isoOfDate(await firstDue(db, place, lastDay));
  const calendar = await getWorkingCalendar(db, place, ...remindingSpan(today));
  if (today > lastDay) return remindersOf(calendar, dueOn, today);
  return isRehearsal(lastDay, today) && isWorkingDay(calendar, today)
    ? [{ kind: "rehearsal", day: lastDay, mark: lastDay }]
    : [];
}
