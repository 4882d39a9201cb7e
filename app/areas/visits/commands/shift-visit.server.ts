import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { tooLate } from "~/kernel/refusal";
import { dateOf, type IsoDate } from "~/lib/jalali";
import { VisitEdited } from "../events";
import type { ShiftVisit } from "../schema";
import { visitFor } from "../step.server";

/**
 * Gives a visit of which nobody was told another day and leaves all else as it is. Answers where it was, by which the shift
 * is taken back. Refuses an announced one, and one that somebody changed in the meantime.
 */
export async function shiftVisit(
  actor: PlacedActor,
  { visitId, plannedOn, revision }: ShiftVisit,
): Promise<{ targetFa: string; targetEn: string; from: IsoDate; revision: number }> {
  return within(actor, async (db) => {
    const before = await visitFor(db, actor, visitId, "edit");
    const { count } = await db.visit.updateMany({
      where: { divisionId: actor.place.id, id: visitId, revision },
      data: { plannedOn: dateOf(plannedOn), revision: { increment: 1 } },
    });
    if (count === 0) throw tooLate("visits.changed-meanwhile");
    await audit(db, actor, "shift", "Visit", visitId, ["planned_on"]);
    await emit(db, actor, VisitEdited, { visitId });
    const { targetFa, targetEn, plannedOn: from } = before;
    return { targetFa, targetEn, from, revision: revision + 1 };
  });
}
