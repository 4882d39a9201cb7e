import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { requirePower } from "../../posts/queries.server";
import { reportRow } from "../report-row";
import { ReportApproved } from "../events";
import { getReport, lockProvince, moveOn, refuseOwnHand, stepOf } from "../report-record.server";
import type { DecideReport } from "../schema";

/** Approves a county's report as it was submitted. Nobody approves what he himself attested, in whatever post. */
export async function approveReport(
  actor: PlacedActor,
  { divisionId, reportId, revision }: DecideReport,
  now = clock(),
): Promise<{ reportId: string }> {
  authorize(actor, "approve", "Report", reportRow(divisionId));
  return within(actor, async (db) => {
    await requirePower(db, actor, now);
    await lockProvince(db, divisionId);
    const report = await getReport(db, divisionId, reportId);
    refuseOwnHand(actor, report);
    await moveOn(db, report, revision, stepOf(report, "approve"), {
      approvedAt: now,
      approvedByKey: actor.key,
      approvedByName: actor.name,
      approvedForKey: actor.actingFor?.key ?? null,
    });
    await audit(db, actor, "approve", "Report", reportId);
    await emit(db, actor, ReportApproved, { divisionId, reportId });
    return { reportId };
  });
}
