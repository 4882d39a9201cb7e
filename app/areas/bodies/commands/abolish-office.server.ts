import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import {
  beginAbolition,
  oneAtATime,
  refuseFuture,
  refuseHeir,
  refuseHeirOfMoving,
  refuseOrphans,
} from "../abolition/begin.server";
import { owedBy } from "../abolition/owed.server";
import { findOfficeOf, getOffice } from "../directory.server";
import type { Abolish } from "../schema";

/**
 * Ends an office of one's own place, the body goes on elsewhere, and moves what it owes to another office of the place.
 * Who comes second is refused with `conflict`. Refuses `invalid` for an heir that is the office itself or is closed here,
 * and where something is owed and nobody goes on, unless it is said that it waits for a name.
 */
export async function abolishOffice(actor: PlacedActor, id: string, input: Abolish, now = clock()) {
  return within(actor, async (db) => {
    await oneAtATime(db, actor);
    const { place } = actor;
    const office = await getOffice(db, place.id, id);
    authorize(actor, "abolish", "Office", office);
    if (office.closedOn) throw new Refusal("conflict", "bodies.end.ended-already");
    refuseFuture(input, now);
    if (input.endedOn < office.openedOn) {
      throw new Refusal("invalid", "bodies.end.before-opening", { field: "endedOn" });
    }
    await refuseHeir(db, office.organisationId, input.heirId);
    await refuseHeirOfMoving(db, office.organisationId);
    if (input.heirId) {
      const heir = await findOfficeOf(db, place.id, input.heirId);
      if (!heir || heir.closedOn)
        throw new Refusal("invalid", "bodies.end.heir-not-here", { field: "heirId" });
    }
    refuseOrphans(await owedBy(db, place.id, id), input);
    const { count } = await db.office.updateMany({
      where: { divisionId: place.id, id, closedOn: null, revision: input.revision },
      data: { revision: { increment: 1 } },
    });
    if (count === 0) {
      throw new Refusal("conflict", "refusal.changed", { revision: office.revision });
    }
    const what = { organisationId: office.organisationId, onlyHere: true };
    return beginAbolition(db, actor, what, input, now);
  });
}
