import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { findingTexts } from "../form-texts";
import { getFinding } from "../queries.server";
import type { EditFinding } from "../schema";
import { visitFor } from "../step.server";

/** Words a finding otherwise while its report is written. Whoever comes second sees both texts. */
export async function editFinding(
  actor: PlacedActor,
  id: string,
  { text, spot, revision }: EditFinding,
): Promise<{ visitId: string }> {
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    const { visitId } = await getFinding(db, actor.place, id);
    await visitFor(db, actor, visitId, "report");
    const before = await getFinding(db, actor.place, id);
    const { count } = await db.visitFinding.updateMany({
      where: { divisionId, id, revision },
      data: { text, spot: spot ?? null, revision: { increment: 1 } },
    });
    if (count === 0)
      throw new Refusal("conflict", "refusal.changed", {
        theirs: findingTexts(before),
        revision: before.revision,
      });
    await audit(db, actor, "edit-finding", "Visit", visitId);
    return { visitId };
  });
}
