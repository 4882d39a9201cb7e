import type pg from "pg";
import { valueOf } from "~/areas/reports/checks";
import { historyDoubts } from "~/areas/reports/doubts";
import { INDICATORS } from "~/areas/reports/indicators/list.server";
import { cellOf, figureOf } from "~/areas/reports/indicators/figures.server";
import { reportDue } from "~/areas/reports/limits";
import { addDays } from "~/lib/jalali";
import type { WorkingCalendar } from "~/lib/working-calendar";
import { holidays, weekendRules } from "../../prisma/seed/holidays";
import { firstDayOf, lastDayOf, periodOf, type Period } from "~/lib/period";
import { copyRows, type Row } from "./copy";
import { GOLESTAN, instantOf, LIGHTER, REOPENED, STANDING, VACANT, type Plan } from "./plan";
import type { Holders } from "./posts";
import { chance } from "./random";
import { EXPLANATIONS, NARRATIVES, REDEFINED, REOPEN_ADDED, REOPEN_REASON, SUMMARIES } from "./report-words";

/** The closed days of every county and province of the sample: those of the reference data. */
const CALENDAR: WorkingCalendar = {
  weekend: weekendRules.map((rule) => ({ weekdays: [rule.weekday], from: rule.validFrom, to: rule.validTo })),
  specialDays: holidays.map(({ day, nameFa, status }) => ({ day, name: nameFa, kind: "holiday", status })),
};

type Division = { id: number; level: string };

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
  const told = chance(78);
  const provinces = [GOLESTAN, ...LIGHTER];
  const inside = (id: number) => provinces.includes(Math.floor(id / 1000) * 1000);
  const tables = {
    expected_report: [] as Row[],
    report: [] as Row[],
    report_draft: [] as Row[],
    report_narrative: [] as Row[],
    report_comment: [] as Row[],
  };
  const frozen: Sent[] = [];

  for (const period of plan.quarters) {
    const end = lastDayOf(period);
    const dueOn = reportDue(CALENDAR, end);
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
        is_late: isSubmitted && submittedOn > dueOn,
        due_on: dueOn,
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
      if (!isSubmitted) continue;
      frozen.push({ divisionId: id, level, reportId, period, by: assistant.name, at });
      const narratives = level === "county" ? NARRATIVES : { summary: SUMMARIES };
      for (const [duty, texts] of Object.entries(narratives)) {
        const text = told.pick(texts);
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
          duty_version: 1,
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
  const counties = frozen.filter(({ level }) => level === "county");
  for (const report of counties) await freeze(client, report, plan.now);
  for (const report of frozen) if (report.level === "province") await sumUp(client, report);
  await explain(client, counties);
  await redefineOne(client, plan);
  await reopenOne(client, plan, counties, holders);
}

/** An indicator has been defined anew: from the quarter that runs its second version holds. */
async function redefineOne(client: pg.Client, { today }: Plan): Promise<void> {
  await client.query(
    `insert into indicator (division_id, code, duty_code, position, name_fa, name_en, unit_fa, unit_en, formula_fa,
       formula_en, kind, direction, minimum_count, target, owner_fa, owner_en, peer_rule, version, valid_from, published_at)
     select division_id, code, duty_code, position, name_fa, name_en, unit_fa, unit_en, $1, $2, kind, direction, 20, 90,
       owner_fa, owner_en, 'grade', 2, $3, $4 from indicator where code = 'a9.answered-in-time' and version = 1`,
    [REDEFINED.fa, REDEFINED.en, firstDayOf(periodOf(today, "quarter")), instantOf(addDays(today, -20))],
  );
}

/**
 * One county's accepted report was opened anew by the nation and has been sent again; its province's own lies with the
 * province as a draft of its second version.
 */
async function reopenOne(
  client: pg.Client,
  plan: Plan,
  counties: readonly Sent[],
  holders: Holders,
): Promise<void> {
  const period = plan.quarters.at(-2);
  const first = counties.find((one) => one.divisionId === REOPENED && one.period === period);
  const nation = holders.get("0 national-officer");
  if (!first || !nation) throw new Error("The sample has no accepted report to open anew.");
  const at = instantOf(addDays(plan.today, -2));
  const open = async (from: string, id: string, isSent: boolean) =>
    client.query(
      `insert into report (division_id, id, period, version, submission, state, is_late, due_on, reopened_at,
         reopened_by_name, reopened_by_key, reopen_reason, attested_at, attested_by_name, attested_by_key, submitted_at)
       select division_id, $2, period, 2, $3::boolean::int, case when $3 then 'submitted' else 'draft' end, is_late, $4, $5, $6, $7,
         $8, case when $3 then $5::timestamptz end, case when $3 then attested_by_name end,
         case when $3 then attested_by_key end, case when $3 then $5::timestamptz end
       from report where id = $1`,
      [from, id, isSent, addDays(plan.today, 3), at, nation.name, nation.accountId, REOPEN_REASON],
    );
  const roll = chance(79);
  const reportId = roll.id(at);
  await open(first.reportId, reportId, true);
  await freeze(client, { ...first, reportId }, plan.now);
  await client.query(
    `update report_figure f set explanation = o.explanation from report_figure o
     where f.report_id = $2 and o.report_id = $1 and o.indicator_code = f.indicator_code`,
    [first.reportId, reportId],
  );
  await client.query(
    `update report_figure set numerator = numerator - 1, record_ids = record_ids[2:]
     where report_id = $1 and indicator_code = 'a6.thematic-held' and numerator > 1`,
    [first.reportId],
  );
  await client.query(
    `insert into report_narrative (division_id, report_id, submission, duty_code, duty_version, text, blank_reason)
     select division_id, $2, 1, duty_code, duty_version, case duty_code when 'a6' then text || $3 else text end, blank_reason
     from report_narrative where report_id = $1`,
    [first.reportId, reportId, REOPEN_ADDED],
  );
  const { rows } = await client.query<{ id: string }>(
    "select id::text from report where division_id = $1 and period = $2",
    [GOLESTAN, period],
  );
  if (rows[0]) await open(rows[0].id, roll.id(at), false);
}

type Sent = {
  divisionId: number;
  level: string;
  reportId: string;
  period: Period;
  by: string;
  at: Date;
};

/** Figures of a province's report: the sums over its counties' approved ones. */
async function sumUp(client: pg.Client, { divisionId, reportId, period }: Sent): Promise<void> {
  await client.query(
    `insert into report_figure (division_id, report_id, submission, indicator_code, indicator_version, numerator, denominator, values, record_ids)
     select $1::int, $2::uuid, 1, f.indicator_code, 1, sum(f.numerator)::int, sum(f.denominator)::int,
       array(select v::int from jsonb_array_elements_text(jsonb_path_query_array(jsonb_agg(f.values), '$[*][*]')) v order by 1),
       '{}'
     from report r join report_figure f on f.division_id = r.division_id and f.report_id = r.id and f.submission = r.submission
     where r.period = $3 and r.division_id between $1::int + 1 and $1::int + 999 and r.state in ('approved', 'accepted')
     group by f.indicator_code`,
    [divisionId, reportId, period],
  );
}

/** A sentence under each figure of which the product asks one: far from the earlier quarters of its county. */
async function explain(client: pg.Client, reports: readonly Sent[]): Promise<void> {
  const { rows } = await client.query<{
    report_id: string;
    code: string;
    numerator: number;
    denominator: number | null;
    values: number[];
  }>("select report_id::text, indicator_code as code, numerator, denominator, values from report_figure");
  const figures = new Map(
    rows.map(({ report_id: id, code, ...row }) => [`${id} ${code}`, figureOf(code, row)] as const),
  );
  const explanations: Row[] = [];
  for (const { divisionId, reportId, period, by, at } of reports) {
    const before = reports.filter((one) => one.divisionId === divisionId && one.period < period);
    for (const { code } of INDICATORS) {
      const figure = figures.get(`${reportId} ${code}`);
      const [doubt] = figure
        ? historyDoubts(
            code,
            figure,
            before.map((one) => figures.get(`${one.reportId} ${code}`) ?? null),
          )
        : [];
      const sentences = EXPLANATIONS[code.slice(0, code.indexOf("."))];
      if (!figure || !doubt || !sentences) continue;
      explanations.push({
        division_id: divisionId,
        report_id: reportId,
        subject: code,
        text: sentences[doubt.kind === "jump" && (valueOf(figure) ?? 0) > doubt.median ? 0 : 1],
        revision: 1,
        updated_by_name: by,
        updated_at: at,
      });
    }
  }
  await copyRows(client, "report_explanation", explanations);
  await client.query(
    `update report_figure f set explanation = e.text from report_explanation e
     where e.division_id = f.division_id and e.report_id = f.report_id and e.subject = f.indicator_code`,
  );
}

async function freeze(client: pg.Client, { divisionId, reportId, period }: Sent, now: Date): Promise<void> {
  const cell = cellOf({ lo: divisionId, hi: divisionId }, period, now);
  for (const indicator of INDICATORS) {
    const records = indicator.records(cell);
    const n = records.values.length;
    await client.query(
      `insert into report_figure (division_id, report_id, submission, indicator_code, indicator_version, numerator, denominator, values, record_ids)
       select $${n + 1}, $${n + 2}, 1, $${n + 3}, 1,
         case when $${n + 4} = 'median' then count(*) filter (where counts)
           else coalesce(sum(amount) filter (where counts), 0) end::int,
         case when $${n + 4} = 'rate' then count(*)::int end,
         coalesce(array_agg(amount order by amount) filter (where counts and $${n + 4} = 'median'), '{}'),
         coalesce(array_agg(id order by day, id) filter (where counts), '{}')
       from (${records.text}) x`,
      [...records.values, divisionId, reportId, indicator.code, indicator.kind],
    );
  }
}
