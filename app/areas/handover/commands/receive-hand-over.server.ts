import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { dateOf, daysBetween, todayIn } from "~/lib/jalali";
import { HandOverReceived } from "../events";
import { settlePost } from "../pass-on.server";
import { getPassing, handOverRow } from "../queries.server";
import type { ReceiveHandOver } from "../schema";

/**
 * The successor signs that he received what was passed on; whatever the post or its leavers still have in their hands is
 * his from then on, and the days since the last day are kept. Refuses before the signature and after the receipt.
 */
export async function receiveHandOver(
  actor: PlacedActor,
  target: { divisionId: number; appointmentId: string },
  { revision }: ReceiveHandOver,
  now = clock(),
): Promise<{ id: string }> {
  const { divisionId, appointmentId } = target;
  const today = todayIn(now);
  return within(actor, async (db) => {
    const passing = await getPassing(db, divisionId, appointmentId, today);
    authorize(actor, "receive", "HandOver", handOverRow(passing));
    const { handOver, isOver, lastDay, postId } = passing;
    if (!handOver?.isFrozen || !isOver) throw tooLate("handover.not-signed");
    if (handOver.signedByKey === actor.key) throw new Refusal("forbidden", "handover.own-hand");
    const { count } = await db.handOver.updateMany({
      where: { divisionId, id: handOver.id, receivedAt: null, revision },
      data: {
        receivedOn: dateOf(today),
        receivedAt: now,
        receivedByKey: actor.key,
        receivedByName: actor.name,
        days: Math.max(0, daysBetween(lastDay, today)),
        revision: { increment: 1 },
      },
    });
    if (count === 0) throw tooLate("handover.already-received");
    await settlePost(db, divisionId, postId, today);
    await audit(db, actor, "receive", "HandOver", handOver.id);
    await emit(db, actor, HandOverReceived, { divisionId, handOverId: handOver.id });
    return { id: handOver.id };
  });
}
