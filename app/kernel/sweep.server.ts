import { within, type Db } from "./db.server";
import { relayActor } from "./queue-embedded.server";
import { FAILED_KEPT_DAYS, KEPT_DAYS } from "./queue-port";

/** Rows removed in one transaction. */
const BATCH = 5000;

/** Each removes one batch of rows that are over, and answers how many. The policies know the thirty days as well. */
const SWEEPS: ((db: Db) => Promise<number>)[] = [
  (db) => db.$executeRaw`delete from job where id = any(array(
    select id from job where state = 'done' and finished_at < now() - make_interval(days => ${KEPT_DAYS}) limit ${BATCH}))`,
  (db) => db.$executeRaw`delete from job where id = any(array(
    select id from job where state = 'failed' and created_at < now() - make_interval(days => ${FAILED_KEPT_DAYS})
    limit ${BATCH}))`,
  (db) => db.$executeRaw`delete from outbox_event where id = any(array(
    select id from outbox_event where relayed_at < now() - interval '30 days' limit ${BATCH}))`,
  // The mark of a job that may still be taken again stays: without it the job would have its effect a second time.
  (db) => db.$executeRaw`delete from handled_reaction h using (
      select event_id, reaction from handled_reaction where handled_at < now() - interval '30 days' limit ${BATCH}
    ) old where h.event_id = old.event_id and h.reaction = old.reaction
      and not exists (select from job where id = h.event_id || '.' || h.reaction and state in ('waiting', 'active'))`,
  (db) => db.$executeRaw`delete from request_log r using (
      select actor_key, request_id from request_log where created_at < now() - interval '30 days' limit ${BATCH}
    ) old where r.actor_key = old.actor_key and r.request_id = old.request_id`,
];

/**
 * Removes what is kept of acts that are long over: finished jobs after a week, failed ones after 90 days, relayed
 * events, the marks of handled reactions and the answers of submitted forms after 30 days. In batches, one
 * transaction each; any number of workers may. Returns how many rows went.
 */
export async function sweepKernel(): Promise<number> {
  let removed = 0;
  for (const sweep of SWEEPS) {
    let count: number;
    do {
      count = await within(relayActor, sweep);
      removed += count;
    } while (count === BATCH);
  }
  return removed;
}
