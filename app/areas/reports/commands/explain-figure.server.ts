import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { reportRow } from "../report-row";
import { findIndicator } from "../indicators/list.server";
import { getReport, touch } from "../report-record.server";
import type { ExplainFigure } from "../schema";

/** Says in one sentence why a figure is far from its earlier quarters. The figure itself stays what the records say. */
export async function explainFigure(
  actor: PlacedActor,
  { reportId, indicatorCode, text }: ExplainFigure,
  now = clock(),
): Promise<{ indicatorCode: string }> {
  const divisionId = actor.place.id;
  authorize(actor, "prepare", "Report", reportRow(divisionId));
  if (!findIndicator(indicatorCode)) throw new Refusal("missing", "refusal.missing");
  return within(actor, async (db) => {
    const report = await getReport(db, divisionId, reportId);
    await touch(db, report);
    const where = { divisionId, reportId, indicatorCode };
    const saved = { text, updatedByName: actor.name, updatedAt: now };
    await db.reportExplanation.upsert({
      where: { divisionId_reportId_indicatorCode: where },
      create: { ...where, ...saved },
      update: { ...saved, revision: { increment: 1 } },
    });
    return { indicatorCode };
  });
}
