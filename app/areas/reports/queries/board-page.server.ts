import { Refusal } from "~/kernel/refusal";
import type { Db } from "~/kernel/db.server";
import { lastDayOf, lastPeriods, type Period } from "~/lib/period";
import { namesOn } from "../../divisions/queries.server";
import { byProvince, standingOf, totalOf, type Total } from "../board";
import type { Figure } from "../figure";
import { findIndicator } from "../indicators/list.server";
import type { Standing } from "../lifecycle";
import { findAsOf, listCountyFigures, listTrend, type TrendPoint } from "./board.server";
import { listCatalogue, type IndicatorRow } from "./duties.server";
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
};

export type BoardView = {
  catalogue: Pick<IndicatorRow, "code" | "nameFa" | "nameEn">[];
  indicator: IndicatorRow;
  /** Its records are people: above the county they are called memberships. */
  isOfPeople: boolean;
  period: Period;
  counts: StandingCounts;
  total: Total;
  lines: BoardLine[];
  trend: TrendPoint[];
  /** The moment of the oldest live cell; null where every figure is frozen. */
  asOf: Date | null;
};

/**
 * The board of one indicator and quarter over the counties of `lo`..`hi`, one line per province or per county. Reads
 * frozen figures and cells alone: no record and no person. Refuses with `missing` an unknown indicator.
 */
export async function readBoard(
  db: Db,
  scope: { lo: number; hi: number; by: "province" | "county" },
  code: string | null,
  period: Period,
): Promise<BoardView> {
  const catalogue = (await listCatalogue(db)).filter((one) => findIndicator(one.code));
  const indicator = catalogue.find((one) => one.code === code) ?? catalogue.at(-1);
  if (!indicator || (code !== null && indicator.code !== code))
    throw new Refusal("missing", "refusal.missing");
  const rows = await listCountyFigures(db, scope, indicator.code, period);
  const provinces =
    scope.by === "county"
      ? []
      : await db.$queryRaw<{ id: number; code: string | null; nameFa: string; nameEn: string }[]>`
          select n.id, n.code, named.name_fa as "nameFa", named.name_en as "nameEn"
          from division n ${namesOn(lastDayOf(period))}
          where n.level = 'province' and n.id between ${scope.lo}::int and ${scope.hi}::int
          order by named.name_fa limit 100`;
  const grouped = byProvince(rows);
  const lines: BoardLine[] =
    scope.by === "county"
      ? rows.map((row) => ({ ...row, code: null, counts: countStandings([row]) }))
      : provinces.map((province) => {
          const own = grouped.get(province.id) ?? [];
          return {
            divisionId: province.id,
            code: province.code,
            nameFa: province.nameFa,
            nameEn: province.nameEn,
            standing: standingOf(own),
            figure: totalOf(own).headline?.figure ?? null,
            counts: countStandings(own),
          };
        });
  const counts = countStandings(rows);
  return {
    catalogue: catalogue.map(({ code: one, nameFa, nameEn }) => ({ code: one, nameFa, nameEn })),
    indicator,
    isOfPeople: findIndicator(indicator.code)?.record === "person",
    period,
    counts,
    total: totalOf(rows),
    lines,
    trend: await listTrend(db, scope, indicator.code, lastPeriods(period, QUARTERS)),
    asOf: counts.provisional > 0 ? await findAsOf(db, scope, indicator.code, period) : null,
  };
}
