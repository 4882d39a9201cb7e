import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import type { Channel } from "./choices";
import { isSettled, type Step } from "./lifecycle";
import { lookAgain } from "./new-messages.server";
import { addressHash } from "./receiver.server";

/**
 * Writes down what became of a message that the caller holds locked: its state, the gateway's number, a mark on an address
 * that came to nothing, and when it is looked at again.
 */
export async function settle(
  db: Db,
  actor: PlacedActor,
  message: { id: string; channel: Channel; sentTo: string | null },
  step: Step,
  now: Date,
): Promise<void> {
  const divisionId = actor.place.id;
  const { state, why, remoteId, mayHaveGone, againMs } = step;
  const dueAt = againMs === undefined ? null : new Date(now.getTime() + againMs);
  await db.$executeRaw`update message set state = ${state}, why = ${why}, claimed_until = null,
      remote_id = coalesce(${remoteId ?? null}, remote_id),
      may_have_gone = coalesce(${mayHaveGone ?? null}::boolean, may_have_gone),
      due_at = coalesce(${dueAt}::timestamptz, due_at),
      accepted_at = case when ${state} in ('accepted', 'delivered') then coalesce(accepted_at, ${now}) else accepted_at end,
      settled_at = ${isSettled(state) ? now : null}::timestamptz, revision = revision + 1
    where division_id = ${divisionId} and id = ${message.id}::uuid`;
  await db.messageEvent.create({
    data: {
      divisionId,
      id: uuidv7(),
      messageId: message.id,
      state,
      why,
      at: now,
      byKey: actor.key,
      byName: actor.name,
    },
  });
  if (remoteId)
    await db.$executeRaw`insert into message_receipt (remote_id, division_id, message_id)
      values (${remoteId}, ${divisionId}, ${message.id}::uuid) on conflict do nothing`;
  if (step.marksAddress && message.sentTo)
    await db.$executeRaw`insert into bad_address (division_id, channel, address_hash, why, at, message_id)
      values (${divisionId}, ${message.channel}, ${addressHash(message.channel, message.sentTo)}, ${why}, ${now},
        ${message.id}::uuid) on conflict do nothing`;
  if (againMs !== undefined) await lookAgain(db, actor, [{ messageId: message.id, afterMs: againMs }]);
}
