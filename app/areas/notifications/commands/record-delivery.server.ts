import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import type { Channel } from "../choices";
import { standingOf } from "../channels/sms.server";
import { afterReport, type MessageState } from "../lifecycle";
import { settle } from "../settle.server";

/** Takes a report of the gateway on one message; one that says nothing new, or comes late or twice, changes nothing. */
export async function recordDelivery(
  actor: PlacedActor,
  { messageId, remoteId, status }: { messageId: string; remoteId: string; status: number },
  now = clock(),
): Promise<boolean> {
  authorize(actor, "send", "Message");
  const standing = standingOf(status);
  if (!standing) return false;
  return within(actor, async (db) => {
    const [message] = await db.$queryRaw<
      { id: string; channel: Channel; state: MessageState; sentTo: string | null; remoteId: string | null }[]
    >`select id::text, channel, state, sent_to as "sentTo", remote_id as "remoteId" from message
      where division_id = ${actor.place.id} and id = ${messageId}::uuid for update`;
    // A report on a round before this one says nothing of it.
    if (!message || message.remoteId !== remoteId) return false;
    const step = afterReport(message.state, standing);
    if (step) await settle(db, actor, message, step, now);
    return step !== null;
  });
}
