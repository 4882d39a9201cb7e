import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { RelocationDeclined } from "../../events";
import { ended, holdForTurn, keyOf, namesOf } from "../../relocation/turn.server";
import type { DeclineRelocation } from "../../schema/relocation";

/** The county to which he would go says no, and why; he stays where he is. */
export async function declineRelocation(
  actor: PlacedActor,
  relocationId: string,
  { note }: DeclineRelocation,
  now = clock(),
) {
  authorize(actor, "decide", "Relocation");
  return within(actor, async (db) => {
    const held = await holdForTurn(db, actor, relocationId, "decline", now);
    await db.relocation.update({
      where: keyOf(held),
      data: { ...ended("decline", actor.name, now), declineNote: note },
    });
    await audit(db, actor, "decline", "Relocation", held.id);
    await emit(db, actor, RelocationDeclined, namesOf(held));
    return { id: held.id };
  });
}
