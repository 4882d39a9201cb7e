import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { getImport } from "../queries.server/imports";

/** Lets what became of the people of a list that was taken back go out as a file, and writes that down. Refuses `missing`. */
export async function handOutUndone(actor: PlacedActor, importId: string) {
  authorize(actor, "prepare", "PeopleImport");
  return within(actor, async (db) => {
    const list = await getImport(db, actor.place.id, importId);
    await audit(db, actor, "fetch", "PeopleImport", importId);
    return list;
  });
}
