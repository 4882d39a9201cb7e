import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { addressOf } from "../address";
import type { Channel } from "../choices";
import { refuseLongSms } from "../door.server";
import { GATEWAY_REMEMBERS_MS, mayResend, type MessageState } from "../lifecycle";
import { lookAgain } from "../new-messages.server";
import { addressHash } from "../receiver.server";
import type { SendAgain } from "../schema";

/** A mended message has at least so long to go out. */
const DAY_MS = 86_400_000;

type Row = {
  channel: Channel;
  state: MessageState;
  mayHaveGone: boolean;
  ownText: string | null;
  linkPurpose: string | null;
  sinceFirstMs: number;
};

/**
 * Has a message that did not arrive sent again, to another address or in other words where somebody had written them
 * himself. What may have gone is asked after first as long as the gateway remembers it. Refuses what still waits, is on its
 * way or arrived: it is no more to be mended.
 */
export async function sendAgain(actor: PlacedActor, id: string, input: SendAgain, now = clock()) {
  authorize(actor, "mend", "Message");
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    const [message] = await db.$queryRaw<Row[]>`
      select channel, state, may_have_gone as "mayHaveGone", own_text as "ownText", link_purpose as "linkPurpose",
        coalesce(extract(epoch from now() - first_tried_at) * 1000, 0)::float8 as "sinceFirstMs"
      from message where division_id = ${divisionId} and id = ${id}::uuid for update`;
    if (!message) throw new Refusal("missing", "refusal.missing");
    if (!mayResend(message.state)) throw tooLate("notifications.again.too-late");
    const { channel } = message;
    const address = input.address ? addressOf(channel, input.address) : null;
    if (input.address && !address)
      throw new Refusal("invalid", `notifications.again.address.${channel}`, { field: "address" });
    const ownText = message.ownText === null ? null : (input.ownText ?? message.ownText);
    if (ownText && channel === "sms")
      refuseLongSms(ownText, { hasLink: message.linkPurpose !== null, field: "ownText" });
    // Whoever types an address that came to nothing says that it is right.
    if (address)
      await db.badAddress.deleteMany({
        where: { divisionId, channel, addressHash: addressHash(channel, address) },
      });
    const isAsked =
      channel === "sms" &&
      message.state === "dead" &&
      message.mayHaveGone &&
      !address &&
      message.sinceFirstMs < GATEWAY_REMEMBERS_MS;
    // A letter keeps its id, by which a copy is known for one.
    const round = isAsked || channel === "email" ? 0 : 1;
    await db.$executeRaw`update message set state = 'queued', why = null, round = round + ${round}, attempts = 0, asked = 0,
        may_have_gone = ${isAsked}, claimed_until = null, settled_at = null, remote_id = null,
        first_tried_at = case when ${isAsked} then first_tried_at end,
        typed_address = coalesce(${address}, typed_address), own_text = ${ownText}, due_at = ${now},
        until = greatest(until, ${new Date(now.getTime() + DAY_MS)}), revision = revision + 1
      where division_id = ${divisionId} and id = ${id}::uuid`;
    await db.messageEvent.create({
      data: {
        divisionId,
        id: uuidv7(),
        messageId: id,
        state: "queued",
        why: "by-hand",
        at: now,
        byKey: actor.key,
        byName: actor.name,
      },
    });
    await audit(db, actor, "mend", "Message", id, [
      ...(address ? ["address"] : []),
      ...(ownText ? ["text"] : []),
    ]);
    await lookAgain(db, actor, [{ messageId: id, afterMs: 0 }]);
    return { id };
  });
}
