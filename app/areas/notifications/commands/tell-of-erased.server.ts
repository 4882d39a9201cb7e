import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { tellStaff } from "../tell.server";

/** Tells the county that a member had everything erased; of whom nothing is left to say. */
export async function tellOfErased(actor: PlacedActor, eventId: string, personId: string, now = clock()) {
  return tellStaff(actor, eventId, "tell-of-erased", now, () =>
    Promise.resolve({ news: "person-erased", params: {}, href: `/network/people/${personId}` }),
  );
}
