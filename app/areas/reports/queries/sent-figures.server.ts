import type { Db } from "~/kernel/db.server";
import type { Period } from "~/lib/period";
import type { Figure } from "../figure";
import { figureOf, nothingOf } from "../indicators/figures.server";
import { findIndicator } from "../indicators/list.server";
import { holdingIn } from "../definitions";
import { listCatalogue, type IndicatorRow } from "./duties.server";
import { listStandings, type PlaceStanding } from "./standings.server";

/** One figure of one county, or that there is none and why. */
export type PlaceFigure = { place: PlaceStanding; indicator: IndicatorRow; figure: Figure | null };

type Stored = {
  divisionId: number;
  code: string;
  /** With which version of the indicator it was sent; null of a live one. */
  version: number | null;
  numerator: number;
  denominator: number | null;
  values: number[];
};

/**
 * Every figure of every county of an interval in a quarter, as the boards say it: the frozen one of who is approved, the
 * live one of who is provisional, and none of who is missing, vacant or excused.
 */
export async function figuresOfCounties(
  db: Db,
  { lo, hi }: { lo: number; hi: number },
  period: Period,
): Promise<PlaceFigure[]> {
  const places = await listStandings(db, { lo, hi, level: "county" }, period);
  const versions = (await listCatalogue(db)).filter(({ code }) => findIndicator(code));
  const catalogue = holdingIn(versions, period);
  const approved = places.filter(({ standing }) => standing === "approved");
  const frozen = await db.$queryRaw<Stored[]>`
    select f.division_id as "divisionId", f.indicator_code as code, f.indicator_version as version, f.numerator, f.denominator, f.values
    from unnest(${approved.map(({ divisionId }) => divisionId)}::int[],
      ${approved.map(({ reportId }) => reportId)}::uuid[], ${approved.map(({ submission }) => submission)}::int[])
      as sent (division_id, report_id, submission)
    join report_figure f using (division_id, report_id, submission)`;
  const live = await db.$queryRaw<Stored[]>`
    select division_id as "divisionId", indicator_code as code, null::int as version, numerator, denominator, values
    from rollup_cell where period = ${period}
      and division_id = any(${places.filter(({ standing }) => standing === "provisional").map(({ divisionId }) => divisionId)}::int[])`;
  const known = new Map(
    [...frozen, ...live].map((row) => [`${row.divisionId} ${row.code}`, figureOf(row.code, row)]),
  );
  const sentWith = new Map(frozen.map(({ divisionId, code, version }) => [`${divisionId} ${code}`, version]));
  const byVersion = new Map(versions.map((one) => [`${one.code} ${one.version}`, one]));
  return places.flatMap((place) =>
    catalogue.map((indicator) => ({
      place,
      indicator:
        byVersion.get(`${indicator.code} ${sentWith.get(`${place.divisionId} ${indicator.code}`)}`) ??
        indicator,
      figure:
        known.get(`${place.divisionId} ${indicator.code}`) ??
        (place.standing === "provisional" ? nothingOf(indicator.code) : null),
    })),
  );
}
