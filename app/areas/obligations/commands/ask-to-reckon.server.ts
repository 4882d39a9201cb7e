import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { emitEach } from "~/kernel/outbox.server";
import { reactOnce } from "~/kernel/reaction.server";
import { placesWithLimits } from "../chasing/places.server";
import { LimitsToReckon } from "../events";

/**
 * The working calendar of the actor's place, and thereby of all under it, is another: says for each place that has
 * a limit that its limits are to be looked at, once for an event.
 */
export async function askToReckon(actor: PlacedActor, eventId: string): Promise<boolean> {
  authorize(actor, "reckon", "Issuance");
  return reactOnce(actor, eventId, "ask-to-reckon", async (db) => {
    const places = await placesWithLimits(db, actor.place);
    if (places.length === 0) return;
    const asked = places.map((divisionId) => ({ divisionId, actId: eventId }));
    await emitEach(db, actor, LimitsToReckon, asked);
  });
}
