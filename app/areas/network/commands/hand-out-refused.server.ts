import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { getImport } from "../queries.server/imports";

/** Lets the rows of a list that were not taken go out as a file, and writes that down. Refuses `missing`. */
export async function handOutRefused(actor: PlacedActor, importId: string) {
  authorize(actor, "prepare", "PeopleImport");
  return within(actor, async (db) => {
    const list = await getImport(db, actor.place.id, importId);
    await audit(db, actor, "fetch", "PeopleImport", importId);
    return list;
  });
}
