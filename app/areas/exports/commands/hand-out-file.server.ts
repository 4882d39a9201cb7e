import type { Actor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { isFetchable } from "../fresh";
import { getExport, type ExportRow } from "../queries.server";

/**
 * Lets the file of an export go out to its taker while it is fresh, and writes that down; null when it is over or
 * another's. Refuses `missing`, and `forbidden` whoever may take such a list no longer.
 */
export async function handOutFile(actor: Actor, exportId: string, now = clock()): Promise<ExportRow | null> {
  const divisionId = actor.place?.id ?? actor.office?.divisionId;
  if (divisionId === undefined) throw new Refusal("missing", "refusal.missing");
  return within(actor, async (db) => {
    const row = await getExport(db, divisionId, exportId);
    if (actor.office) authorize(actor, "take-desk", "Export", actor.office);
    else authorize(actor, row.isPersonal ? "take-personal" : "take", "Export");
    if (!isFetchable(row, actor.key, now)) return null;
    await audit(db, actor, "fetch", "Export", exportId);
    return row;
  });
}
