import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { dateOf } from "~/lib/jalali";
import {
  beginAbolition,
  oneAtATime,
  refuseFuture,
  refuseHeir,
  refuseHeirOfMoving,
  refuseOrphans,
} from "../abolition/begin.server";
import { countOwed } from "../abolition/preview.server";
import { getBody } from "../directory.server";
import type { Abolish } from "../schema";

/**
 * Ends a body that one's own place wrote into the dictionary, with its offices in every place below, and moves what they
 * owe to the offices of its heir. Who comes second is refused with `conflict`. Refuses `invalid` for an heir that is the
 * body itself or has ended, for one that another is still becoming part of, and where something is owed and nobody goes on, unless it is said that it waits for a name.
 */
export async function abolishBody(actor: PlacedActor, id: string, input: Abolish, now = clock()) {
  return within(actor, async (db) => {
    await oneAtATime(db, actor);
    const body = await getBody(db, id);
    authorize(actor, "abolish", "Organisation", body);
    if (body.abolishedOn) throw new Refusal("conflict", "bodies.end.ended-already");
    refuseFuture(input, now);
    await refuseHeir(db, id, input.heirId);
    await refuseHeirOfMoving(db, id);
    refuseOrphans(await countOwed(db, actor.place, id), input);
    const { count } = await db.organisation.updateMany({
      where: { id, divisionId: actor.place.id, abolishedOn: null, revision: input.revision },
      data: {
        abolishedOn: dateOf(input.endedOn),
        heirId: input.heirId ?? null,
        revision: { increment: 1 },
      },
    });
    if (count === 0) {
      throw new Refusal("conflict", "refusal.changed", { revision: body.revision });
    }
    return beginAbolition(db, actor, { organisationId: id, onlyHere: false }, input, now);
  });
}
