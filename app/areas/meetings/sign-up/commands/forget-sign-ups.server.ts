import { within } from "~/kernel/db.server";
import { BATCH, inBatches } from "~/kernel/in-batches";
import { relayActor } from "~/kernel/queue-embedded.server";
import { KEPT_DAYS } from "../choices";

/**
 * Takes out of sign-ups older than `KEPT_DAYS` what they say of somebody, and his number out of the
 * invitation that came of one; his name stays on the list of those who were there. The policies know the days as well, by
 * real time: a set clock hastens nothing. Returns how many were forgotten.
 */
export async function forgetSignUps(): Promise<number> {
  const words = await inBatches(() =>
    within(
      relayActor,
      (db) => db.$executeRaw`update sign_up s set full_name = null, mobile = null, subject = null,
          state = case s.state when 'waiting' then 'forgotten' else s.state end
        from (select division_id, id from sign_up
          where (full_name is not null or mobile is not null or subject is not null)
            and received_at < now() - make_interval(days => ${KEPT_DAYS}) limit ${BATCH}) old
        where s.division_id = old.division_id and s.id = old.id`,
    ),
  );
  const numbers = await inBatches(() =>
    within(
      relayActor,
      (db) => db.$executeRaw`update meeting_invitation i set mobile = null, deputy_mobile = null
        from (select division_id, id from meeting_invitation where kind = 'guest' and consented_at is not null
          and mobile is not null and created_at < now() - make_interval(days => ${KEPT_DAYS}) limit ${BATCH}) old
        where i.division_id = old.division_id and i.id = old.id`,
    ),
  );
  return words + numbers;
}
