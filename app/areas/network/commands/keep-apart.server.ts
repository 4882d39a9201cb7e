import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { rememberApart } from "../duplicates/pairs.server";

/** Says of a pair that it is two people: it is not shown again. */
export async function keepApart(actor: PlacedActor, pairId: string, now = clock()) {
  authorize(actor, "merge", "Person");
  return within(actor, async (db) => {
    const pair = await db.personPair.findUnique({
      where: { divisionId_id: { divisionId: actor.place.id, id: pairId } },
    });
    if (!pair) throw new Refusal("missing", "refusal.missing");
    if (pair.state === "merged") throw tooLate("network.pair.decided");
    await rememberApart(db, actor, [[pair.firstId, pair.secondId]], now);
    await audit(db, actor, "keep-apart", "Person", pair.firstId);
    return { id: pairId };
  });
}
