import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { VisitReported } from "../events";
import { getReport, listFindings } from "../queries.server";
import type { PressVisit } from "../schema";
import { takeStep, visitFor } from "../step.server";

/**
 * Finishes the report of a visit: nobody changes it any more, and whoever reads the visit reads its report. Refuses
 * `invalid` an empty one.
 */
export async function finishReport(
  actor: PlacedActor,
  id: string,
  { revision }: PressVisit,
  now = clock(),
): Promise<void> {
  await within(actor, async (db) => {
    const visit = await visitFor(db, actor, id, "finish");
    const report = await getReport(db, visit);
    const findings = await listFindings(db, visit);
    if (!report.summary && report.answers.length === 0 && findings.length === 0)
      throw new Refusal("invalid", "visits.report.empty");
    await takeStep(db, visit, "finish", revision, { reportedAt: now, reportedByName: actor.name });
    await audit(db, actor, "finish", "Visit", id);
    await emit(db, actor, VisitReported, {
      visitId: id,
      from: visit.divisionId,
      to: visit.targetDivisionId,
      moves: visit.moves,
    });
  });
}
