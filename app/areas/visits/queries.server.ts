import {
  CHECKLIST_OF,
  MOST_FINDINGS,
  MOST_QUESTIONS,
  type Answer,
  type TargetKind,
  type View,
} from "./choices";
import { offeredOf } from "~/areas/catalogues/queries.server";
import type { Place } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import { decodeCursor, pageOf, type Page } from "~/lib/paging";
import type { VisitState } from "./lifecycle";

const sql = Prisma.sql;

export type VisitRow = {
  divisionId: number;
  id: string;
  targetKind: TargetKind;
  targetDivisionId: number;
  locality: string | null;
  targetOfficeId: string | null;
  targetFa: string;
  targetEn: string;
  spot: string | null;
  postId: string | null;
  officeId: string | null;
  visitorFa: string;
  visitorEn: string;
  purpose: string;
  plannedOn: IsoDate;
  startsAt: string | null;
  endsAt: string | null;
  state: VisitState;
  moves: number;
  movedFrom: IsoDate | null;
  reason: string | null;
  excused: boolean | null;
  revision: number;
  /** By name, where it is another place's. */
  keeperFa: string;
  keeperEn: string;
};

/** The columns of a visit named `v` with the place `k` that keeps it. */
const VISIT = sql`v.division_id as "divisionId", v.id::text, v.target_kind as "targetKind",
  v.target_division_id as "targetDivisionId", v.locality, v.target_office_id::text as "targetOfficeId",
  v.target_fa as "targetFa", v.target_en as "targetEn", v.spot, v.post_id::text as "postId",
  v.office_id::text as "officeId", v.visitor_fa as "visitorFa", v.visitor_en as "visitorEn", v.purpose,
  v.planned_on::text as "plannedOn", v.starts_at as "startsAt", v.ends_at as "endsAt", v.state, v.moves,
  v.moved_from::text as "movedFrom", v.reason, v.excused, v.revision,
  coalesce(k.name_fa, '') as "keeperFa", coalesce(k.name_en, '') as "keeperEn"`;

/** As words of the statement, so that it is planned with the index of those that are to come. */
const STATES_OF: Record<View, Prisma.Sql> = {
  coming: sql`and v.state in ('planned', 'announced')`,
  "to-report": sql`and v.state = 'made'`,
  reported: sql`and v.state = 'reported'`,
  "no-show": sql`and v.state = 'no-show'`,
  cancelled: sql`and v.state = 'cancelled'`,
  all: Prisma.empty,
};

/** What is still to come is read from the next day on, everything else from the newest back. */
const runsForward = (view: View) => view === "coming";

export type VisitFilter = {
  view: View;
  /** The office whose head visits. */
  office?: string | undefined;
  after?: string | null | undefined;
};

const inView = ({ view, office, after }: VisitFilter) => {
  const from = decodeCursor(after, ["day", "uuid"]);
  return sql`${STATES_OF[view]}
    ${office ? sql`and v.office_id = ${office}::uuid` : Prisma.empty}
    ${
      from
        ? sql`and (v.planned_on, v.id) ${runsForward(view) ? sql`>` : sql`<`} (${from[0]}::date, ${from[1]}::uuid)`
        : Prisma.empty
    }`;
};

const inTurn = (view: View, size: number) =>
  runsForward(view)
    ? sql`order by v.planned_on, v.id limit ${size + 1}`
    : sql`order by v.planned_on desc, v.id desc limit ${size + 1}`;

const keyOf = (row: VisitRow) => [row.plannedOn, row.id] as const;

/** The visits that a place keeps. */
export async function listVisits(
  db: Db,
  divisionId: number,
  filter: VisitFilter,
  size: number,
): Promise<Page<VisitRow>> {
  const rows = await db.$queryRaw<VisitRow[]>`
    select ${VISIT} from (select * from visit v where v.division_id = ${divisionId} ${inView(filter)}
      ${inTurn(filter.view, size)}) v
    left join division k on k.id = v.division_id
    ${inTurn(filter.view, size)}`;
  return pageOf(rows, size, keyOf);
}

/** What other places announced to a place: visits to it, whoever keeps them. */
export async function listVisitsHere(
  db: Db,
  divisionId: number,
  filter: Pick<VisitFilter, "view" | "after">,
  size: number,
): Promise<Page<VisitRow>> {
  const rows = await db.$queryRaw<VisitRow[]>`
    select ${VISIT} from (select * from visit v where v.target_division_id = ${divisionId}
      and v.division_id <> ${divisionId} ${inView(filter)} ${inTurn(filter.view, size)}) v
    left join division k on k.id = v.division_id
    ${inTurn(filter.view, size)}`;
  return pageOf(rows, size, keyOf);
}

/** The visits of or to an office, for its officer: what was announced, the newest first; at most `size`. */
export async function listVisitsOfOffice(
  db: Db,
  divisionId: number,
  officeId: string,
  size: number,
): Promise<VisitRow[]> {
  return db.$queryRaw<VisitRow[]>`
    select ${VISIT} from (
      (select * from visit v where v.division_id = ${divisionId} and v.office_id = ${officeId}::uuid
        and v.state <> 'planned' order by v.planned_on desc limit ${size})
      union
      (select * from visit v where v.division_id = ${divisionId} and v.target_office_id = ${officeId}::uuid
        and v.state <> 'planned' order by v.planned_on desc limit ${size})) v
    left join division k on k.id = v.division_id
    order by v.planned_on desc, v.id desc limit ${size}`;
}

export type VisitPage = VisitRow & {
  announcedAt: Date | null;
  settledAt: Date | null;
  reportedAt: Date | null;
  reportedByName: string | null;
  companions: string | null;
};

/** A visit that the actor may read: his place's own, one to his place, one of a place below. Refuses `missing`. */
export async function getVisit(
  db: Db,
  place: Pick<Place, "id" | "lo" | "hi">,
  id: string,
): Promise<VisitPage> {
  const [row] = await db.$queryRaw<VisitPage[]>`
    select ${VISIT}, v.announced_at as "announcedAt", v.settled_at as "settledAt", v.reported_at as "reportedAt",
      v.reported_by_name as "reportedByName", c.names as companions
    from (
      select * from visit where division_id between ${place.lo}::int and ${place.hi}::int and id = ${id}::uuid
      union
      select * from visit where target_division_id = ${place.id}::int and id = ${id}::uuid) v
    left join division k on k.id = v.division_id
    left join visit_company c on c.division_id = v.division_id and c.visit_id = v.id`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}

/** A visit of one's own place, to act on. Refuses `missing`. */
export async function getOwnVisit(db: Db, divisionId: number, id: string): Promise<VisitPage> {
  return getVisit(db, { id: divisionId, lo: divisionId, hi: divisionId }, id).then((visit) => {
    if (visit.divisionId !== divisionId) throw new Refusal("missing", "refusal.missing");
    return visit;
  });
}

/** What an obligation names of the visit it comes from. */
export const titleOfVisit = ({ purpose, targetFa }: Pick<VisitRow, "purpose" | "targetFa">): string =>
  `${purpose} (${targetFa})`;

export type Question = { code: string; fa: string; en: string };
export type AnsweredQuestion = Question & { answer: Answer | null; note: string | null };

/** The questions that a visit of this kind asks in a place today: the nation's and those that it and its levels added. */
export async function questionsOf(
  db: Db,
  place: Pick<Place, "ancestors">,
  kind: TargetKind,
  day: IsoDate,
): Promise<Question[]> {
  const list = CHECKLIST_OF[kind];
  return (await offeredOf(db, place, [list], day))[list].slice(0, MOST_QUESTIONS);
}

export type Finding = {
  id: string;
  divisionId: number;
  visitId: string;
  text: string;
  spot: string | null;
  fileName: string | null;
  fileType: string | null;
  foundAt: Date;
  foundByName: string;
  revision: number;
};

const FINDING = sql`f.id::text, f.division_id as "divisionId", f.visit_id::text as "visitId", f.text, f.spot,
  f.file_name as "fileName", f.file_type as "fileType", f.found_at as "foundAt", f.found_by_name as "foundByName", f.revision`;

/** What was found at a visit, in the order in which it was written. */
export async function listFindings(
  db: Db,
  { divisionId, id }: Pick<VisitRow, "divisionId" | "id">,
): Promise<Finding[]> {
  return db.$queryRaw<Finding[]>`select ${FINDING} from visit_finding f
    where f.division_id = ${divisionId} and f.visit_id = ${id}::uuid
    order by f.found_at, f.id limit ${MOST_FINDINGS}`;
}

/** One finding, for whoever may read the report of its visit. Refuses `missing`. */
export async function getFinding(
  db: Db,
  place: Pick<Place, "id" | "lo" | "hi">,
  id: string,
): Promise<Finding> {
  const [row] = await db.$queryRaw<Finding[]>`select ${FINDING} from visit_finding f
    join visit v on v.division_id = f.division_id and v.id = f.visit_id
    where f.id = ${id}::uuid and (v.division_id between ${place.lo}::int and ${place.hi}::int
      or v.target_division_id = ${place.id}::int)`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}

export type VisitReport = { summary: string | null; answers: AnsweredQuestion[]; revision: number };

/**
 * The report of a visit as its reader sees it: the answers with the words they were asked in. Revision 0 while nothing was
 * written. Empty for whoever may not read it yet.
 */
export async function getReport(
  db: Db,
  { divisionId, id }: Pick<VisitRow, "divisionId" | "id">,
): Promise<VisitReport> {
  const head = await db.visitReport.findUnique({
    where: { divisionId_visitId: { divisionId, visitId: id } },
    select: { summary: true, revision: true },
  });
  const rows = await db.visitAnswer.findMany({
    where: { divisionId, visitId: id },
    orderBy: [{ position: "asc" }, { code: "asc" }],
    take: MOST_QUESTIONS * 2,
  });
  return {
    summary: head?.summary ?? null,
    revision: head?.revision ?? 0,
    answers: rows.map(({ code, questionFa, questionEn, answer, note }) => ({
      code,
      fa: questionFa,
      en: questionEn,
      answer: answer as Answer,
      note,
    })),
  };
}

/** What was ordered because of a visit, and how it stands. */
export type OrderedRow = {
  findingId: string;
  title: string;
  number: number | null;
  owed: number;
  open: number;
  overdue: number;
  verified: number;
};

/** The obligations that came of the findings of a visit, a row for each finding. */
export async function listOrdered(
  db: Db,
  { divisionId, id }: Pick<VisitRow, "divisionId" | "id">,
  today: IsoDate,
): Promise<OrderedRow[]> {
  return db.$queryRaw<OrderedRow[]>`
    select i.id::text as "findingId", i.title, i.number, s.* from issuance i
    cross join lateral (select count(*)::int as owed,
      (count(*) filter (where b.state in ('issued', 'acknowledged', 'in-progress', 'blocked', 'reported-done')))::int as open,
      (count(*) filter (where b.due_on < ${today}::date
        and b.state in ('issued', 'acknowledged', 'in-progress', 'blocked')))::int as overdue,
      (count(*) filter (where b.state = 'verified'))::int as verified
      from obligation b where b.source_division_id = ${divisionId} and b.source_id = i.id) s
    where i.division_id = ${divisionId} and i.record_id = ${id}::uuid and i.from_kind = 'visit'
    order by i.issued_at, i.id limit ${MOST_FINDINGS}`;
}
