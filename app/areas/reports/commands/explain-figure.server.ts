import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { reportRow } from "../report-row";
import { findIndicator } from "../indicators/list.server";
import { getReport, touch } from "../report-record.server";
import type { ExplainFigure } from "../schema";
import { refuseSecondEditor } from "../second-editor.server";

/**
 * Says in one sentence why a figure is far from its earlier quarters. The figure itself stays what the records say.
 * Refuses `conflict` to the second of two editors, with the sentence that stands.
 */
export async function explainFigure(
  actor: PlacedActor,
  { reportId, indicatorCode, text, revision }: ExplainFigure,
  now = clock(),
): Promise<{ indicatorCode: string }> {
  const divisionId = actor.place.id;
  authorize(actor, "prepare", "Report", reportRow(divisionId));
  if (!findIndicator(indicatorCode)) throw new Refusal("missing", "refusal.missing");
  return within(actor, async (db) => {
    const report = await getReport(db, divisionId, reportId);
    await touch(db, report);
    const where = { divisionId, reportId, indicatorCode };
    const count = await db.$executeRaw`
      insert into report_explanation as e (division_id, report_id, indicator_code, text, updated_by_name, updated_at)
      values (${divisionId}, ${reportId}::uuid, ${indicatorCode}, ${text}, ${actor.name}, ${now})
      on conflict (division_id, report_id, indicator_code) do update
        set text = excluded.text, updated_by_name = excluded.updated_by_name, updated_at = excluded.updated_at,
          revision = e.revision + 1
        where e.revision = ${revision}`;
    if (count === 0) {
      const theirs = await db.reportExplanation.findUniqueOrThrow({
        where: { divisionId_reportId_indicatorCode: where },
      });
      refuseSecondEditor({ text }, { text: theirs.text }, theirs.revision);
    }
    return { indicatorCode };
  });
}
