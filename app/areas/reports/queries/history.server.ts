import type { Db } from "~/kernel/db.server";
import { lastPeriods, type Period } from "~/lib/period";
import type { Figure } from "../figure";
import { figureOf } from "../indicators/figures.server";

/** Quarters that a line shows, the one under work included. */
export const QUARTERS = 8;

export type History = Map<string, (Figure | null)[]>;

/**
 * Figures of one county in the seven quarters before `period`, oldest first, by indicator: frozen where a version is
 * approved, else the live cell; null where nothing is known.
 */
export async function listHistory(db: Db, divisionId: number, period: Period): Promise<History> {
  const earlier = lastPeriods(period, QUARTERS).slice(0, -1);
  const [from, to] = [earlier[0], earlier.at(-1)];
  const rows = await db.$queryRaw<
    { period: Period; code: string; numerator: number; denominator: number | null; values: number[] }[]
  >`
    with approved as (
      select distinct on (period) period, id, submission from report
      where division_id = ${divisionId} and period between ${from} and ${to} and state in ('approved', 'accepted')
      order by period, version desc)
    select a.period, f.indicator_code as code, f.numerator, f.denominator, f.values
    from approved a join report_figure f
      on f.division_id = ${divisionId} and f.report_id = a.id and f.submission = a.submission
    union all
    select c.period, c.indicator_code, c.numerator, c.denominator, c.values from rollup_cell c
    where c.division_id = ${divisionId} and c.period between ${from} and ${to}
      and not exists (select from approved a where a.period = c.period)`;
  const history: History = new Map();
  for (const { period: quarter, code, ...row } of rows) {
    const line = history.get(code) ?? earlier.map(() => null);
    line[earlier.indexOf(quarter)] = figureOf(code, row);
    history.set(code, line);
  }
  return history;
}
