import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { ActionTaken } from "../events";
import type { TakeAction } from "../schema/people";

/** Closes what a member asked for, with what was done. Refuses what somebody closed already. */
export async function takeAction(actor: PlacedActor, contactId: string, { note }: TakeAction, now = clock()) {
  authorize(actor, "take-action", "Contact");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const contact = await db.contact.findUnique({ where: { divisionId_id: { divisionId, id: contactId } } });
    if (!contact?.actionNeeded) throw new Refusal("missing", "refusal.missing");
    const { count } = await db.contact.updateMany({
      where: { divisionId, id: contactId, actionNeeded: true, actionTakenAt: null },
      data: { actionTakenAt: now, actionTakenByKey: actor.key, actionTakenNote: note },
    });
    if (count === 0) throw new Refusal("conflict", "network.action.taken-already");
    await audit(db, actor, "take-action", "Contact", contactId, ["action_taken_note"]);
    await emit(db, actor, ActionTaken, { contactId });
    return { personId: contact.personId };
  });
}
