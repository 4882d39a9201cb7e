import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { within } from "~/kernel/db.server";
import { removeOwnFiles } from "~/kernel/files.server";
import { Refusal } from "~/kernel/refusal";
import { getFinding } from "../queries.server";
import { visitFor } from "../step.server";

/** Takes out a finding, and its picture, while the report is written and nothing was ordered because of it. */
export async function removeFinding(actor: PlacedActor, id: string): Promise<{ visitId: string }> {
  const divisionId = actor.place.id;
  const { visitId } = await within(actor, async (db) => {
    const finding = await getFinding(db, actor.place, id);
    await visitFor(db, actor, finding.visitId, "report");
    if (await db.issuance.findUnique({ where: { divisionId_id: { divisionId, id } }, select: { id: true } }))
      throw new Refusal("conflict", "visits.finding.ordered");
    const { count } = await db.visitFinding.deleteMany({ where: { divisionId, id } });
    if (count === 0) throw new Refusal("missing", "refusal.missing");
    await audit(db, actor, "remove-finding", "Visit", finding.visitId);
    return finding;
  });
  await removeOwnFiles([id]);
  return { visitId };
}
