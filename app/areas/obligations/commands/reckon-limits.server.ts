import { getWorkingCalendar } from "~/areas/divisions/queries.server";
import type { Place, PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { reactOnce } from "~/kernel/reaction.server";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn, type IsoDate } from "~/lib/jalali";
import {
  countedLimits,
  endsOf,
  moveLimits,
  moveLimitsOfTexts,
  openings,
  reckonedSpan,
  type Reckoning,
} from "../deadlines/reckoned.server";
import { LimitsReckoned } from "../events";

/** Limits that one unit of work moves. */
const BATCH = 500;

/**
 * Brings the limits of what the actor's place owes in line with its working calendar after a change of it (`actId`), in
 * batches, and tells each office once how many of its limits moved. A worker that is killed leaves the rest to the next:
 * a limit that is right already is not moved again, and what was moved and not yet told is told then.
 */
export async function reckonLimits(
  actor: PlacedActor,
  actId: string,
  now = clock(),
  size = BATCH,
): Promise<void> {
  authorize(actor, "reckon", "Issuance");
  const act = { id: actId, byName: actor.name, byKey: actor.key, at: now };
  while ((await within(actor, (db) => moveBatch(db, actor.place, act, size))) === size);
  await reactOnce(actor, actId, `reckon-limits:${actor.place.id}`, (db) =>
    tellOffices(db, actor, actId, now),
  );
}

/**
 * Moves so many limits. The calendar is read once nobody else moves limits of the place: of two changes that follow each
 * other, neither goes by the calendar as it was before the other.
 */
async function moveBatch(db: Db, place: Place, act: Reckoning["act"], size: number): Promise<number> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('reckon-limits'), ${place.id})`;
  const { from, to, known } = reckonedSpan(todayIn(act.at));
  const limits = await countedLimits(db, place.id, { from, to });
  // What is counted began before the days that are looked at.
  const first = limits.reduce<IsoDate>((least, limit) => (limit.from < least ? limit.from : least), from);
  const calendar = await getWorkingCalendar(db, place, first, known);
  const counted = endsOf(calendar, limits);
  const reckoning = { placeId: place.id, from, to, ...openings(calendar, from, to), counted, act };
  await moveLimitsOfTexts(db, reckoning);
  return moveLimits(db, reckoning, size);
}

/** One message for each office whose limits this change moved, and one event for their place. */
async function tellOffices(db: Db, { place, ...actor }: PlacedActor, actId: string, now: Date) {
  const told = await db.$executeRaw`
    with moved as materialized (
      select e.obligation_id, b.office_id from obligation_event e
      join obligation b on b.division_id = e.division_id and b.id = e.obligation_id
      where e.division_id = ${place.id} and e.act_id = ${actId}::uuid group by 1, 2
    ), message as (
      insert into office_message (division_id, id, source_division_id, office_id, kind, batch_id, moved, by_name, by_key,
        sent_at, sent_on)
      select ${place.id}, gen_random_uuid(), ${place.id}, office_id, 'calendar', ${uuidv7()}::uuid, count(*),
        ${actor.name}, ${actor.key}, ${now}, ${todayIn(now)}::date
      from moved group by office_id returning id, office_id
    )
    insert into office_message_item (division_id, obligation_id, kind, mark, source_division_id, message_id)
    select ${place.id}, v.obligation_id, 'calendar', ${actId}, ${place.id}, m.id from moved v join message m using (office_id)`;
  if (told === 0) return;
  const whole = { place, ...actor };
  await audit(db, whole, "reckon", "Issuance", actId, ["due_on", "first_due_on", "asked_due_on"]);
  await emit(db, whole, LimitsReckoned, { divisionId: place.id, actId });
}
