import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { VisitCancelled, VisitEdited } from "../events";
import type { CancelVisit } from "../schema";
import { takeStep, visitFor } from "../step.server";

/** Calls a visit off with a reason; it stays readable. Of one that was announced everybody concerned hears. */
export async function cancelVisit(
  actor: PlacedActor,
  id: string,
  { reason, revision }: CancelVisit,
  now = clock(),
): Promise<void> {
  await within(actor, async (db) => {
    const visit = await visitFor(db, actor, id, "cancel");
    await takeStep(db, visit, "cancel", revision, { reason, settledAt: now });
    await audit(db, actor, "cancel", "Visit", id, ["reason"]);
    if (visit.state === "announced")
      await emit(db, actor, VisitCancelled, {
        visitId: id,
        from: visit.divisionId,
        to: visit.targetDivisionId,
        moves: visit.moves,
      });
    else await emit(db, actor, VisitEdited, { visitId: id });
  });
}
