import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { reportRow } from "../report-row";
import { getReport, moveOn, stepOf } from "../report-record.server";
import type { TakeUpReport } from "../schema";

/** Says to the place below that its report is being looked at. */
export async function takeUpReport(
  actor: PlacedActor,
  { divisionId, reportId, revision }: TakeUpReport,
): Promise<{ reportId: string }> {
  authorize(actor, "review", "Report", reportRow(divisionId));
  return within(actor, async (db) => {
    const report = await getReport(db, divisionId, reportId);
    await moveOn(db, report, revision, stepOf(report, "take-up"));
    await audit(db, actor, "take-up", "Report", reportId);
    return { reportId };
  });
}
