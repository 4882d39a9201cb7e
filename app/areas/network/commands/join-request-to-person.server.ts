import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import type { Tier } from "../choices";
import { JoinRequestDecided, PersonMoved } from "../events";
import { settleRequest, waitingRequest } from "../people/join-request.server";
import { holdHolder, joinToPerson } from "../people/join-to-person.server";

/** Joins a request to the person of the county who has its number. */
export async function joinRequestToPerson(actor: PlacedActor, requestId: string, now = clock()) {
  authorize(actor, "decide", "JoinRequest");
  authorize(actor, "move", "Person");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const request = await waitingRequest(db, divisionId, requestId);
    const { mobile } = request;
    const person = await holdHolder(db, divisionId, mobile);
    if (!person) throw new Refusal("conflict", "network.join.number-gone");
    await joinToPerson(db, actor, person, { ...request, tier: person.tier as Tier, by: "join-form" }, now);
    if (person.state !== "active") await emit(db, actor, PersonMoved, { personId: person.id });
    await settleRequest(db, actor, requestId, { state: "accepted", personId: person.id }, now);
    await audit(db, actor, "join", "Person", person.id, ["state", "capacities", "person_way"]);
    await audit(db, actor, "accept", "JoinRequest", requestId);
    await emit(db, actor, JoinRequestDecided, { requestId });
    return { personId: person.id };
  });
}
