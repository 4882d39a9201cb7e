import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { PeopleImportUndoStarted } from "../events";
import { hasUndoStopped } from "../people-import/states";
import type { StartImport } from "../schema/import";
import { getImport } from "../queries.server/imports";

/** Lets a list whose taking back stopped be gone on with. Refuses `conflict` one that moves, and one that is over. */
export async function resumeUndo(
  actor: PlacedActor,
  id: string,
  input: StartImport,
  now = clock(),
): Promise<void> {
  authorize(actor, "prepare", "PeopleImport");
  await within(actor, async (db) => {
    const divisionId = actor.place.id;
    const list = await getImport(db, divisionId, id);
    if (!hasUndoStopped(list, now)) throw new Refusal("conflict", "network.undo.not-now");
    const { count } = await db.personImport.updateMany({
      where: { divisionId, id, state: "undoing", revision: input.revision },
      data: { failure: null, movedAt: now, revision: { increment: 1 } },
    });
    if (count === 0) throw new Refusal("conflict", "network.import.changed-meanwhile");
    await audit(db, actor, "resume-undo", "PeopleImport", id);
    await emit(db, actor, PeopleImportUndoStarted, { importId: id });
  });
}
