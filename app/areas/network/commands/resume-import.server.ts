import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { PeopleImportStarted } from "../events";
import { keptUntil, stateOfImport } from "../people-import/states";
import type { StartImport } from "../schema/import";
import { getImport } from "../queries.server/imports";

/**
 * Lets a list that stopped be gone on with, from the row at which it stands. Refuses `conflict` one that moves, one that is
 * over, and one whose file is kept no longer.
 */
export async function resumeImport(
  actor: PlacedActor,
  id: string,
  input: StartImport,
  now = clock(),
): Promise<void> {
  authorize(actor, "prepare", "PeopleImport");
  await within(actor, async (db) => {
    const divisionId = actor.place.id;
    const list = await getImport(db, divisionId, id);
    const state = stateOfImport(list, now);
    if (state !== "failed" && state !== "stuck") throw tooLate("network.import.goes-on");
    if (!list.hasFile) throw new Refusal("conflict", "network.import.file-gone");
    const { count } = await db.personImport.updateMany({
      where: { divisionId, id, state: { in: ["running", "failed"] }, revision: input.revision },
      data: { state: "running", failure: null, movedAt: now, revision: { increment: 1 } },
    });
    if (count === 0) throw new Refusal("conflict", "network.import.changed-meanwhile");
    await db.personImportFile.updateMany({
      where: { divisionId, importId: id },
      data: { keptUntil: keptUntil("started", now) },
    });
    await audit(db, actor, "resume", "PeopleImport", id);
    await emit(db, actor, PeopleImportStarted, { importId: id });
  });
}
