import { Prisma, type Db } from "~/kernel/db.server";
import { isoOfDate, type IsoDate } from "~/lib/jalali";
import { lastDayOf, type Period } from "~/lib/period";
import { namesOn } from "../../divisions/queries.server";
import type { ReportLevel, Standing, State } from "../lifecycle";

/** Whose appointment on the last day decides whether a place owes a report. */
const REPORTER: Record<ReportLevel, string> = { county: "assistant", province: "representative" };

export type Scope = { lo: number; hi: number; level: ReportLevel };

/** The places of one level inside `lo`..`hi`, but not a place that is above them. */
function among({ lo, hi, level }: Scope): Prisma.Sql {
  return Prisma.sql`d.level = ${level} and d.id between ${lo}::int and ${hi}::int`;
}

/**
 * Whether a place `d` owes a report for a quarter `rp`: what was frozen on its last day, else the appointments in force
 * on that day: expected, vacant or excused.
 */
function expectation(level: ReportLevel): Prisma.Sql {
  return Prisma.sql`coalesce(
    (select e.status from expected_report e where e.division_id = d.id and e.period = rp.period),
    case when exists (
      select from appointment a join post p on p.division_id = a.division_id and p.id = a.post_id
      where a.division_id = d.id and p.role = ${REPORTER[level]} and a.starts_on <= rp.last_day
        and (a.ends_on is null or a.ends_on >= rp.last_day)
        and (a.ended_at is null or (a.ended_at at time zone 'Asia/Tehran')::date > rp.last_day)
    ) then 'expected' else 'vacant' end)`;
}

/**
 * Whether a place `d` was there on the last day of a quarter `rp`. A county that was entered later than its first day is
 * there from the day of its entry: a quarter that was over by then stays as it was.
 */
const WAS_THERE = Prisma.sql`(greatest(d.valid_from, d.entered_on) <= rp.last_day
  and (d.valid_to is null or d.valid_to > rp.last_day))`;

/** Whether a place `d` is in a quarter's list for good: written there after the last day, or its report was sent. */
const IS_LISTED = Prisma.sql`(
  exists (select from expected_report e where e.division_id = d.id and e.period = rp.period
    and (e.frozen_at at time zone 'Asia/Tehran')::date > rp.last_day)
  or exists (select from report s where s.division_id = d.id and s.period = rp.period and s.submission > 0))`;

/**
 * One row per place of the scope and quarter: `division_id, period, standing, report_id, submission, state, is_late,
 * due_on, revision, later_state`. The report is the newest approved version, else the newest; `later_state` is that of a version
 * that was begun after it. A place that sent a report counts as
 * expected whoever held its post on the last day.
 */
export function standingRows(scope: Scope, from: Period, to: Period): Prisma.Sql {
  return Prisma.sql`
    select d.id as division_id, rp.period, r.id as report_id, r.submission, r.state, r.is_late, r.due_on, r.revision,
      (select n.state from report n where n.division_id = r.division_id and n.period = r.period and n.version > r.version
        order by n.version desc limit 1) as later_state,
      case when r.state in ('approved', 'accepted') then 'approved'
        when r.submission > 0 then 'provisional'
        else case ${expectation(scope.level)} when 'vacant' then 'vacant' when 'excused' then 'excused' else 'missing' end
      end as standing
    from reporting_period rp
    join division d on ${among(scope)} and (${WAS_THERE} or ${IS_LISTED})
    left join lateral (
      select * from report r where r.division_id = d.id and r.period = rp.period
      order by r.state in ('approved', 'accepted') desc, r.version desc limit 1) r on true
    where rp.period between ${from} and ${to}`;
}

export type PlaceStanding = {
  divisionId: number;
  nameFa: string;
  nameEn: string;
  standing: Standing;
  /** Null while nobody has opened the report. */
  state: State | null;
  reportId: string | null;
  submission: number;
  isLate: boolean;
  dueOn: IsoDate | null;
  revision: number | null;
  /** Of a version that was begun after the approved one, which still counts. */
  later: State | null;
};

/** The places of the scope with the standing of their report in a quarter, by the name it had at its end. */
export async function listStandings(db: Db, scope: Scope, period: Period): Promise<PlaceStanding[]> {
  const rows = await db.$queryRaw<
    {
      division_id: number;
      name_fa: string;
      name_en: string;
      standing: Standing;
      state: State | null;
      report_id: string | null;
      submission: number | null;
      is_late: boolean | null;
      due_on: Date | null;
      revision: number | null;
      later_state: State | null;
    }[]
  >`
    select s.*, named.name_fa, named.name_en from (${standingRows(scope, period, period)}) s
    join division n on n.id = s.division_id ${namesOn(lastDayOf(period))} order by named.name_fa limit 1000`;
  return rows.map((row) => ({
    divisionId: row.division_id,
    nameFa: row.name_fa,
    nameEn: row.name_en,
    standing: row.standing,
    state: row.state,
    reportId: row.report_id,
    submission: row.submission ?? 0,
    isLate: row.is_late ?? false,
    dueOn: row.due_on ? isoOfDate(row.due_on) : null,
    revision: row.revision,
    later: row.later_state,
  }));
}

/** How many places stand where; `expected` are those that owed a report: vacant and excused are told apart from it. */
export type StandingCounts = Record<Standing, number> & { expected: number };

export function countStandings(standings: readonly { standing: Standing }[]): StandingCounts {
  const counts: StandingCounts = {
    approved: 0,
    provisional: 0,
    missing: 0,
    vacant: 0,
    excused: 0,
    expected: 0,
  };
  for (const { standing } of standings) counts[standing]++;
  counts.expected = counts.approved + counts.provisional + counts.missing;
  return counts;
}

/** Freezes who owes a report for a quarter that has ended; a second call changes nothing. Returns places added. */
export async function freezeExpected(db: Db, scope: Scope, period: Period, now: Date): Promise<number> {
  return db.$executeRaw`
    insert into expected_report (division_id, period, status, frozen_at)
    select d.id, rp.period, ${expectation(scope.level)}, ${now}::timestamptz
    from reporting_period rp
    join division d on ${among(scope)} and ${WAS_THERE}
    where rp.period = ${period}
    on conflict (division_id, period) do nothing`;
}
