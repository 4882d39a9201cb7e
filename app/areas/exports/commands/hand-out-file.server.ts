import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { isFetchable } from "../fresh";
import { getExport, type ExportRow } from "../queries.server";

/**
 * Lets the file of an export go out to its taker while it is fresh, and writes that down; null when it is over or
 * another's. Refuses `missing`, and `forbidden` whoever may take such a list no longer.
 */
export async function handOutFile(
  actor: PlacedActor,
  exportId: string,
  now = clock(),
): Promise<ExportRow | null> {
  return within(actor, async (db) => {
    const row = await getExport(db, actor.place.id, exportId);
    authorize(actor, row.isPersonal ? "take-personal" : "take", "Export");
    if (!isFetchable(row, actor.key, now)) return null;
    await audit(db, actor, "fetch", "Export", exportId);
    return row;
  });
}
