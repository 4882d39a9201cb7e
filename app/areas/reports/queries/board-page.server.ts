import { Refusal } from "~/kernel/refusal";
import type { Db } from "~/kernel/db.server";
import { lastDayOf, lastPeriods, type Period } from "~/lib/period";
import { namesOn, readBorders } from "../../divisions/queries.server";
import { byProvince, standingOf, totalOf, type Total } from "../board";
import { asTheyWere, inTodaysBorders, provinceToday, type Borderline, type Borders } from "../borders";
import type { Figure } from "../figure";
import { findIndicator } from "../indicators/list.server";
import type { Standing } from "../lifecycle";
import {
  findAsOf,
  listCountyFigures,
  listTrend,
  type BoardRow,
  type BoardScope,
  type TrendPoint,
} from "./board.server";
import { catalogueIn, type IndicatorRow } from "./duties.server";
import { QUARTERS } from "./history.server";
import { countStandings, type StandingCounts } from "./standings.server";

/** A line of a board: a province with its counties added up, or a county itself. */
export type BoardLine = {
  divisionId: number;
  /** Official code of a province: where it stands on the map. */
  code: string | null;
  nameFa: string;
  nameEn: string;
  standing: Standing;
  figure: Figure | null;
  counts: StandingCounts;
  /** Of its counties those whose figure is approved with an exception. */
  excepted: number;
  /** What became of a county since, or of which counties it is made. */
  change: Borderline<BoardRow>["change"];
  /** Of the census of 1395; null where the county is younger. */
  population: number | null;
  grade: string;
};

export type BoardView = {
  catalogue: Pick<IndicatorRow, "code" | "nameFa" | "nameEn">[];
  indicator: IndicatorRow;
  /** Its records are people: above the county they are called memberships. */
  isOfPeople: boolean;
  period: Period;
  counts: StandingCounts;
  excepted: number;
  total: Total;
  lines: BoardLine[];
  trend: TrendPoint[];
  /** The same quarters a year before, in the same order. */
  lastYear: TrendPoint[];
  borders: Borders;
  /** The moment of the oldest live cell; null where every figure is frozen. */
  asOf: Date | null;
};

const exceptedIn = (rows: readonly BoardRow[]) => rows.filter(({ isExcepted }) => isExcepted).length;

/** A year of quarters. */
const YEAR = 4;

/** What a board shows whoever chose nothing: whether people are answered. */
const SHOWN_FIRST = "a9.answered-in-time";

type Asked = {
  /** The counties to be shown. */
  lo: number;
  hi: number;
  by: "province" | "county";
  borders: Borders;
  /** The reader's own place: where a county went to another province, its figure comes from there. */
  reach: { lo: number; hi: number };
};

/**
 * The board of one indicator and quarter over the counties of `lo`..`hi`, one line per province or per county, as they
 * were on the quarter's last day or in the borders of today. Reads frozen figures and cells alone: no record and no
 * person. Refuses with `missing` an unknown indicator.
 */
export async function readBoard(
  db: Db,
  { lo, hi, by, borders, reach }: Asked,
  code: string | null,
  period: Period,
): Promise<BoardView> {
  const catalogue = (await catalogueIn(db, period)).filter((one) => findIndicator(one.code));
  const indicator = catalogue.find((one) => one.code === (code ?? SHOWN_FIRST));
  if (!indicator) throw new Refusal("missing", "refusal.missing");
  const all = await readBorders(db);
  const counties = new Map(all.map((county) => [county.id, county]));
  const homeOf = (id: number) =>
    borders === "today" ? provinceToday(id, counties) : Math.floor(id / 1000) * 1000;
  const scope: BoardScope =
    borders === "then"
      ? { lo, hi }
      : {
          ...reach,
          only: all.filter(({ id }) => homeOf(id) >= lo && homeOf(id) <= hi).map(({ id }) => id),
        };
  const rows = await listCountyFigures(db, scope, indicator.code, period);
  const provinces = await db.$queryRaw<
    {
      id: number;
      code: string | null;
      nameFa: string;
      nameEn: string;
      population: number | null;
      grade: string;
    }[]
  >`
    select n.id, n.code, named.name_fa as "nameFa", named.name_en as "nameEn", n.population, n.grade
    from division n ${namesOn(lastDayOf(period))}
    where n.level = 'province' and n.id between ${lo}::int and ${hi}::int and ${by === "province"}
    order by named.name_fa limit 100`;
  const grouped = byProvince(rows, homeOf);
  const borderlines = borders === "today" ? inTodaysBorders(rows, counties) : asTheyWere(rows, counties);
  const lines: BoardLine[] =
    by === "county"
      ? borderlines.map(({ rows: own, ...line }) => ({
          ...line,
          code: null,
          counts: countStandings(own),
          excepted: exceptedIn(own),
          population: counties.get(line.divisionId)?.population ?? null,
          grade: counties.get(line.divisionId)?.grade ?? "ordinary",
        }))
      : provinces.map(({ id, ...province }) => {
          const own = grouped.get(id) ?? [];
          return {
            ...province,
            divisionId: id,
            standing: standingOf(own),
            figure: totalOf(own).headline?.figure ?? null,
            counts: countStandings(own),
            excepted: exceptedIn(own),
            change: null,
          };
        });
  const counts = countStandings(rows);
  const trend = await listTrend(db, scope, indicator.code, lastPeriods(period, QUARTERS + YEAR));
  return {
    catalogue: catalogue.map(({ code: one, nameFa, nameEn }) => ({ code: one, nameFa, nameEn })),
    indicator,
    isOfPeople: findIndicator(indicator.code)?.record === "person",
    period,
    counts,
    excepted: exceptedIn(rows),
    total: totalOf(rows),
    lines,
    trend: trend.slice(YEAR),
    lastYear: trend.slice(0, QUARTERS),
    borders,
    asOf: counts.provisional > 0 ? await findAsOf(db, scope, indicator.code, period) : null,
  };
}
