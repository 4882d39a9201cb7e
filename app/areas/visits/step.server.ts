import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import type { Db, Prisma } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { stateAfter, visitAllows, type VisitStep } from "./lifecycle";
import { getOwnVisit, type VisitPage } from "./queries.server";

/**
 * A visit of the actor's place that may take a step. Whoever takes one beside it waits here until this is settled. Refuses
 * `missing`, `forbidden`, and `conflict` where the visit has gone on and the step is offered no more.
 */
export async function visitFor(db: Db, actor: PlacedActor, id: string, step: VisitStep): Promise<VisitPage> {
  const divisionId = actor.place.id;
  await db.$queryRaw`select from visit where division_id = ${divisionId} and id = ${id}::uuid for update`;
  const visit = await getOwnVisit(db, divisionId, id);
  authorize(actor, step, "Visit", { divisionId });
  if (!visitAllows(visit.state, step)) throw tooLate(`visits.too-late.${visit.state}`);
  return visit;
}

/** Writes a step of a visit that `visitFor` gave; `conflict` where its reader saw an older one. */
export async function takeStep(
  db: Db,
  visit: VisitPage,
  step: VisitStep,
  revision: number,
  data: Prisma.VisitUncheckedUpdateManyInput = {},
): Promise<void> {
  const { divisionId, id, state } = visit;
  const { count } = await db.visit.updateMany({
    where: { divisionId, id, revision },
    data: { ...data, state: stateAfter(state, step), revision: { increment: 1 } },
  });
  if (count === 0) throw new Refusal("conflict", "refusal.changed", { revision: visit.revision });
}
