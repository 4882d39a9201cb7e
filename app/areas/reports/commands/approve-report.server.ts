import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { requirePower } from "../../posts/queries.server";
import { reportRow } from "../report-row";
import { ReportApproved } from "../events";
import { countUnseen } from "../queries/sample.server";
import { getReport, lockProvince, moveOn, refuseOwnHand, stepOf } from "../report-record.server";
import type { DecideReport } from "../schema";

/**
 * Approves a county's report as it was submitted. Nobody approves what he himself attested, in whatever post, nor
 * before he has had the records of its sample before him.
 */
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
    const unseen = await countUnseen(db, actor, report);
    const state = stepOf(report, "approve");
    if (unseen > 0) throw new Refusal("invalid", "reports.refused.unseen", { params: { count: unseen } });
    await moveOn(db, report, revision, state, {
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
