import type { PlacedActor } from "~/kernel/actor";
import { auditEach } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { addressOf } from "../address";
import type { Channel } from "../choices";
import { lookAgain } from "../new-messages.server";
import { addressHash } from "../receiver.server";
import { MOST_AGAIN, resendable, type Written } from "../unreached.server";

/**
 * Has everything sent again that certainly did not arrive and is not too late: of the whole place, or to one member or
 * office, whose address as it stands on his page is then tried again though it came to nothing once. What may have arrived
 * stays as it is. Answers how many.
 */
export async function sendAllAgain(
  actor: PlacedActor,
  to: Written | null,
  now = clock(),
): Promise<{ count: number }> {
  authorize(actor, "mend", "Message");
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    if (to) {
      const [page] =
        to.kind === "person"
          ? await db.$queryRaw<
              { sms: string | null; email: null }[]
            >`select mobile as sms, null as email from person
              where division_id = ${divisionId} and id = ${to.id}::uuid`
          : await db.$queryRaw<
              { sms: string | null; email: string | null }[]
            >`select phone as sms, email from office
              where division_id = ${divisionId} and id = ${to.id}::uuid`;
      const hashes = (Object.entries(page ?? {}) as [Channel, string | null][]).flatMap(([channel, text]) => {
        const address = addressOf(channel, text);
        return address ? [addressHash(channel, address)] : [];
      });
      await db.$executeRaw`delete from bad_address where division_id = ${divisionId} and address_hash = any(${hashes})`;
    }
    // What somebody typed for one message alone gives way to the receiver's own address. A letter keeps its id.
    const rows = await db.$queryRaw<{ id: string }[]>`
      update message set state = 'queued', why = null, round = round + case when channel = 'email' then 0 else 1 end,
        attempts = 0, asked = 0, may_have_gone = false, claimed_until = null, settled_at = null, remote_id = null,
        first_tried_at = null, typed_address = case when receiver = 'guest' then typed_address end, due_at = ${now},
        revision = revision + 1
      where division_id = ${divisionId} and id = any(array(
        select id from message where division_id = ${divisionId} ${resendable(to, now)}
        order by created_at, id limit ${MOST_AGAIN} for update skip locked)) returning id::text`;
    await db.messageEvent.createMany({
      data: rows.map(({ id }) => ({
        divisionId,
        id: uuidv7(),
        messageId: id,
        state: "queued",
        why: "by-hand",
        at: now,
        byKey: actor.key,
        byName: actor.name,
      })),
    });
    await auditEach(
      db,
      actor,
      "mend",
      "Message",
      rows.map(({ id }) => id),
    );
    await lookAgain(
      db,
      actor,
      rows.map(({ id }) => ({ messageId: id, afterMs: 0 })),
    );
    return { count: rows.length };
  });
}
