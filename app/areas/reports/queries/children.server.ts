import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import type { Period } from "~/lib/period";
import type { Figure } from "../figure";

/** Figures of the approved counties of a province in a quarter, by indicator: what its own report adds up. */
export async function countyFiguresOf(
  db: Db,
  { lo, hi }: Pick<Place, "lo" | "hi">,
  period: Period,
): Promise<Map<string, Figure[]>> {
  const rows = await db.$queryRaw<{ code: string; numerator: number; denominator: number | null }[]>`
    select f.indicator_code as code, f.numerator, f.denominator
    from (select distinct on (division_id) division_id, id, submission from report
          where period = ${period} and division_id between ${lo + 1}::int and ${hi}::int
            and state in ('approved', 'accepted')
          order by division_id, version desc) r
    join report_figure f on f.division_id = r.division_id and f.report_id = r.id and f.submission = r.submission`;
  const byCode = new Map<string, Figure[]>();
  for (const { code, numerator, denominator } of rows)
    byCode.set(code, [...(byCode.get(code) ?? []), { numerator, denominator }]);
  return byCode;
}
