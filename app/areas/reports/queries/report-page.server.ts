import type { PlacedActor } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn, type IsoDate } from "~/lib/jalali";
import { type Period } from "~/lib/period";
import { valueOf } from "../checks";
import { aboutOf, isAnswered, type Answer, type Doubt } from "../doubts";
import { isSameFigure, type Figure } from "../figure";
import { figureOf } from "../indicators/figures.server";
import type { Indicator } from "../indicators/definition.server";
import { findIndicator } from "../indicators/list.server";
import type { RecordKind } from "../record-kind";
import { definedIn } from "../definitions";
import { WRITABLE, type State } from "../lifecycle";
import { evidenceOf, questionsOf } from "../questions.server";
import { readinessOf, SUMMARY, type Readiness } from "../readiness.server";
import { levelOf, type ReportRecord } from "../report-record.server";
import { listCatalogue, listDuties, type DutyRow, type IndicatorRow } from "./duties.server";
import { listHistory, QUARTERS } from "./history.server";

/** A report as its head shows it. */
export type ReportHead = {
  divisionId: number;
  id: string;
  period: Period;
  version: number;
  state: State;
  submission: number;
  revision: number;
  isLate: boolean;
  dueOn: IsoDate;
  submittedOn: IsoDate | null;
  attestedByName: string | null;
  returnedOn: IsoDate | null;
  returnReason: string | null;
  approvedOn: IsoDate | null;
  acceptedOn: IsoDate | null;
  approvedByName: string | null;
  /** Why this version began, of a later one. */
  reopenedOn: IsoDate | null;
  reopenedByName: string | null;
  reopenReason: string | null;
  attestedByKey: string | null;
  attestedForKey: string | null;
};

export type Comment = {
  id: string;
  submission: number;
  text: string;
  byName: string;
  at: Date;
  replyText: string | null;
  replyByName: string | null;
  repliedAt: Date | null;
  replyRevision: number;
};

/** What is asked about a figure or a duty, and what was answered. */
export type Asked = {
  subject: string;
  doubts: Doubt[];
  answer: Answer | null;
  isOpen: boolean;
  /** What somebody sees now who calls it right. */
  about: string;
};

/** One indicator in a report. */
export type FigureRow = IndicatorRow & {
  record: RecordKind;
  /** Of what its records have amounts, where their number is not the figure. */
  measure: "people" | "items" | "days" | null;
  figure: Figure;
  /** The same figure as it was sent the last time, where it is another now. */
  before: Figure | null;
  /** What its records say now, where a late correction made it another than the frozen one. */
  since: Figure | null;
  previous: Figure | null;
  /** Up to eight quarters as one number each, this one last. */
  line: (number | null)[];
  asked: Asked;
  comments: Comment[];
  /** That it is approved with an exception, and why. */
  exception: { reason: string; byName: string; at: Date; revision: number } | null;
};

export type Narrative = { text: string; blankReason: string; revision: number };

export type DutyView = DutyRow & {
  /** told: has a narrative; blank: has a reason for none; empty: neither. */
  told: "told" | "blank" | "empty";
  narrative: Narrative;
  asked: Asked;
  /** Records of the quarter behind it; null where none are kept. */
  evidence: number | null;
  rows: FigureRow[];
};

export type ReportView = {
  head: ReportHead;
  duties: DutyView[];
  /** About the report as a whole. */
  comments: Comment[];
  /** Only while its place works on it. */
  left: { unwritten: string[]; unanswered: string[]; openChildren: number } | null;
  /** How many people live there; null where nobody knows. */
  population: number | null;
  children: Readiness["children"];
  exceptions: Record<number, string>;
  figureCount: number;
};

/** Which version of a report is read: one by its number, the newest, or the newest that was sent. */
export type WhichVersion = number | "newest" | "sent";

/** A version of a place's report of a quarter; undefined while there is none. */
export async function findReportHead(
  db: Db,
  divisionId: number,
  period: Period,
  which: WhichVersion = "newest",
): Promise<ReportHead | undefined> {
  type Days = "submittedOn" | "returnedOn" | "approvedOn" | "acceptedOn" | "reopenedOn";
  type Instants = "submittedAt" | "returnedAt" | "approvedAt" | "acceptedAt" | "reopenedAt";
  type Row = Omit<ReportHead, Days> & Record<Instants, Date | null>;
  const narrowed =
    which === "newest"
      ? Prisma.empty
      : which === "sent"
        ? Prisma.sql`and submission > 0`
        : Prisma.sql`and version = ${which}`;
  const [row] = await db.$queryRaw<Row[]>`
    select division_id as "divisionId", id::text, period, version, state, submission, revision, is_late as "isLate",
      due_on::text as "dueOn", submitted_at as "submittedAt", attested_by_name as "attestedByName",
      returned_at as "returnedAt", return_reason as "returnReason", approved_at as "approvedAt",
      accepted_at as "acceptedAt", attested_by_key as "attestedByKey", attested_for_key as "attestedForKey",
      approved_by_name as "approvedByName", reopened_at as "reopenedAt", reopened_by_name as "reopenedByName",
      reopen_reason as "reopenReason"
    from report where division_id = ${divisionId} and period = ${period} ${narrowed} order by version desc limit 1`;
  if (!row) return undefined;
  const { submittedAt, returnedAt, approvedAt, acceptedAt, reopenedAt, ...head } = row;
  const day = (instant: Date | null) => instant && todayIn(instant);
  return {
    ...head,
    submittedOn: day(submittedAt),
    returnedOn: day(returnedAt),
    approvedOn: day(approvedAt),
    acceptedOn: day(acceptedAt),
    reopenedOn: day(reopenedAt),
  };
}

type Sent = {
  figures: Map<string, Figure>;
  /** With which version of its definition each figure was sent. */
  definedBy: Map<string, { version: number }>;
  answers: Map<string, Answer>;
  narratives: Map<string, Narrative & { version: number }>;
};

/** What was sent in one submission. */
async function readSent(db: Db, { divisionId, id: reportId }: ReportHead, submission: number): Promise<Sent> {
  const where = { divisionId, reportId, submission };
  const figures = await db.reportFigure.findMany({ where, omit: { recordIds: true }, take: 200 });
  const narratives = await db.reportNarrative.findMany({ where, take: 200 });
  const answers = await db.reportAnswer.findMany({ where, take: 200 });
  return {
    figures: new Map(
      figures.map(({ indicatorCode, ...row }) => [indicatorCode, figureOf(indicatorCode, row)]),
    ),
    definedBy: new Map(
      figures.map(({ indicatorCode, indicatorVersion: version }) => [indicatorCode, { version }]),
    ),
    answers: new Map<string, Answer>([
      ...figures.flatMap(({ indicatorCode, explanation }) =>
        explanation
          ? [[indicatorCode, { text: explanation, about: null, byName: "", at: null, revision: 0 }] as const]
          : [],
      ),
      ...answers.map(
        ({ subject, text, about, byName, at }) =>
          [subject, { text, about, byName, at, revision: 0 }] as const,
      ),
    ]),
    narratives: new Map(
      narratives.map(({ dutyCode, dutyVersion: version, text, blankReason }) => [
        dutyCode,
        { version, text, blankReason: blankReason ?? "", revision: 0 },
      ]),
    ),
  };
}

/** What the version before sent last, for a later one; null for the first. */
async function readSentBefore(db: Db, { divisionId, period, version }: ReportHead): Promise<Sent | null> {
  const before = version > 1 ? await findReportHead(db, divisionId, period, version - 1) : undefined;
  return before ? readSent(db, before, before.submission) : null;
}

/** What the records of a sent report's quarter say now, by indicator: its cells, recomputed as the records change. */
async function readLive(db: Db, { divisionId, period }: ReportHead): Promise<Map<string, Figure>> {
  const cells = await db.rollupCell.findMany({ where: { divisionId, period }, take: 200 });
  return new Map(cells.map(({ indicatorCode, ...cell }) => [indicatorCode, figureOf(indicatorCode, cell)]));
}

function toldOf({ text, blankReason }: Narrative): DutyView["told"] {
  if (text) return "told";
  return blankReason ? "blank" : "empty";
}

function measureOf({ kind, measure = "people" }: Indicator): FigureRow["measure"] {
  if (kind === "median") return "days";
  return kind === "sum" ? measure : null;
}

/** Nothing was sent yet: what holds in the period counts. */
const NONE: ReadonlyMap<string, { version: number }> = new Map();

const NOTHING: Narrative = { text: "", blankReason: "", revision: 0 };

/** What stands in the report now: its place's work while it is being written, else what was sent. */
async function readCurrent(db: Db, actor: PlacedActor, head: ReportHead, now: Date) {
  const isOwn = head.divisionId === actor.place.id;
  if (isOwn && WRITABLE.includes(head.state)) {
    const record: ReportRecord = head;
    const ready = await readinessOf(db, actor, record, now);
    return {
      ready,
      sent: null,
      figures: new Map(ready.figures.map(({ code, ...figure }) => [code, figure] as const)),
      answers: ready.answers,
      narratives: new Map(
        [...ready.drafts].map(([code, { text, blankReason, revision }]) => [
          code,
          { text, blankReason: blankReason ?? "", revision },
        ]),
      ),
      compared: head.submission,
    };
  }
  if (head.submission === 0) throw new Refusal("missing", "refusal.missing");
  const sent = await readSent(db, head, head.submission);
  return { ready: null, ...sent, sent, compared: head.submission - 1 };
}

/**
 * A report for whoever may see it: its own place sees its work, the levels above what was sent. Refuses with `missing`
 * what was never sent to the reader.
 */
export async function readReport(
  db: Db,
  actor: PlacedActor,
  head: ReportHead,
  now: Date,
): Promise<ReportView> {
  const { divisionId, id: reportId, period } = head;
  const isCounty = levelOf(divisionId) === "county";
  const current = await readCurrent(db, actor, head, now);
  const before =
    current.compared > 0 ? await readSent(db, head, current.compared) : await readSentBefore(db, head);
  const history =
    current.ready?.history ??
    (isCounty ? await listHistory(db, divisionId, period) : new Map<string, never>());
  const questions =
    current.ready?.questions ??
    (await questionsOf(db, head, { figures: current.figures, history, narratives: current.narratives }));
  const askedOf = (subject: string, figure?: Figure): Asked => {
    const doubts = questions.doubts.get(subject) ?? [];
    const answer = current.answers.get(subject) ?? null;
    const about = aboutOf(doubts, figure);
    return { subject, doubts, answer, about, isOpen: doubts.length > 0 && !isAnswered(answer, about) };
  };
  const catalogue = definedIn(await listCatalogue(db), period, current.sent?.definedBy ?? NONE);
  const comments = await db.reportComment.findMany({
    where: { divisionId, reportId },
    orderBy: { at: "asc" },
    take: 500,
  });
  const asComment = (row: (typeof comments)[number]): Comment => ({
    id: row.id,
    submission: row.submission,
    text: row.text,
    byName: row.byName,
    at: row.at,
    replyText: row.replyText,
    replyByName: row.replyByName,
    repliedAt: row.repliedAt,
    replyRevision: row.replyRevision,
  });

  const excepted = await readFigureExceptions(db, head);
  const live = current.ready || !isCounty ? new Map<string, Figure>() : await readLive(db, head);
  const rows = catalogue.flatMap((indicator): FigureRow[] => {
    const { code } = indicator;
    const stands = current.figures.get(code);
    const definition = findIndicator(code);
    if (!stands || !definition) return [];
    const earlier: (Figure | null)[] = history.get(code) ?? Array.from({ length: QUARTERS - 1 }, () => null);
    const sent = before?.figures.get(code) ?? null;
    const lives = live.get(code);
    return [
      {
        ...indicator,
        record: definition.record,
        measure: measureOf(definition),
        figure: stands,
        before: sent && !isSameFigure(sent, stands) ? sent : null,
        since: lives && !isSameFigure(lives, stands) ? lives : null,
        previous: earlier.at(-1) ?? null,
        line: [...earlier, stands].map((one) => one && valueOf(one)),
        asked: askedOf(code, stands),
        comments: comments.filter((comment) => comment.indicatorCode === code).map(asComment),
        exception: current.ready ? null : (excepted.get(code) ?? null),
      },
    ];
  });

  const listed = isCounty
    ? definedIn(await listDuties(db, divisionId), period, current.sent?.narratives ?? NONE)
    : [SUMMARY];
  const duties = listed.map((duty): DutyView => {
    const narrative = current.narratives.get(duty.code) ?? NOTHING;
    return {
      ...duty,
      narrative,
      told: toldOf(narrative),
      asked: askedOf(duty.code),
      evidence: evidenceOf(duty.code, current.figures),
      rows: isCounty ? rows.filter((row) => row.dutyCode === duty.code) : rows,
    };
  });
  return {
    head,
    duties,
    comments: comments.filter((comment) => comment.indicatorCode === null).map(asComment),
    left: current.ready && {
      unwritten: current.ready.unwritten,
      unanswered: current.ready.unanswered,
      openChildren: current.ready.openChildren.length,
    },
    population: questions.population,
    children: current.ready?.children ?? [],
    exceptions: Object.fromEntries(
      current.ready?.exceptions ?? (await readExceptions(db, divisionId, reportId)),
    ),
    figureCount: rows.length,
  };
}

/** Figures of what was sent last that are approved with an exception. */
async function readFigureExceptions(db: Db, { divisionId, id: reportId, submission }: ReportHead) {
  const rows = await db.reportFigureException.findMany({
    where: { divisionId, reportId, submission },
    take: 200,
  });
  return new Map(
    rows.map(({ indicatorCode, reason, byName, at, revision }) => [
      indicatorCode,
      { reason, byName, at, revision },
    ]),
  );
}

async function readExceptions(db: Db, divisionId: number, reportId: string): Promise<[number, string][]> {
  const rows = await db.reportException.findMany({ where: { divisionId, reportId }, take: 200 });
  return rows.map((row) => [row.childDivisionId, row.reason]);
}

/** A report as it was sent, for its document: nothing of what its place writes since. */
export type SentReport = {
  head: ReportHead;
  figures: {
    indicator: IndicatorRow;
    figure: Figure;
    explanation: string;
    /** Why it is approved with an exception; blank where it is not. */
    exception: string;
  }[];
  /** `duty` is null of a province's summary. */
  narratives: { duty: DutyRow | null; text: string; blankReason: string }[];
  exceptions: { nameFa: string; nameEn: string; reason: string }[];
};

export async function readSentReport(db: Db, head: ReportHead): Promise<SentReport> {
  const sent = await readSent(db, head, head.submission);
  const excepted = await readFigureExceptions(db, head);
  const duties =
    levelOf(head.divisionId) === "county"
      ? definedIn(await listDuties(db, head.divisionId), head.period, sent.narratives)
      : [SUMMARY];
  const exceptions = await db.$queryRaw<SentReport["exceptions"]>`
    select d.name_fa as "nameFa", d.name_en as "nameEn", e.reason from report_exception e
    join division d on d.id = e.child_division_id
    where e.division_id = ${head.divisionId} and e.report_id = ${head.id}::uuid order by d.id limit 200`;
  return {
    head,
    figures: definedIn(await listCatalogue(db), head.period, sent.definedBy).flatMap((indicator) => {
      const stands = sent.figures.get(indicator.code);
      return stands
        ? [
            {
              indicator,
              figure: stands,
              explanation: sent.answers.get(indicator.code)?.text ?? "",
              exception: excepted.get(indicator.code)?.reason ?? "",
            },
          ]
        : [];
    }),
    narratives: duties.flatMap((duty) => {
      const told = sent.narratives.get(duty.code);
      return told ? [{ ...told, duty: duty.code === SUMMARY.code ? null : duty }] : [];
    }),
    exceptions,
  };
}
