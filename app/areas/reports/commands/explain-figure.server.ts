import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { reportRow } from "../report-row";
import { findIndicator } from "../indicators/list.server";
import { dutiesIn } from "../queries/duties.server";
import { getReport, touch, type ReportRecord } from "../report-record.server";
import type { ConfirmFigure, ExplainFigure } from "../schema";
import { refuseSecondEditor } from "../second-editor.server";

type Answer = { reportId: string; subject: string; text: string; about: string | null; revision: number };

async function requireSubject(db: Db, { divisionId, period }: ReportRecord, subject: string): Promise<void> {
  if (findIndicator(subject)) return;
  const duties = await dutiesIn(db, divisionId, period);
  if (!duties.some(({ code, isAbsent }) => code === subject && !isAbsent))
    throw new Refusal("missing", "refusal.missing");
}

/** Keeps the answer of a report under work. Refuses `conflict` to the second of two who answer, with what stands. */
async function answer(
  actor: PlacedActor,
  { reportId, subject, text, about, revision }: Answer,
  now: Date,
): Promise<{ subject: string }> {
  const divisionId = actor.place.id;
  authorize(actor, "prepare", "Report", reportRow(divisionId));
  return within(actor, async (db) => {
    const report = await getReport(db, divisionId, reportId);
    await requireSubject(db, report, subject);
    await touch(db, report);
    const where = { divisionId, reportId, subject };
    const count = await db.$executeRaw`
      insert into report_explanation as e (division_id, report_id, subject, text, about, updated_by_name, updated_at)
      values (${divisionId}, ${reportId}::uuid, ${subject}, ${text}, ${about}, ${actor.name}, ${now})
      on conflict (division_id, report_id, subject) do update
        set text = excluded.text, about = excluded.about, updated_by_name = excluded.updated_by_name,
          updated_at = excluded.updated_at, revision = e.revision + 1
        where e.revision = ${revision}`;
    if (count === 0) {
      const theirs = await db.reportExplanation.findUniqueOrThrow({
        where: { divisionId_reportId_subject: where },
      });
      if (about === null || theirs.about !== about)
        refuseSecondEditor({ text }, { text: theirs.text }, theirs.revision);
      return { subject };
    }
    if (about !== null) await audit(db, actor, "call-right", "Report", reportId);
    return { subject };
  });
}

/**
 * Says in one sentence why a figure or a narrative is so. The figure itself stays what the records say. Refuses
 * `conflict` to the second of two editors, with the sentence that stands.
 */
export const explainFigure = (actor: PlacedActor, input: ExplainFigure, now = clock()) =>
  answer(actor, { ...input, about: null }, now);

/** Says that what is asked about was seen and is right, with the hand and the moment; it holds for what was seen alone. */
export const confirmFigure = (actor: PlacedActor, input: ConfirmFigure, now = clock()) =>
  answer(actor, { ...input, text: "" }, now);
