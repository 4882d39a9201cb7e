import { isOwnHand, scopeOf, type PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { reportRow } from "../report-row";
import { ReportReopened, ReportReturned } from "../events";
import { statesBefore } from "../lifecycle";
import {
  dueAfterReturn,
  getReport,
  levelOf,
  lockProvince,
  moveOn,
  stepOf,
  type ReportRecord,
} from "../report-record.server";
import type { ReturnReport } from "../schema";

/** The province's own report no longer stands on approved counties when one is taken back: it returns to its place. */
async function reopenParent(db: Db, actor: PlacedActor, child: ReportRecord, now: Date): Promise<void> {
  const { id: divisionId } = actor.place;
  const parent = await db.report.findFirst({
    where: { divisionId, period: child.period },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  if (!parent) return;
  const { count } = await db.report.updateMany({
    where: { divisionId, id: parent.id, state: { in: [...statesBefore("province", "reopen")] } },
    data: {
      state: "returned",
      returnedAt: now,
      returnReason: null,
      revision: { increment: 1 },
      dueOn: await dueAfterReturn(db, actor.place, todayIn(now)),
    },
  });
  if (count === 0) return;
  await audit(db, actor, "reopen", "Report", parent.id);
  await emit(db, actor, ReportReopened, { divisionId, reportId: parent.id });
}

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
    await lockProvince(db, divisionId);
    const report = await getReport(db, divisionId, reportId);
    if (isOwnHand(actor, report.attestedByKey, report.attestedForKey))
      throw new Refusal("forbidden", "reports.refused.own");
    await moveOn(db, report, revision, stepOf(report, "return"), {
      returnedAt: now,
      returnReason: reason,
      approvedAt: null,
      approvedByKey: null,
      approvedByName: null,
      dueOn: await dueAfterReturn(db, scopeOf(divisionId), todayIn(now)),
    });
    if (levelOf(divisionId) === "county") await reopenParent(db, actor, report, now);
    await audit(db, actor, "return", "Report", reportId);
    await emit(db, actor, ReportReturned, { divisionId, reportId });
    return { reportId };
  });
}
