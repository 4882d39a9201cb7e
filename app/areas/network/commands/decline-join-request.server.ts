import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { JoinRequestDecided } from "../events";
import { settleRequest, waitingRequest } from "../people/join-request.server";
import type { DeclineJoinRequest } from "../schema/join";

/** Declines a request, for a reason of the list. What it says of somebody is kept thirty days, should he ask. */
export async function declineJoinRequest(
  actor: PlacedActor,
  requestId: string,
  { reason, note }: DeclineJoinRequest,
  now = clock(),
) {
  authorize(actor, "decide", "JoinRequest");
  return within(actor, async (db) => {
    await waitingRequest(db, actor.place.id, requestId);
    await settleRequest(db, actor, requestId, { state: "declined", reason, note }, now);
    await audit(db, actor, "decline", "JoinRequest", requestId);
    await emit(db, actor, JoinRequestDecided, { requestId });
    return { id: requestId };
  });
}
