import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { faultOf } from "~/kernel/fault.server";
import { log } from "~/kernel/log.server";
import { emit } from "~/kernel/outbox.server";
import { PeopleImportUndoStarted } from "../events";
import { undoBatch } from "../people-import/undo-batch.server";
import { getImport } from "../queries.server/imports";

/** A job leaves off after this long, in milliseconds: well before another worker takes it for dead. */
const LONGEST_JOB = 10_000;

/**
 * Takes back what is left of a list, batch by batch: a job that was killed, or failed, is taken up by the next, which finds
 * what was taken back already.
 */
export async function carryOnUndo(
  actor: PlacedActor,
  id: string,
  now = clock(),
  longest = LONGEST_JOB,
): Promise<void> {
  authorize(actor, "carry-on", "PeopleImport");
  const begun = performance.now();
  try {
    let left = true;
    while (left) {
      left = await within(actor, async (db) => {
        const list = await getImport(db, actor.place.id, id);
        if (list.state !== "undoing" || (await undoBatch(db, actor, list, now)) === "done") return false;
        if (performance.now() - begun < longest) return true;
        await emit(db, actor, PeopleImportUndoStarted, { importId: id });
        return false;
      });
    }
  } catch (error) {
    await within(actor, (db) =>
      db.personImport.updateMany({
        where: { divisionId: actor.place.id, id, state: "undoing" },
        data: { failure: "error" },
      }),
    ).catch((unsaid: unknown) => log.error(faultOf(unsaid), "a list that stopped could not say so"));
    throw error;
  }
}
