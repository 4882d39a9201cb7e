import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { oneAtATime, refuseHeir, tellOfEnd } from "../abolition/begin.server";
import { figuresOf, getAbolition } from "../abolition/queries.server";
import { findOfficeOf, getBody } from "../directory.server";
import { BodyEnded } from "../events";
import type { NameHeir } from "../schema";

/**
 * Names who goes on with what an ended body left waiting, and has it moved there. Refuses `conflict` when an heir has been
 * named already, unless something waits all the same: a wrong merge is taken back and done anew.
 */
export async function nameHeir(actor: PlacedActor, id: string, { heirId }: NameHeir, now = clock()) {
  return within(actor, async (db) => {
    await oneAtATime(db, actor);
    const divisionId = actor.place.id;
    const abolition = await getAbolition(db, { divisionId, id });
    authorize(actor, "decide", "Abolition", abolition);
    if (abolition.state !== "done") throw tooLate("bodies.end.heir-named");
    if (abolition.heirId && (await figuresOf(db, actor.place, abolition)).waiting === 0)
      throw tooLate("bodies.end.heir-named");
    await refuseHeir(db, abolition.organisationId, heirId);
    if (abolition.onlyHere) {
      const heir = await findOfficeOf(db, divisionId, heirId);
      if (!heir || heir.closedOn)
        throw new Refusal("invalid", "bodies.end.heir-not-here", { field: "heirId" });
    } else {
      await db.organisation.updateMany({
        where: { id: abolition.organisationId, divisionId },
        data: { heirId, revision: { increment: 1 } },
      });
    }
    await db.abolition.updateMany({
      where: { divisionId, id, state: "done" },
      data: {
        heirId,
        heirAt: now,
        round: { increment: 1 },
        state: "moving",
        stateSince: now,
        revision: { increment: 1 },
      },
    });
    const body = { id: abolition.organisationId, name: abolition.nameFa };
    await tellOfEnd(db, actor, body, { id: heirId, name: (await getBody(db, heirId)).nameFa }, now);
    await audit(db, actor, "decide", "Abolition", id, ["heir_id"]);
    await emit(db, actor, BodyEnded, { divisionId, abolitionId: id });
    return { id };
  });
}
