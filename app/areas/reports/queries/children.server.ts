import type { Place } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import { lastDayOf, type Period } from "~/lib/period";
import { namesOn } from "../../divisions/queries.server";
import type { Figure } from "../figure";
import { figureOf } from "../indicators/figures.server";

/** The newest approved report of every county of a province in a quarter. */
const approvedCounties = ({ lo, hi }: Pick<Place, "lo" | "hi">, period: Period) => Prisma.sql`
  select distinct on (division_id) division_id, id, submission from report
  where period = ${period} and division_id between ${lo + 1}::int and ${hi}::int
    and state in ('approved', 'accepted')
  order by division_id, version desc`;

/** A county in a province's figure, with its own one. */
export type SummedCounty = { divisionId: number; nameFa: string; nameEn: string; figure: Figure };

/** The counties that a province's figure adds up, by name. */
export async function listSummedCounties(
  db: Db,
  place: Pick<Place, "lo" | "hi">,
  period: Period,
  code: string,
): Promise<SummedCounty[]> {
  const rows = await db.$queryRaw<
    {
      id: number;
      name_fa: string;
      name_en: string;
      numerator: number;
      denominator: number | null;
      values: number[];
    }[]
  >`
    select n.id, named.name_fa, named.name_en, f.numerator, f.denominator, f.values
    from (${approvedCounties(place, period)}) r
    join report_figure f on f.division_id = r.division_id and f.report_id = r.id
      and f.submission = r.submission and f.indicator_code = ${code}
    join division n on n.id = r.division_id ${namesOn(lastDayOf(period))} order by named.name_fa limit 1000`;
  return rows.map(({ id, name_fa, name_en, ...row }) => ({
    divisionId: id,
    nameFa: name_fa,
    nameEn: name_en,
    figure: figureOf(code, row),
  }));
}

/** Figures of the approved counties of a province in a quarter, by indicator: what its own report adds up. */
export async function countyFiguresOf(
  db: Db,
  place: Pick<Place, "lo" | "hi">,
  period: Period,
): Promise<Map<string, Figure[]>> {
  const rows = await db.$queryRaw<
    { code: string; numerator: number; denominator: number | null; values: number[] }[]
  >`
    select f.indicator_code as code, f.numerator, f.denominator, f.values
    from (${approvedCounties(place, period)}) r
    join report_figure f on f.division_id = r.division_id and f.report_id = r.id and f.submission = r.submission`;
  const byCode = new Map<string, Figure[]>();
  for (const { code, ...row } of rows) byCode.set(code, [...(byCode.get(code) ?? []), figureOf(code, row)]);
  return byCode;
}
