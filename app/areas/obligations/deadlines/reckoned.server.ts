import type { Db } from "~/kernel/db.server";
import { addDays, type IsoDate } from "~/lib/jalali";
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from "~/lib/working-calendar";
import { OPEN } from "../lifecycle";

/** How far back a closure can be declared and how far ahead a change of the calendar moves limits, in days. */
const BACK = 30;
const AHEAD = 400;
/** Past the last day of which limits move, a calendar has to be known to find the next working one. */
const BEYOND = 60;

/** The days between which limits are looked at again, and until which the calendar has to be known. */
export const reckonedSpan = (today: IsoDate) => ({
  from: addDays(today, -BACK),
  to: addDays(today, AHEAD),
  known: addDays(today, AHEAD + BEYOND),
});

/** The closed days between two days, each with the next on which offices work. */
export function openings(calendar: WorkingCalendar, from: IsoDate, to: IsoDate) {
  const closed: IsoDate[] = [];
  const open: IsoDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) continue;
    closed.push(day);
    open.push(addWorkingDays(calendar, day, 0).day);
  }
  return { closed, open };
}

/** A limit of so many working days from a day on. */
export type Counted = { from: IsoDate; count: number };

/** The limits in working days that a place and its texts have open. */
export async function countedLimits(
  db: Db,
  placeId: number,
  { from, to }: { from: IsoDate; to: IsoDate },
): Promise<Counted[]> {
  return db.$queryRaw<Counted[]>`
    select counts_from::text as from, working_days as count from obligation
    where division_id = ${placeId} and working_days is not null and state = any(${[...OPEN]}::text[])
      and due_on between ${from}::date and ${to}::date
    union select counts_from::text, working_days from issuance
    where division_id = ${placeId} and working_days is not null and due_on between ${from}::date and ${to}::date
    order by 1, 2 limit 5000`;
}

/** The day on which each of them ends by the calendar. */
export const endsOf = (calendar: WorkingCalendar, counted: readonly Counted[]) => ({
  from: counted.map((one) => one.from),
  count: counted.map((one) => one.count),
  day: counted.map((one) => addWorkingDays(calendar, one.from, one.count).day),
});

export type Reckoning = {
  placeId: number;
  from: IsoDate;
  to: IsoDate;
  closed: IsoDate[];
  open: IsoDate[];
  counted: ReturnType<typeof endsOf>;
  act: { id: string; byName: string; byKey: string; at: Date };
};

/**
 * Takes so many limits of what a place owes to the day on which they belong by its calendar: the day as it was said, or
 * the next working one; of a limit in working days the day on which so many are over. A first limit that is the same day goes along, for a closed day is no re-dating; one that was
 * re-dated keeps its first day. What is right already is left alone, so that it can be said again. Answers how many.
 */
export async function moveLimits(
  db: Db,
  { placeId, from, to, closed, open, counted, act }: Reckoning,
  size: number,
): Promise<number> {
  return db.$executeRaw`
    with c as materialized (
      select b.division_id, b.id, b.source_division_id, b.office_id, b.due_on as former, d.said,
        x.day, b.working_days
      from obligation b cross join lateral (select coalesce(b.asked_due_on, b.due_on) as said) d
      left join unnest(${closed}::date[], ${open}::date[]) as m (closed, open) on m.closed = d.said
      left join unnest(${counted.from}::date[], ${counted.count}::int[], ${counted.day}::date[]) as w (since, count, day)
        on w.since = b.counts_from and w.count = b.working_days
      cross join lateral (select coalesce(w.day, m.open, d.said) as day) x
      where b.division_id = ${placeId} and b.state = any(${[...OPEN]}::text[])
        and d.said between ${from}::date and ${to}::date and x.day <> b.due_on
      order by b.office_id, b.id limit ${size} for update of b
    ), moved as (
      update obligation b set due_on = c.day,
        asked_due_on = case when c.working_days is null then nullif(c.said, c.day) end, revision = b.revision + 1,
        first_due_on = case when b.first_due_on = c.former then c.day else b.first_due_on end
      from c where b.division_id = c.division_id and b.id = c.id
    )
    insert into obligation_event (division_id, id, source_division_id, office_id, obligation_id, kind, due_from, due_to,
      act_id, by_name, by_key, at)
    select c.division_id, gen_random_uuid(), c.source_division_id, c.office_id, c.id, 'calendar', c.former, c.day,
      ${act.id}::uuid, ${act.byName}, ${act.byKey}, ${act.at} from c`;
}

/** The same for the texts that the place issued: whoever comes to owe one later gets the day that holds. */
export async function moveLimitsOfTexts(
  db: Db,
  { placeId, from, to, closed, open, counted }: Reckoning,
): Promise<number> {
  return db.$executeRaw`
    update issuance i set due_on = c.day,
      asked_due_on = case when i.working_days is null then nullif(c.said, c.day) end
    from (select n.id, d.said, x.day
      from issuance n cross join lateral (select coalesce(n.asked_due_on, n.due_on) as said) d
      left join unnest(${closed}::date[], ${open}::date[]) as m (closed, open) on m.closed = d.said
      left join unnest(${counted.from}::date[], ${counted.count}::int[], ${counted.day}::date[]) as w (since, count, day)
        on w.since = n.counts_from and w.count = n.working_days
      cross join lateral (select coalesce(w.day, m.open, d.said) as day) x
      where n.division_id = ${placeId} and d.said between ${from}::date and ${to}::date
        and x.day <> n.due_on) c
    where i.division_id = ${placeId} and i.id = c.id`;
}
