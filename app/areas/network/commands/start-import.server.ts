import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { PeopleImportStarted } from "../events";
import { keptUntil } from "../people-import/states";
import type { StartImport } from "../schema/import";
import { getImport } from "../queries.server/imports";

/** Lets a list that was looked through be brought in: a worker does it. Refuses `conflict` one that changed meanwhile. */
export async function startImport(
  actor: PlacedActor,
  id: string,
  input: StartImport,
  now = clock(),
): Promise<void> {
  authorize(actor, "prepare", "PeopleImport");
  await within(actor, async (db) => {
    const divisionId = actor.place.id;
    await getImport(db, divisionId, id);
    const { count } = await db.personImport.updateMany({
      where: { divisionId, id, state: "checked", revision: input.revision },
      data: { state: "running", movedAt: now, samples: [], revision: { increment: 1 } },
    });
    if (count === 0) throw new Refusal("conflict", "network.import.changed-meanwhile");
    await db.personImportFile.updateMany({
      where: { divisionId, importId: id },
      data: { keptUntil: keptUntil("started", now) },
    });
    await audit(db, actor, "start", "PeopleImport", id);
    await emit(db, actor, PeopleImportStarted, { importId: id });
  });
}
