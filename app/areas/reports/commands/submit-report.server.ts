import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { isPeriodEnded } from "~/lib/period";
import { requirePower } from "../../posts/queries.server";
import { reportRow } from "../report-row";
import { recomputeAllMarked } from "../cells.server";
import { ReportSubmitted } from "../events";
import { cellOf, listRecordIds } from "../indicators/figures.server";
import { INDICATORS } from "../indicators/list.server";
import { catalogueIn } from "../queries/duties.server";
import { readinessOf, type Readiness } from "../readiness.server";
import { getReport, levelOf, lockProvince, moveOn, stepOf, type ReportRecord } from "../report-record.server";
import type { SubmitReport } from "../schema";

/** Refuses with the first thing that is still left to do. */
function requireReady({ unwritten, openChildren }: Readiness): void {
  const left = [
    ["reports.refused.children-open", openChildren.length],
    ["reports.refused.unwritten", unwritten.length],
  ] as const;
  for (const [code, count] of left) if (count > 0) throw new Refusal("invalid", code, { params: { count } });
}

/** Keeps what is sent: narratives, and figures with the ids of the records they counted. */
async function freeze(
  db: Db,
  report: ReportRecord,
  submission: number,
  ready: Readiness,
  now: Date,
): Promise<void> {
  const where = { divisionId: report.divisionId, reportId: report.id, submission };
  const { divisionId: lo } = report;
  const ids =
    levelOf(lo) === "county"
      ? await listRecordIds(db, INDICATORS, cellOf({ lo, hi: lo }, report.period, now))
      : new Map<string, string[]>();
  const versions = new Map(
    (await catalogueIn(db, report.period)).map(({ code, version }) => [code, version]),
  );
  await db.reportFigure.createMany({
    data: ready.figures.map(({ code, numerator, denominator, values = [] }) => ({
      ...where,
      indicatorCode: code,
      indicatorVersion: versions.get(code) ?? 1,
      numerator,
      denominator,
      values: [...values],
      recordIds: ids.get(code) ?? [],
      explanation: ready.answers.get(code)?.text || null,
    })),
  });
  await db.reportAnswer.createMany({
    data: [...ready.answers]
      .filter(([subject]) => ready.questions.doubts.has(subject) && !ready.unanswered.includes(subject))
      .map(([subject, { text, about, byName, at }]) => ({
        ...where,
        subject,
        text,
        about: text ? null : about,
        byName,
        at: at ?? now,
      })),
  });
  await db.reportNarrative.createMany({
    data: ready.duties.map(({ code, version }) => ({
      ...where,
      dutyCode: code,
      dutyVersion: version,
      text: ready.drafts.get(code)?.text ?? "",
      blankReason: ready.drafts.get(code)?.blankReason ?? null,
    })),
  });
}

/**
 * Attests the report of the actor's own place and sends it to the level above: its figures are recomputed and frozen
 * for this submission. Refuses while the quarter runs, while a duty is neither told nor reasoned, or (of a
 * province) a county neither approved nor named as missing. What is asked about a figure holds nothing back.
 */
export async function submitReport(
  actor: PlacedActor,
  { reportId, revision }: SubmitReport,
  now = clock(),
): Promise<{ submission: number }> {
  const divisionId = actor.place.id;
  authorize(actor, "submit", "Report", reportRow(divisionId));
  return within(
    actor,
    async (db) => {
      await requirePower(db, actor, now);
      await lockProvince(db, divisionId);
      const report = await getReport(db, divisionId, reportId);
      const state = stepOf(report, "submit");
      if (!isPeriodEnded(report.period, now)) throw new Refusal("invalid", "reports.refused.running");
      await recomputeAllMarked(db, actor, now);
      const ready = await readinessOf(db, actor, report, now);
      requireReady(ready);
      const submission = report.submission + 1;
      await moveOn(db, report, revision, state, {
        submission,
        submittedAt: now,
        attestedAt: now,
        attestedByKey: actor.key,
        attestedForKey: actor.actingFor?.key ?? null,
        attestedByName: actor.name,
        isLate: report.isLate || todayIn(now) > report.dueOn,
        returnReason: null,
      });
      await freeze(db, report, submission, ready, now);
      await audit(db, actor, "submit", "Report", reportId);
      await emit(db, actor, ReportSubmitted, { divisionId, reportId });
      return { submission };
    },
    { timeout: 30_000 },
  );
}
