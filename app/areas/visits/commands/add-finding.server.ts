import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { removeOwnFiles, storeOwnFile } from "~/kernel/files.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { MOST_FINDINGS } from "../choices";
import type { AddFinding } from "../schema";
import { visitFor } from "../step.server";

/**
 * Writes down what was found at a visit, perhaps with a picture, which is kept sealed under the finding's id. Refuses
 * `invalid` a file that is no picture or PDF, and a finding more than a report holds.
 */
export async function addFinding(
  actor: PlacedActor,
  visitId: string,
  { text, spot }: AddFinding,
  file: { bytes: Uint8Array; name: string } | null,
  now = clock(),
): Promise<{ id: string }> {
  authorize(actor, "report", "Visit", { divisionId: actor.place.id });
  const divisionId = actor.place.id;
  const id = uuidv7();
  const stored = file && (await storeOwnFile(id, file.bytes, file.name));
  try {
    const made = await within(actor, async (db) => {
      await visitFor(db, actor, visitId, "report");
      const count = await db.visitFinding.count({ where: { divisionId, visitId } });
      if (count >= MOST_FINDINGS)
        throw new Refusal("invalid", `visits.finding.too-many?max=${MOST_FINDINGS}`, { field: "text" });
      await db.visitFinding.create({
        data: {
          divisionId,
          id,
          visitId,
          text,
          spot: spot ?? null,
          fileName: stored?.name ?? null,
          fileType: stored?.type ?? null,
          fileHash: stored?.hash ?? null,
          fileSize: stored?.size ?? null,
          foundAt: now,
          foundByName: actor.name,
        },
      });
      await audit(db, actor, "add-finding", "Visit", visitId);
      return { id };
    });
    // A second press of the same form, whose first has its own content.
    if (made.id !== id && stored) await removeOwnFiles([id]);
    return made;
  } catch (error) {
    if (error instanceof Refusal && stored) await removeOwnFiles([id]);
    throw error;
  }
}
