import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";

/** Closes a join form before its day: whoever comes by the address or the poster finds it closed. */
export async function revokeJoinLink(actor: PlacedActor, linkId: string, now = clock()) {
  authorize(actor, "revoke", "JoinLink");
  return within(actor, async (db) => {
    const { count } = await db.joinLink.updateMany({
      where: { divisionId: actor.place.id, id: linkId, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) throw new Refusal("missing", "refusal.missing");
    await audit(db, actor, "revoke", "JoinLink", linkId);
    return { id: linkId };
  });
}
