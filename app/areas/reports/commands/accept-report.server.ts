import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { requirePower } from "../../posts/queries.server";
import { reportRow } from "../report-row";
import { ReportAccepted } from "../events";
import { getReport, lockProvince, moveOn, refuseOwnHand, stepOf } from "../report-record.server";
import type { DecideReport } from "../schema";

/** Accepts a province's report, and with it the approved reports of its counties: from here on nothing is taken back. */
export async function acceptReport(
  actor: PlacedActor,
  { divisionId, reportId, revision }: DecideReport,
  now = clock(),
): Promise<{ reportId: string; counties: number }> {
  authorize(actor, "accept", "Report", reportRow(divisionId));
  return within(actor, async (db) => {
    await requirePower(db, actor, now);
    await lockProvince(db, divisionId);
    const report = await getReport(db, divisionId, reportId);
    refuseOwnHand(actor, report);
    const accepted = {
      acceptedAt: now,
      acceptedByKey: actor.key,
      acceptedForKey: actor.actingFor?.key ?? null,
      acceptedByName: actor.name,
    };
    await moveOn(db, report, revision, stepOf(report, "accept"), accepted);
    const { count } = await db.report.updateMany({
      where: {
        divisionId: { gt: divisionId, lte: divisionId + 999 },
        period: report.period,
        state: "approved",
      },
      data: { ...accepted, state: "accepted", revision: { increment: 1 } },
    });
    await audit(db, actor, "accept", "Report", reportId);
    await emit(db, actor, ReportAccepted, { divisionId, reportId });
    return { reportId, counties: count };
  });
}
