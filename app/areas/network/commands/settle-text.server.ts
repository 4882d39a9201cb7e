import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { SettleText } from "../schema/texts";

/** Says of a text that it was looked at and may stay. Refuses `conflict` one that changed since it was shown. */
export async function settleText(
  actor: PlacedActor,
  { source, recordId, textHash }: SettleText,
  now = clock(),
): Promise<void> {
  authorize(actor, "edit", "Person");
  await within(actor, async (db) => {
    const divisionId = actor.place.id;
    const { count } = await db.textToLookAt.updateMany({
      where: { divisionId, source, recordId, textHash, state: "open" },
      data: { state: "fine", decidedAt: now, decidedByKey: actor.key },
    });
    if (count === 0) throw new Refusal("conflict", "network.texts.changed");
    await audit(db, actor, "look-at", "Text", recordId, [source]);
  });
}
