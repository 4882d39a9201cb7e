import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { tooLate } from "~/kernel/refusal";
import { oneAtATime } from "../abolition/begin.server";
import { getAbolition } from "../abolition/queries.server";
import { mayTakeBack } from "../abolition/taking-back";
import { refuseTwin } from "../body-checks.server";
import { findOfficeOf, getBody } from "../directory.server";
import { BodyEnded } from "../events";
import { tellOfBody } from "../history.server";

/**
 * Takes an abolition back while its days last: the body stands again, and what went over comes back where the heir still
 * has it and still owes it. Refuses `conflict` after those days, while it is still moving, and when the heir has ended
 * meanwhile: then that act is to be taken back first.
 */
export async function takeBackAbolition(actor: PlacedActor, id: string, now = clock()) {
  return within(actor, async (db) => {
    await oneAtATime(db, actor);
    const divisionId = actor.place.id;
    const abolition = await getAbolition(db, { divisionId, id });
    authorize(actor, "decide", "Abolition", abolition);
    if (!mayTakeBack(abolition, now)) throw tooLate("bodies.end.too-late");
    const body = await getBody(db, abolition.organisationId);
    // Meanwhile the body has ended everywhere: its office does not stand up again alone.
    if (abolition.onlyHere && body.abolishedOn) throw tooLate("bodies.end.too-late");
    if (abolition.heirId) {
      const heir = await getBody(db, abolition.heirId);
      const here = await findOfficeOf(db, divisionId, abolition.heirId);
      if (heir.abolishedOn ?? here?.closedOn) throw tooLate("bodies.end.heir-ended-since");
    }
    if (!abolition.onlyHere) {
      await refuseTwin(db, body, body.id);
      await db.organisation.updateMany({
        where: { id: body.id, divisionId },
        data: { abolishedOn: null, heirId: null, revision: { increment: 1 } },
      });
    }
    const { count } = await db.abolition.updateMany({
      where: { divisionId, id, state: "done", revision: abolition.revision },
      data: {
        state: "undoing",
        stateSince: now,
        undoneByName: actor.name,
        undoneByKey: actor.key,
        revision: { increment: 1 },
      },
    });
    if (count === 0) throw tooLate("bodies.end.too-late");
    await tellOfBody(db, actor, { organisationId: body.id, kind: "taken-back" }, now);
    const { heirId } = abolition;
    if (heirId)
      await tellOfBody(db, actor, { organisationId: heirId, kind: "gave-back", note: body.nameFa }, now);
    await audit(db, actor, "decide", "Abolition", id, ["state"]);
    await emit(db, actor, BodyEnded, { divisionId, abolitionId: id });
    return { id };
  });
}
