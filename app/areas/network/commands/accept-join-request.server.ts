import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { registerArrival } from "../people/arriving-person.server";
import { JoinRequestDecided, PersonRegistered } from "../events";
import { settleRequest, waitingRequest } from "../people/join-request.server";
import type { AcceptJoinRequest } from "../schema/join";
import { unlessTwice } from "../people/unique-mobile.server";

/**
 * Takes whoever sent a request into the register, with the form as his source. Refuses with `conflict` when somebody of
 * the county has the number already: then `joinRequestToPerson` is the way.
 */
export async function acceptJoinRequest(
  actor: PlacedActor,
  requestId: string,
  { tier }: AcceptJoinRequest,
  now = clock(),
) {
  authorize(actor, "decide", "JoinRequest");
  authorize(actor, "register", "Person");
  return unlessTwice(() =>
    within(actor, async (db) => {
      const divisionId = actor.place.id;
      const request = await waitingRequest(db, divisionId, requestId);
      const { mobile, fullName } = request;
      const holder = await db.person.findUnique({ where: { divisionId_mobile: { divisionId, mobile } } });
      if (holder) throw new Refusal("conflict", "network.join.number-known");
      const { locality, capacities, preferredWay, source } = request;
      const personId = await registerArrival(
        db,
        actor,
        { fullName, mobile, tier, locality, capacities, preferredWay, source, by: "join-form" },
        now,
      );
      await settleRequest(db, actor, requestId, { state: "accepted", personId }, now);
      await audit(db, actor, "register", "Person", personId);
      await audit(db, actor, "accept", "JoinRequest", requestId);
      await emit(db, actor, PersonRegistered, { personId });
      await emit(db, actor, JoinRequestDecided, { requestId });
      return { personId };
    }),
  );
}
