import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { tellStaff } from "../tell.server";

/** Tells the staff of a county that its province opened a look into the county's people; neither why nor who. */
export async function tellOfGlass(actor: PlacedActor, eventId: string, grantId: string, now = clock()) {
  return tellStaff(actor, eventId, "tell-of-glass", now, async (db) => {
    const divisionId = actor.place.id;
    const grant = await db.glassGrant.findUnique({
      where: { divisionId_id: { divisionId, id: grantId } },
      select: { minutes: true },
    });
    return (
      grant && { news: "glass-opened", params: { count: grant.minutes }, href: `/glass/seen/${grantId}` }
    );
  });
}
