import { offeredOf } from "~/areas/catalogues/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { dateOf, todayIn } from "~/lib/jalali";
import { VisitEdited } from "../events";
import { visitTexts } from "../form-texts";
import type { EditVisit } from "../schema";
import { visitFor } from "../step.server";
import { listTargets, listVisitors, targetColumns, visitorColumns } from "../targets.server";

/** Plans a visit anew while nobody was told of it. Whoever comes second is refused with `conflict` and sees both texts. */
export async function editVisit(
  actor: PlacedActor,
  id: string,
  input: EditVisit,
  now = clock(),
): Promise<void> {
  const divisionId = actor.place.id;
  const today = todayIn(now);
  await within(actor, async (db) => {
    const before = await visitFor(db, actor, id, "edit");
    const target = targetColumns(divisionId, input.target, await listTargets(db, actor.place, today));
    const visitor = visitorColumns(input.visitor, await listVisitors(db, actor.place, today));
    const { count } = await db.visit.updateMany({
      where: { divisionId, id, revision: input.revision },
      data: {
        ...target,
        ...visitor,
        spot: input.spot ?? null,
        purpose: input.purpose,
        plannedOn: dateOf(input.plannedOn),
        startsAt: input.startsAt ?? null,
        endsAt: input.endsAt ?? null,
        revision: { increment: 1 },
      },
    });
    if (count === 0) {
      const { locality } = await offeredOf(db, actor.place, ["locality"], today);
      throw new Refusal("conflict", "refusal.changed", {
        theirs: visitTexts(before, locality),
        revision: before.revision,
      });
    }
    const company = { divisionId, visitId: id };
    if (input.companions)
      await db.visitCompany.upsert({
        where: { divisionId_visitId: company },
        create: { ...company, names: input.companions },
        update: { names: input.companions },
      });
    else await db.visitCompany.deleteMany({ where: company });
    await audit(db, actor, "edit", "Visit", id, ["plan"]);
    await emit(db, actor, VisitEdited, { visitId: id });
  });
}
