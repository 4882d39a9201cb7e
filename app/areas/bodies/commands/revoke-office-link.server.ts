import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";

/** Takes a personal link of an office of the place back: it opens nothing from now on. */
export async function revokeOfficeLink(actor: PlacedActor, officeId: string, linkId: string, now = clock()) {
  return within(actor, async (db) => {
    authorize(actor, "revoke-link", "Office", { divisionId: actor.place.id });
    const { count } = await db.personalLink.updateMany({
      where: { id: linkId, kind: "office", divisionId: actor.place.id, officeId, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) throw new Refusal("missing", "refusal.missing");
    await audit(db, actor, "revoke-link", "Office", officeId);
    return { id: linkId };
  });
}
