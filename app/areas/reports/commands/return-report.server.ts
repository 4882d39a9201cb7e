import { scopeOf, type PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { todayIn } from "~/lib/jalali";
import { requirePower } from "../../posts/queries.server";
import { reportRow } from "../report-row";
import { ReportReturned } from "../events";
import {
  dueAfterReturn,
  getReport,
  levelOf,
  lockProvince,
  moveOn,
  refuseOwnHand,
  stepOf,
  unapproveParent,
} from "../report-record.server";
import type { ReturnReport } from "../schema";

/**
 * Sends a report back to its place with reasons and a new limit. Taking back a county's approved report also takes back
 * the province's own, if that was sent; after national acceptance nothing is taken back.
 */
export async function returnReport(
  actor: PlacedActor,
  { divisionId, reportId, reason, revision }: ReturnReport,
  now = clock(),
): Promise<{ reportId: string }> {
  authorize(actor, "return", "Report", reportRow(divisionId));
  return within(actor, async (db) => {
    await requirePower(db, actor, now);
    await lockProvince(db, divisionId);
    const report = await getReport(db, divisionId, reportId);
    refuseOwnHand(actor, report);
    await moveOn(db, report, revision, stepOf(report, "return"), {
      returnedAt: now,
      returnReason: reason,
      approvedAt: null,
      approvedByKey: null,
      approvedByName: null,
      approvedForKey: null,
      dueOn: await dueAfterReturn(db, scopeOf(divisionId), todayIn(now)),
    });
    if (levelOf(divisionId) === "county") await unapproveParent(db, actor, report, now);
    await audit(db, actor, "return", "Report", reportId);
    await emit(db, actor, ReportReturned, { divisionId, reportId });
    return { reportId };
  });
}
