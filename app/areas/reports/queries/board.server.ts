import { Prisma, type Db } from "~/kernel/db.server";
import { lastDayOf, type Period } from "~/lib/period";
import { namesOn } from "../../divisions/queries.server";
import type { Figure } from "../figure";
import { figureOf } from "../indicators/figures.server";
import { findIndicator } from "../indicators/list.server";
import type { Standing } from "../lifecycle";
import { standingRows } from "./standings.server";

/** A county in a board: its standing, and the figure that its standing allows to show. */
export type BoardRow = {
  divisionId: number;
  nameFa: string;
  nameEn: string;
  standing: Standing;
  /** Frozen when approved, live when provisional; null for who is missing, vacant or excused: silence is not zero. */
  figure: Figure | null;
  /** Its figure is approved with an exception. */
  isExcepted: boolean;
};

/** The counties of an interval; `only` some of them, where borders of another day than the quarter's decide. */
export type BoardScope = { lo: number; hi: number; only?: readonly number[] };

/**
 * Figures of one indicator by county and quarter: the frozen figure of the newest approved version, else the live cell
 * of a report that was sent and not yet approved. Columns `division_id, period, standing, numerator, denominator,
 * values` (of a median, ascending), and the report behind it.
 */
function countyFigures(scope: BoardScope, code: string, from: Period, to: Period): Prisma.Sql {
  const nothing = findIndicator(code)?.kind === "rate" ? 0 : null;
  return Prisma.sql`
    select s.division_id, s.period, s.standing, s.report_id, s.submission,
      case s.standing when 'approved' then f.numerator when 'provisional' then coalesce(c.numerator, 0) end as numerator,
      case s.standing when 'approved' then f.denominator when 'provisional' then coalesce(c.denominator, ${nothing}::int) end as denominator,
      case s.standing when 'approved' then f.values when 'provisional' then coalesce(c.values, '{}') end as values
    from (${standingRows({ lo: scope.lo, hi: scope.hi, level: "county" }, from, to)}) s
    left join report_figure f on s.standing = 'approved' and f.division_id = s.division_id
      and f.report_id = s.report_id and f.submission = s.submission and f.indicator_code = ${code}
    left join rollup_cell c on s.standing = 'provisional' and c.division_id = s.division_id
      and c.period = s.period and c.indicator_code = ${code}
    where ${scope.only ? Prisma.sql`s.division_id = any(${[...scope.only]}::int[])` : Prisma.sql`true`}`;
}

type Row = {
  division_id: number;
  name_fa: string;
  name_en: string;
  standing: Standing;
  numerator: number | null;
  denominator: number | null;
  values: number[] | null;
  report_id: string | null;
  submission: number | null;
};

/** Submissions among those that are approved in which this figure has an exception. */
async function exceptedReports(
  db: Db,
  { lo, hi }: BoardScope,
  code: string,
  rows: readonly Row[],
): Promise<Set<string>> {
  const approved = rows.flatMap(({ standing, report_id: id }) => (standing === "approved" && id ? [id] : []));
  const found = await db.$queryRaw<{ submission: string }[]>`
    select report_id || ' ' || submission as submission from report_figure_exception
    where division_id between ${lo}::int and ${hi}::int and report_id = any(${approved}::uuid[])
      and indicator_code = ${code}`;
  return new Set(found.map(({ submission }) => submission));
}

/** Every county of `lo`..`hi` with its standing and figure, by the name it had at the quarter's end. */
export async function listCountyFigures(
  db: Db,
  scope: BoardScope,
  code: string,
  period: Period,
): Promise<BoardRow[]> {
  const rows = await db.$queryRaw<Row[]>`
    select b.*, named.name_fa, named.name_en from (${countyFigures(scope, code, period, period)}) b
    join division n on n.id = b.division_id ${namesOn(lastDayOf(period))} order by named.name_fa limit 1000`;
  const excepted = await exceptedReports(db, scope, code, rows);
  return rows.map((row) => ({
    divisionId: row.division_id,
    nameFa: row.name_fa,
    nameEn: row.name_en,
    standing: row.standing,
    figure: row.numerator === null ? null : figureOf(code, { ...row, numerator: row.numerator }),
    isExcepted: excepted.has(`${row.report_id} ${row.submission}`),
  }));
}

const SUMS = Prisma.sql`
  sum(numerator)::int as numerator, sum(denominator)::int as denominator, null::int[] as values`;

/** The values of all places in one, ascending: arrays of unequal lengths are joined as text. */
const ALL_VALUES = Prisma.sql`sum(numerator)::int as numerator, null::int as denominator,
  (select coalesce(array_agg(v order by v), '{}')
   from unnest(string_to_array(string_agg(nullif(array_to_string(b.values, ','), ''), ','), ',')::int[]) v) as values`;

export type TrendPoint = { period: Period; approved: Figure | null; provisional: Figure | null };

/** Sums by quarter, approved and provisional apart; a rate by its numerator and its denominator apart. */
export async function listTrend(
  db: Db,
  scope: BoardScope,
  code: string,
  periods: readonly Period[],
): Promise<TrendPoint[]> {
  const [from, to] = [periods[0], periods.at(-1)];
  if (!from || !to) return [];
  const rows = await db.$queryRaw<
    {
      period: Period;
      standing: Standing;
      numerator: number;
      denominator: number | null;
      values: number[] | null;
    }[]
  >`
    select period, standing, ${findIndicator(code)?.kind === "median" ? ALL_VALUES : SUMS}
    from (${countyFigures(scope, code, from, to)}) b
    where numerator is not null group by period, standing`;
  const find = (period: Period, standing: Standing): Figure | null => {
    const row = rows.find((one) => one.period === period && one.standing === standing);
    return row ? figureOf(code, row) : null;
  };
  return periods.map((period) => ({
    period,
    approved: find(period, "approved"),
    provisional: find(period, "provisional"),
  }));
}

/** The moment of the oldest live cell in the provisional part: what "as of" says. Null when all is approved. */
export async function findAsOf(
  db: Db,
  scope: { lo: number; hi: number },
  code: string,
  period: Period,
): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    select min(computed_at) as at from rollup_cell
    where period = ${period} and indicator_code = ${code}
      and division_id between ${scope.lo}::int and ${scope.hi}::int`;
  return row?.at ?? null;
}
