import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { getPersonFile } from "../../queries.server/person-files";

/**
 * Lets a file of a person go out to staff of his county, and writes down that it did. Refuses `missing`. A look from above
 * writes nothing, and so fetches none.
 */
export async function handOutPersonFile(actor: PlacedActor, fileId: string) {
  authorize(actor, "fetch", "PersonFile");
  return within(actor, async (db) => {
    const file = await getPersonFile(db, actor.place.id, fileId);
    if (file.isRemoved) throw new Refusal("missing", "refusal.missing");
    await audit(db, actor, "fetch", "PersonFile", fileId);
    return file;
  });
}
