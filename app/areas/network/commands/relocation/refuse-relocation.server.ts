import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { RelocationRefused } from "../../events";
import { ended, holdForTurn, keyOf, namesOf } from "../../relocation/turn.server";

/** The person says no, or takes his consent back before the other county has accepted. */
export async function refuseRelocation(hand: PlacedActor, relocationId: string, now = clock()) {
  authorize(hand, "consent", "Relocation", { personId: hand.member?.personId });
  return within(hand, async (db) => {
    const held = await holdForTurn(db, hand, relocationId, "refuse", now);
    await db.relocation.update({
      where: keyOf(held),
      data: { ...ended("refuse", "", now), endedByName: null },
    });
    await audit(db, hand, "refuse", "Relocation", held.id);
    await emit(db, hand, RelocationRefused, namesOf(held));
    return { id: held.id };
  });
}
