import { within } from "~/kernel/db.server";
import { BATCH, inBatches } from "~/kernel/in-batches";
import { relayActor } from "~/kernel/queue-embedded.server";

/**
 * Takes out of requests that were declined more than thirty days ago what they say of somebody; the row stays for the
 * count. The policy knows the days as well, by real time: a set clock hastens nothing. Returns how many were forgotten.
 */
export const forgetDeclinedRequests = (): Promise<number> =>
  inBatches(() =>
    within(
      relayActor,
      (db) => db.$executeRaw`update join_request r
        set full_name = null, mobile = null, locality = null, capacities = '{}', preferred_way = null, decline_note = null
        from (select division_id, id from join_request where state = 'declined' and mobile is not null
          and decided_at < now() - interval '30 days' limit ${BATCH}) old
        where r.division_id = old.division_id and r.id = old.id`,
    ),
  );

/**
 * Forgets requests that nobody decided in 90 days (`WAITING_DAYS`), as those that were declined: whoever wrote was not
 * answered, and is not kept for it. Returns how many.
 */
export const forgetWaitingRequests = (): Promise<number> =>
  inBatches(() =>
    within(
      relayActor,
      (db) => db.$executeRaw`update join_request r
        set state = 'forgotten', full_name = null, mobile = null, locality = null, capacities = '{}',
          preferred_way = null, decided_at = now()
        from (select division_id, id from join_request where state = 'waiting'
          and received_at < now() - interval '90 days' limit ${BATCH}) old
        where r.division_id = old.division_id and r.id = old.id`,
    ),
  );
