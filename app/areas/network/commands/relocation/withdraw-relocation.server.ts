import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { holdForTurn } from "../../relocation/turn.server";
import { withdrawOpenRelocations } from "../../relocation/withdraw-open.server";

/** The county that offered it takes it back, while the other one has not decided. */
export async function withdrawRelocation(actor: PlacedActor, relocationId: string, now = clock()) {
  authorize(actor, "offer", "Relocation");
  return within(actor, async (db) => {
    const { id, personId } = await holdForTurn(db, actor, relocationId, "withdraw", now);
    await withdrawOpenRelocations(db, actor, [personId], now);
    return { id, personId };
  });
}
