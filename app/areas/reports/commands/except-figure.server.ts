import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { requirePower } from "../../posts/queries.server";
import { WITH_REVIEWER } from "../lifecycle";
import { getReport, levelOf, refuseOwnHand, type ReportRecord } from "../report-record.server";
import { reportRow } from "../report-row";
import type { DropFigureException, ExceptFigure } from "../schema";
import { refuseSecondEditor } from "../second-editor.server";

/** A report that lies with the reviewer, whose figures he may except; held until his word stands. */
async function underReview(
  db: Db,
  actor: PlacedActor,
  divisionId: number,
  id: string,
): Promise<ReportRecord> {
  await db.$queryRaw`select from report where division_id = ${divisionId} and id = ${id}::uuid for share`;
  const report = await getReport(db, divisionId, id);
  refuseOwnHand(actor, report);
  if (!WITH_REVIEWER.includes(report.state)) throw new Refusal("conflict", "reports.refused.except");
  return report;
}

const decisionOf = (divisionId: number) => (levelOf(divisionId) === "county" ? "approve" : "accept");

/**
 * Names a figure that is approved with an exception, with the reason. Refuses `missing` for a figure that is not in the
 * report as it was sent, and `conflict` to the second of two editors, with the reason that stands.
 */
export async function exceptFigure(
  actor: PlacedActor,
  { divisionId, reportId, indicatorCode, reason, revision }: ExceptFigure,
  now = clock(),
): Promise<{ indicatorCode: string }> {
  authorize(actor, decisionOf(divisionId), "Report", reportRow(divisionId));
  return within(actor, async (db) => {
    await requirePower(db, actor, now);
    const { submission } = await underReview(db, actor, divisionId, reportId);
    const where = { divisionId, reportId, submission, indicatorCode };
    const figure = await db.reportFigure.findFirst({ where, select: { indicatorCode: true } });
    if (!figure) throw new Refusal("missing", "refusal.missing");
    const count = await db.$executeRaw`
      insert into report_figure_exception as e (division_id, report_id, submission, indicator_code, reason, by_name,
        by_key, at)
      values (${divisionId}, ${reportId}::uuid, ${submission}, ${indicatorCode}, ${reason}, ${actor.name}, ${actor.key},
        ${now})
      on conflict (division_id, report_id, submission, indicator_code) do update
        set reason = excluded.reason, by_name = excluded.by_name, by_key = excluded.by_key, at = excluded.at,
          revision = e.revision + 1
        where e.revision = ${revision}`;
    if (count === 0) {
      const theirs = await db.reportFigureException.findUniqueOrThrow({
        where: { divisionId_reportId_submission_indicatorCode: where },
      });
      refuseSecondEditor({ reason }, { reason: theirs.reason }, theirs.revision);
      return { indicatorCode };
    }
    await audit(db, actor, "except-figure", "Report", reportId);
    return { indicatorCode };
  });
}

/** Takes an exception back before the report is decided. Refuses `conflict` where it was changed meanwhile. */
export async function dropFigureException(
  actor: PlacedActor,
  { divisionId, reportId, indicatorCode, revision }: DropFigureException,
  now = clock(),
): Promise<{ indicatorCode: string }> {
  authorize(actor, decisionOf(divisionId), "Report", reportRow(divisionId));
  return within(actor, async (db) => {
    await requirePower(db, actor, now);
    const { submission } = await underReview(db, actor, divisionId, reportId);
    const { count } = await db.reportFigureException.deleteMany({
      where: { divisionId, reportId, submission, indicatorCode, revision },
    });
    if (count === 0) throw new Refusal("conflict", "reports.refused.moved-meanwhile");
    await audit(db, actor, "drop-exception", "Report", reportId);
    return { indicatorCode };
  });
}
