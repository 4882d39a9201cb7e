import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { UNDO_MINUTES } from "../lifecycle";

/** Takes back one entry for many people, all its contacts, by whoever wrote it, within `UNDO_MINUTES`. */
export async function undoContacts(actor: PlacedActor, batchId: string, now = clock()) {
  authorize(actor, "undo", "Contact");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const contact = await db.contact.findFirst({ where: { divisionId, batchId } });
    if (!contact) throw new Refusal("missing", "refusal.missing");
    authorize(actor, "undo", "Contact", contact);
    if (now.getTime() - contact.createdAt.getTime() > UNDO_MINUTES * 60_000) {
      throw tooLate(`network.too-late-to-undo?minutes=${UNDO_MINUTES}`);
    }
    const { count } = await db.contact.deleteMany({ where: { divisionId, batchId } });
    if (count === 0) throw new Refusal("missing", "refusal.missing");
    await audit(db, actor, "undo-many", "Contact", batchId);
    return { count };
  });
}
