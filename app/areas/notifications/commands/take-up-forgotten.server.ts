import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { lookAgain } from "../new-messages.server";

/** How long a message may be overdue before somebody looks for it: longer than the pauses of a job that is tried again. */
const OVERDUE_MS = 15 * 60_000;

/** Messages taken up in one unit of work, and places in one look. */
const BATCH = 500;
const PLACES = 200;

const overdueAt = (now: Date) => new Date(now.getTime() - OVERDUE_MS);

/** The places in which messages are overdue. Needs the relay's scope. */
export async function placesWithForgotten(db: Db, now: Date): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    select p as id from tenancy.places_with_open_messages(${overdueAt(now)}, ${PLACES}) p`;
  return rows.map(({ id }) => id);
}

/**
 * Has the messages of a place looked at again of which nobody has heard for long: their worker was killed and the job is
 * lost, or it failed for good. Nothing goes out twice by it: whoever looks asks first after what may have gone. Each is
 * looked for once in an hour at most. Answers how many.
 */
export async function takeUpForgotten(actor: PlacedActor, now = clock()): Promise<number> {
  authorize(actor, "send", "Message");
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    const rows = await db.$queryRaw<{ id: string }[]>`
      update message set looked_for_at = now() where division_id = ${divisionId} and id = any(array(
        select id from message
        where division_id = ${divisionId} and state in ('queued', 'sending', 'unsure') and due_at < ${overdueAt(now)}
          and (claimed_until is null or claimed_until < now())
          and (looked_for_at is null or looked_for_at < now() - interval '1 hour')
        order by due_at limit ${BATCH} for update skip locked)) returning id::text`;
    await lookAgain(
      db,
      actor,
      rows.map(({ id }) => ({ messageId: id, afterMs: 0 })),
    );
    return rows.length;
  });
}
