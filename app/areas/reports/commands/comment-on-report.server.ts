import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { ReportCommented } from "../events";
import { reportRow } from "../report-row";
import { findIndicator } from "../indicators/list.server";
import { WITH_REVIEWER } from "../lifecycle";
import { getReport } from "../report-record.server";
import type { CommentOnReport } from "../schema";

/** Comments on one figure of a report that was sent, or on the report as a whole. It is read in the row it is about. */
export async function commentOnReport(
  actor: PlacedActor,
  { divisionId, reportId, indicatorCode, text }: CommentOnReport,
  now = clock(),
): Promise<{ id: string }> {
  authorize(actor, "review", "Report", reportRow(divisionId));
  if (indicatorCode && !findIndicator(indicatorCode)) throw new Refusal("missing", "refusal.missing");
  return within(actor, async (db) => {
    const report = await getReport(db, divisionId, reportId);
    if (!WITH_REVIEWER.includes(report.state) && report.state !== "approved")
      throw new Refusal("conflict", "reports.refused.comment");
    const id = uuidv7();
    await db.reportComment.create({
      data: {
        divisionId,
        id,
        reportId,
        submission: report.submission,
        indicatorCode: indicatorCode ?? null,
        text,
        byName: actor.name,
        byKey: actor.key,
        at: now,
      },
    });
    await audit(db, actor, "comment", "Report", reportId);
    await emit(db, actor, ReportCommented, { divisionId, reportId });
    return { id };
  });
}
