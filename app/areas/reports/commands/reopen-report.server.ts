import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { requirePower } from "../../posts/queries.server";
import { ReportReopened } from "../events";
import {
  beginVersion,
  getReport,
  levelOf,
  lockProvince,
  moveOn,
  stepOf,
  unapproveParent,
} from "../report-record.server";
import { reportRow } from "../report-row";
import type { ReturnReport } from "../schema";

/**
 * Opens a locked report anew, with the reason: a later version begins in its place, and of a county's the province's own
 * accepted report is opened with it. What was approved stays readable and counts until the later version is approved.
 */
export async function reopenReport(
  actor: PlacedActor,
  { divisionId, reportId, reason, revision }: ReturnReport,
  now = clock(),
): Promise<{ reportId: string }> {
  authorize(actor, "reopen", "Report", reportRow(divisionId));
  return within(actor, async (db) => {
    await requirePower(db, actor, now);
    await lockProvince(db, divisionId);
    const report = await getReport(db, divisionId, reportId);
    await moveOn(db, report, revision, stepOf(report, "reopen"));
    const later = await beginVersion(db, actor, report, reason, now);
    if (levelOf(divisionId) === "county") await unapproveParent(db, actor, report, now, reason);
    await emit(db, actor, ReportReopened, { divisionId, reportId: later });
    return { reportId: later };
  });
}
