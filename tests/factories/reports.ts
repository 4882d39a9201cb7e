import { openReport } from "~/areas/reports/commands/open-report.server";
import { seeSampledRecord } from "~/areas/reports/commands/see-sampled-record.server";
import { saveNarrative } from "~/areas/reports/commands/save-narrative.server";
import { submitReport } from "~/areas/reports/commands/submit-report.server";
import { drawSample } from "~/areas/reports/queries/sample.server";
import { getReport } from "~/areas/reports/report-record.server";
import { dutiesIn } from "~/areas/reports/queries/duties.server";
import type { PlacedActor, Role } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import type { Period } from "~/lib/period";
import type { Records } from "./records";

/** The quarter of the tests and a day soon after it: autumn 1405, seen on 3 Dey. */
export const AUTUMN: Period = "1405-Q3";
export const NOW = new Date("2026-12-24T05:30:00Z");

/** Puts somebody into a post of the place since the beginning of 1405, so that it owes reports. */
export async function appoint(
  records: Records,
  divisionId: number,
  role: Role,
  more: { endsOn?: string } = {},
) {
  const postId = uuidv7();
  await records.query(
    `insert into post (division_id, id, role, title_fa, title_en, opened_on) values ($1, $2, $3, $3, $3, '2020-01-01')`,
    [divisionId, postId, role],
  );
  await records.query(
    `insert into appointment (division_id, id, post_id, account_id, holder_name, order_number, starts_on, ends_on, created_by_key)
     values ($1, $2, $3, $4, 'نرگس شکیبا', '۱', '2026-03-21', $5, 'test')`,
    [divisionId, uuidv7(), postId, uuidv7(), more.endsOn ?? null],
  );
}

/** Opens the report of the actor's place and tells every duty, so that nothing is left to do before sending. */
export async function aReadyReport(actor: PlacedActor, now = NOW, period = AUTUMN): Promise<string> {
  const { id } = await openReport(actor, { period }, now);
  const codes =
    actor.place.level === "county"
      ? (await within(actor, (db) => dutiesIn(db, actor.place.id, period)))
          .filter((duty) => !duty.isAbsent)
          .map((duty) => duty.code)
      : ["summary"];
  for (const dutyCode of codes)
    await saveNarrative(
      actor,
      { reportId: id, dutyCode, text: "جلسه‌ها با حضور مردم برگزار شد.", blankReason: "", revision: 0 },
      now,
    );
  return id;
}

export async function revisionOf(actor: PlacedActor, divisionId: number, reportId: string): Promise<number> {
  const row = await within(actor, (db) =>
    db.report.findUnique({ where: { divisionId_id: { divisionId, id: reportId } } }),
  );
  return row?.revision ?? 0;
}

/** A report of the actor's place, attested and sent. */
export async function aSubmittedReport(actor: PlacedActor, now = NOW, period = AUTUMN): Promise<string> {
  const reportId = await aReadyReport(actor, now, period);
  const revision = await revisionOf(actor, actor.place.id, reportId);
  await submitReport(actor, { reportId, attest: "on", revision }, now);
  return reportId;
}

/** Has the whole sample of what was sent seen by the actor, so that he may approve it. Answers with what was drawn. */
export async function seeSample(actor: PlacedActor, divisionId: number, reportId: string, now = NOW) {
  const sample = await within(actor, async (db) => drawSample(db, await getReport(db, divisionId, reportId)));
  for (const { id } of sample) await seeSampledRecord(actor, { divisionId, reportId, recordId: id }, now);
  return sample;
}
