import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { isoDate } from "~/lib/jalali";
import type { Answer } from "./doubts";
import { cellOf, computeFigures, nothingOf, type CodedFigure } from "./indicators/figures.server";
import { INDICATORS } from "./indicators/list.server";
import { sumOf } from "./board";
import { countyFiguresOf } from "./queries/children.server";
import { dutiesIn, type DutyRow } from "./queries/duties.server";
import { listHistory, type History } from "./queries/history.server";
import { questionsOf, unansweredOf, type Questions } from "./questions.server";
import { listStandings, type PlaceStanding } from "./queries/standings.server";
import { levelOf, type ReportRecord } from "./report-record.server";

/** What a report under work says and lacks now, from its records and drafts. */
export type Readiness = {
  figures: CodedFigure[];
  history: History;
  questions: Questions;
  /** What was answered, by the code of an indicator or a duty. */
  answers: Map<string, Answer>;
  /** Duties that are asked for. */
  duties: DutyRow[];
  drafts: Map<string, { text: string; blankReason: string | null; revision: number }>;
  /** Duties with neither a narrative nor a reason for none. */
  unwritten: string[];
  /** What is asked and has no answer: it holds back nothing. */
  unanswered: string[];
  /** Of a province: its counties, and those whose newest version is neither approved nor named as missing. */
  children: PlaceStanding[];
  exceptions: Map<number, string>;
  openChildren: PlaceStanding[];
};

/** The one narrative of a province's report: its own summary of what its counties report. */
export const SUMMARY: DutyRow = {
  divisionId: 0,
  code: "summary",
  position: 1,
  version: 1,
  validFrom: isoDate("2011-03-21"),
  textFa: "",
  textEn: "",
  clause: "",
  isAbsent: false,
};

/** What a report asks to tell: a county each of its duties, a province one summary. */
async function askedDuties(db: Db, report: ReportRecord): Promise<DutyRow[]> {
  if (levelOf(report.divisionId) === "province") return [SUMMARY];
  const duties = await dutiesIn(db, report.divisionId, report.period);
  return duties.filter((duty) => !duty.isAbsent);
}

/** Figures of the report now: a county's from its records, a province's as the sum of its approved counties. */
async function figuresOf(
  db: Db,
  actor: PlacedActor,
  report: ReportRecord,
  now: Date,
): Promise<CodedFigure[]> {
  const { id: lo } = actor.place;
  if (levelOf(report.divisionId) === "county")
    return computeFigures(db, INDICATORS, cellOf({ lo, hi: lo }, report.period, now));
  const byCode = await countyFiguresOf(db, actor.place, report.period);
  return INDICATORS.map(({ code }) => ({ code, ...(sumOf(byCode.get(code) ?? []) ?? nothingOf(code)) }));
}

type Text = { text: string; blankReason: string | null };

/** What the version before a later one said last: the later one begins with it. */
export async function readVersionBefore(
  db: Db,
  { divisionId, period, version }: Pick<ReportRecord, "divisionId" | "period" | "version">,
): Promise<{ narratives: Map<string, Text>; explanations: Map<string, string> }> {
  const before =
    version > 1
      ? await db.report.findUnique({
          where: { divisionId_period_version: { divisionId, period, version: version - 1 } },
          select: { id: true, submission: true },
        })
      : null;
  if (!before) return { narratives: new Map(), explanations: new Map() };
  const where = { divisionId, reportId: before.id, submission: before.submission };
  const narratives = await db.reportNarrative.findMany({ where, take: 200 });
  const figures = await db.reportFigure.findMany({
    where: { ...where, explanation: { not: null } },
    select: { indicatorCode: true, explanation: true },
    take: 200,
  });
  return {
    narratives: new Map(
      narratives.map(({ dutyCode, text, blankReason }) => [dutyCode, { text, blankReason }]),
    ),
    explanations: new Map(
      figures.map(({ indicatorCode, explanation }) => [indicatorCode, explanation ?? ""]),
    ),
  };
}

/** Looks at a report of the actor's own place as it stands now. */
export async function readinessOf(
  db: Db,
  actor: PlacedActor,
  report: ReportRecord,
  now: Date,
): Promise<Readiness> {
  const where = { divisionId: report.divisionId, reportId: report.id };
  const isCounty = levelOf(report.divisionId) === "county";
  const figures = await figuresOf(db, actor, report, now);
  const history: History = isCounty ? await listHistory(db, report.divisionId, report.period) : new Map();
  const before = await readVersionBefore(db, report);
  const answers = new Map<string, Answer>([
    ...[...before.explanations].map(
      ([code, text]) => [code, { text, about: null, byName: "", at: null, revision: 0 }] as const,
    ),
    ...(await db.reportExplanation.findMany({ where, take: 200 })).map(
      ({ subject, text, about, revision, updatedByName: byName, updatedAt: at }) =>
        [subject, { text, about, revision, byName, at }] as const,
    ),
  ]);
  const duties = await askedDuties(db, report);
  const drafts = new Map([
    ...[...before.narratives].map(([code, said]) => [code, { ...said, revision: 0 }] as const),
    ...(await db.reportDraft.findMany({ where, take: 200 })).map(
      ({ dutyCode, text, blankReason, revision }) => [dutyCode, { text, blankReason, revision }] as const,
    ),
  ]);
  const children = isCounty
    ? []
    : await listStandings(db, { lo: actor.place.lo, hi: actor.place.hi, level: "county" }, report.period);
  const exceptions = new Map(
    (isCounty ? [] : await db.reportException.findMany({ where, take: 200 })).map((row) => [
      row.childDivisionId,
      row.reason,
    ]),
  );
  const byCode = new Map(figures.map(({ code, ...figure }) => [code, figure] as const));
  const questions = await questionsOf(db, report, { figures: byCode, history, narratives: drafts });
  return {
    figures,
    history,
    questions,
    answers,
    duties,
    drafts,
    unwritten: duties
      .filter(({ code }) => !drafts.get(code)?.text && !drafts.get(code)?.blankReason)
      .map(({ code }) => code),
    unanswered: unansweredOf(questions, byCode, answers),
    children,
    exceptions,
    openChildren: children.filter(
      ({ standing, later, divisionId }) =>
        (standing === "provisional" || standing === "missing" || later !== null) &&
        !exceptions.has(divisionId),
    ),
  };
}
