import type pg from "pg";
import { INDICATORS } from "~/areas/reports/indicators/list.server";
import { cellOf } from "~/areas/reports/indicators/figures.server";
import { addDays } from "~/lib/jalali";
import { lastDayOf, type Period } from "~/lib/period";
import { copyRows, type Row } from "./copy";
import { GOLESTAN, instantOf, LIGHTER, STANDING, VACANT, type Plan } from "./plan";
import type { Holders } from "./posts";
import { chance } from "./random";

type Division = { id: number; level: string };

const NARRATIVES: Record<string, string> = {
  a1: "حلقه‌ها در دهستان‌ها تکمیل شد و افراد تازه با معرفی اعضا به شبکه آمدند.",
  a2: "تماس با اعضای هسته بر آهنگ خود بود؛ برای اعضای گسترده نوبت تماس گذاشته شد.",
  a6: "جلسه‌های موضوعی با حضور دستگاه‌ها برگزار شد و خواسته‌های دو طرف ثبت گردید.",
  a7: "رؤسای اداره‌ها در روستاها و محله‌ها حاضر شدند.",
  a8: "نشست مشترک با شوراها و شهرداری‌ها برگزار شد.",
  a9: "مطالبه‌ها ارجاع و نتیجه به شهروندان گفته شد.",
  a16: "مانع‌ها به استان رسید و گزارش اقدام‌ها فرستاده شد.",
};

/** Where each county's report of a period stands: earlier quarters are accepted; the newest is under way. */
function stateOf(division: Division, period: Period, plan: Plan): string {
  if (period !== plan.reported) return "accepted";
  if (division.level !== "county") return "none";
  if (Math.floor(division.id / 1000) * 1000 !== GOLESTAN) return "submitted";
  return STANDING[division.id] ?? "approved";
}

/**
 * Expected lists and reports of the plan's quarters. Figures are frozen by the indicators' own definitions, run as the
 * owner, so that the sample cannot disagree with the product.
 */
export async function makeReports(
  client: pg.Client,
  plan: Plan,
  divisions: Division[],
  holders: Holders,
): Promise<void> {
  const roll = chance(77);
  const provinces = [GOLESTAN, ...LIGHTER];
  const inside = (id: number) => provinces.includes(Math.floor(id / 1000) * 1000);
  const tables = {
    expected_report: [] as Row[],
    report: [] as Row[],
    report_draft: [] as Row[],
    report_narrative: [] as Row[],
    report_comment: [] as Row[],
  };
  const frozen: { divisionId: number; reportId: string; period: Period }[] = [];

  for (const period of plan.quarters) {
    const end = lastDayOf(period);
    for (const division of divisions.filter((d) => d.level !== "nation")) {
      const { id, level } = division;
      const assistant = holders.get(`${id} ${level === "county" ? "assistant" : "representative"}`);
      const isVacant = !assistant || VACANT.includes(id);
      tables.expected_report.push({
        division_id: id,
        period,
        status: isVacant ? "vacant" : "expected",
        frozen_at: instantOf(end),
      });
      const state = isVacant || !inside(id) ? "none" : stateOf(division, period, plan);
      if (state === "none" || !assistant) continue;
      const submittedOn = addDays(end, Math.min(roll.between(3, 20), period === plan.reported ? 2 : 20));
      const at = instantOf(submittedOn);
      const isSubmitted = state !== "draft" && state !== "open";
      const reviewer = holders.get(
        level === "county" ? `${Math.floor(id / 1000) * 1000} representative` : "0 national-officer",
      );
      const nation = holders.get("0 national-officer");
      const isApproved = (state === "approved" || state === "accepted") && level === "county";
      const reportId = roll.id(at);
      tables.report.push({
        division_id: id,
        id: reportId,
        period,
        version: 1,
        submission: isSubmitted ? 1 : 0,
        state,
        is_late: isSubmitted && submittedOn > addDays(end, 14),
        due_on: addDays(end, 14),
        attested_at: isSubmitted ? at : null,
        attested_by_name: isSubmitted ? assistant.name : null,
        attested_by_key: isSubmitted ? assistant.accountId : null,
        submitted_at: isSubmitted ? at : null,
        returned_at: state === "returned" ? instantOf(addDays(submittedOn, 1)) : null,
        return_reason: state === "returned" ? "شمار جلسه‌های موضوعی را با صورت‌جلسه‌ها یکی کنید." : null,
        approved_at: isApproved ? instantOf(addDays(submittedOn, 1)) : null,
        approved_by_name: isApproved ? (reviewer?.name ?? null) : null,
        approved_by_key: isApproved ? (reviewer?.accountId ?? null) : null,
        accepted_at: state === "accepted" ? instantOf(addDays(submittedOn, 9)) : null,
        accepted_by_name: state === "accepted" ? (nation?.name ?? null) : null,
        accepted_by_key: state === "accepted" ? (nation?.accountId ?? null) : null,
        created_at: instantOf(addDays(end, 1)),
        revision: 1,
      });
      if (level !== "county" || !isSubmitted) continue;
      frozen.push({ divisionId: id, reportId, period });
      for (const [duty, text] of Object.entries(NARRATIVES)) {
        tables.report_draft.push({
          division_id: id,
          report_id: reportId,
          duty_code: duty,
          text,
          revision: 1,
          updated_by_name: assistant.name,
          updated_at: at,
        });
        tables.report_narrative.push({
          division_id: id,
          report_id: reportId,
          submission: 1,
          duty_code: duty,
          text,
        });
      }
      if (state === "returned") {
        tables.report_comment.push({
          division_id: id,
          id: roll.id(at),
          report_id: reportId,
          submission: 1,
          indicator_code: "a6.thematic-held",
          text: "دو جلسه اداری هم شمرده شده است؟ تنها جلسه‌های موضوعی شبکه را نگه دارید.",
          by_name: reviewer?.name ?? "",
          by_key: reviewer?.accountId ?? "",
          at: instantOf(addDays(submittedOn, 1)),
        });
      }
    }
  }
  for (const [table, rows] of Object.entries(tables)) await copyRows(client, table, rows);
  for (const report of frozen) await freeze(client, report, plan.now);
}

async function freeze(
  client: pg.Client,
  { divisionId, reportId, period }: { divisionId: number; reportId: string; period: Period },
  now: Date,
): Promise<void> {
  const cell = cellOf({ lo: divisionId, hi: divisionId }, period, now);
  for (const indicator of INDICATORS) {
    const records = indicator.records(cell);
    const n = records.values.length;
    await client.query(
      `insert into report_figure (division_id, report_id, submission, indicator_code, indicator_version, numerator, denominator, record_ids)
       select $${n + 1}, $${n + 2}, 1, $${n + 3}, 1, coalesce(sum(amount) filter (where counts), 0)::int,
         case when $${n + 4} then count(*)::int end, coalesce(array_agg(id order by day, id) filter (where counts), '{}')
       from (${records.text}) x`,
      [...records.values, divisionId, reportId, indicator.code, indicator.kind === "rate"],
    );
  }
}
