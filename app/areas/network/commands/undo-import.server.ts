import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { PeopleImportUndoStarted } from "../events";
import { stateOfImport } from "../people-import/states";
import { mayBeUndoneUntil } from "../people-import/undo";
import type { UndoImport } from "../schema/import";
import { getImport } from "../queries.server/imports";

/**
 * Lets a whole list be taken back by whoever brought it in: a worker does it. What is left of one that stopped is never
 * brought in, and its file goes. Refuses `conflict` one whose time is over, one that goes on, and one that changed meanwhile.
 */
export async function undoImport(
  actor: PlacedActor,
  id: string,
  input: UndoImport,
  now = clock(),
): Promise<void> {
  authorize(actor, "undo", "PeopleImport");
  await within(actor, async (db) => {
    const divisionId = actor.place.id;
    const list = await getImport(db, divisionId, id);
    authorize(actor, "undo", "PeopleImport", list);
    const state = stateOfImport(list, now);
    if (!mayBeUndoneUntil({ ...list, state }, now)) throw new Refusal("conflict", "network.undo.not-now");
    const undoTotal = await db.personImportTrace.count({ where: { divisionId, importId: id } });
    const { count } = await db.personImport.updateMany({
      // A list that stood still may have gone on since it was looked at.
      where: { divisionId, id, state: list.state, revision: input.revision, rowsDone: list.rowsDone },
      data: {
        state: "undoing",
        undoTotal,
        failure: null,
        movedAt: now,
        finishedAt: list.finishedAt ?? now,
        undoneByKey: actor.key,
        undoneByName: actor.name,
        undoneReason: input.reason,
        samples: [],
        revision: { increment: 1 },
      },
    });
    if (count === 0) throw new Refusal("conflict", "network.import.changed-meanwhile");
    await db.personImportFile.deleteMany({ where: { divisionId, importId: id } });
    await db.personImportTwin.deleteMany({ where: { divisionId, importId: id } });
    await audit(db, actor, "start-undo", "PeopleImport", id);
    await emit(db, actor, PeopleImportUndoStarted, { importId: id });
  });
}
