import { within } from "~/kernel/db.server";
import { BATCH, inBatches } from "~/kernel/in-batches";
import { relayActor } from "~/kernel/queue-embedded.server";
import { DEPUTY_DAYS } from "../choices";

/**
 * Forgets the numbers of deputies `DEPUTY_DAYS` after they were named; the name stays in the list of those who were there.
 * The policy knows the days as well, by real time: a set clock hastens nothing. Returns how many were forgotten.
 */
export const forgetDeputies = (): Promise<number> =>
  inBatches(() =>
    within(
      relayActor,
      (db) => db.$executeRaw`update meeting_invitation i set deputy_mobile = null
        from (select division_id, id from meeting_invitation where deputy_mobile is not null
          and replied_at < now() - make_interval(days => ${DEPUTY_DAYS}) limit ${BATCH}) old
        where i.division_id = old.division_id and i.id = old.id`,
    ),
  );
