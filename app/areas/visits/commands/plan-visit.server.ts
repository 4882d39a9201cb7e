import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import { VisitPlanned } from "../events";
import type { PlanVisit } from "../schema";
import { listTargets, listVisitors, targetColumns, visitorColumns } from "../targets.server";

/**
 * Plans a visit of an official of the place (S4-b10, S4-b4): where, who, when, what for. Nobody is told of it yet. A day that
 * has passed may be planned too: what was made without being entered is written down so. Refuses `invalid` a place or an
 * official that the form does not offer.
 */
export async function planVisit(
  actor: PlacedActor,
  input: PlanVisit,
  now = clock(),
): Promise<{ id: string }> {
  authorize(actor, "plan", "Visit");
  const divisionId = actor.place.id;
  const today = todayIn(now);
  return within(actor, async (db) => {
    const target = targetColumns(divisionId, input.target, await listTargets(db, actor.place, today));
    const visitor = visitorColumns(input.visitor, await listVisitors(db, actor.place, today));
    const id = uuidv7();
    await db.visit.create({
      data: {
        divisionId,
        id,
        ...target,
        ...visitor,
        spot: input.spot ?? null,
        purpose: input.purpose,
        plannedOn: dateOf(input.plannedOn),
        startsAt: input.startsAt ?? null,
        endsAt: input.endsAt ?? null,
        state: "planned",
        createdAt: now,
        createdByKey: actor.key,
      },
    });
    if (input.companions)
      await db.visitCompany.create({ data: { divisionId, visitId: id, names: input.companions } });
    await audit(db, actor, "plan", "Visit", id);
    await emit(db, actor, VisitPlanned, { visitId: id });
    return { id };
  });
}
