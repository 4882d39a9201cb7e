import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { VisitAnnounced } from "../events";
import type { PressVisit } from "../schema";
import { takeStep, visitFor } from "../step.server";

/**
 * Announces a planned visit: from now on the place visited, the levels above and the offices that it concerns read it, and
 * each is told once. Refuses `invalid` a day that has passed.
 */
export async function announceVisit(
  actor: PlacedActor,
  id: string,
  { revision }: PressVisit,
  now = clock(),
): Promise<void> {
  await within(actor, async (db) => {
    const visit = await visitFor(db, actor, id, "announce");
    if (visit.plannedOn < todayIn(now)) throw new Refusal("invalid", "visits.announce-in-past");
    await takeStep(db, visit, "announce", revision, { announcedAt: now });
    await audit(db, actor, "announce", "Visit", id);
    await emit(db, actor, VisitAnnounced, {
      visitId: id,
      from: visit.divisionId,
      to: visit.targetDivisionId,
      moves: 0,
    });
  });
}
