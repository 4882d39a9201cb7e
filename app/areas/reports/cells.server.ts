import type { PlacedActor } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import { todayIn } from "~/lib/jalali";
import { nextPeriod, parsePeriod, periodOf, type Period } from "~/lib/period";
import { isSameFigure, type Figure } from "./figure";
import type { Indicator, Source } from "./indicators/definition.server";
import { cellOf, computeFigures, figureOf, type CodedFigure } from "./indicators/figures.server";
import { INDICATORS } from "./indicators/list.server";

/** Marks taken in one transaction. */
const BATCH = 500;

/** Serialises recomputing in one place: whoever computes later sees at least as much. */
const LOCK = 4_190_040;

type Mark = { period: string; source: string };

/** The cells that marks touch: an indicator by quarter, onward to the running quarter where it is a stock. */
export function cellsOf(
  marks: readonly Mark[],
  current: Period,
  indicators: readonly Indicator[] = INDICATORS,
): Map<Period, Indicator[]> {
  const touched = new Map<Period, Set<Indicator>>();
  const touch = (period: Period, indicator: Indicator) => {
    const set = touched.get(period) ?? new Set();
    touched.set(period, set.add(indicator));
  };
  for (const mark of marks) {
    const first = parsePeriod(mark.period);
    if (!first) continue;
    for (const indicator of indicators) {
      if (!indicator.sources.includes(mark.source as Source)) continue;
      touch(first, indicator);
      if (indicator.reach === "onward")
        for (let period = first; period < current;) touch((period = nextPeriod(period)), indicator);
    }
  }
  return new Map([...touched].map(([period, set]) => [period, [...set]]));
}

/** Writes the live figures of one place and quarter into its cells. */
async function writeCells(
  db: Db,
  placeId: number,
  period: Period,
  figures: readonly CodedFigure[],
  now: Date,
) {
  const values = figures.map(
    ({ code, numerator, denominator, values: cases = [] }) =>
      Prisma.sql`(${placeId}::int, ${period}::text, ${code}::text, ${numerator}::int, ${denominator}::int, ${[...cases]}::int[], ${now}::timestamptz)`,
  );
  await db.$executeRaw`
    insert into rollup_cell (division_id, period, indicator_code, numerator, denominator, values, computed_at)
    values ${Prisma.join(values)}
    on conflict (division_id, period, indicator_code) do update
      set numerator = excluded.numerator, denominator = excluded.denominator, values = excluded.values,
        computed_at = excluded.computed_at`;
}

/**
 * Takes the waiting marks of the actor's place and recomputes the cells they touch from the records, in the open unit
 * of work: marks go exactly if the cells are written. Returns how many marks were taken; ask again while it is a
 * full batch. Whoever is killed in between leaves the marks as they were.
 */
export async function recomputeMarked(db: Db, actor: PlacedActor, now: Date): Promise<number> {
  const placeId = actor.place.id;
  await db.$executeRaw`select pg_advisory_xact_lock(${LOCK}::int, ${placeId}::int)`;
  const marks = await db.$queryRaw<Mark[]>`
    delete from rollup_mark where division_id = ${placeId} and id in (
      select id from rollup_mark where division_id = ${placeId} order by id limit ${BATCH} for update skip locked)
    returning period, source`;
  for (const [period, indicators] of cellsOf(marks, periodOf(todayIn(now), "quarter"))) {
    const figures = await computeFigures(db, indicators, cellOf({ lo: placeId, hi: placeId }, period, now));
    await writeCells(db, placeId, period, figures, now);
  }
  return marks.length;
}

/** As full batches as there are, for a page that must show the newest figures of one county. */
export async function recomputeAllMarked(db: Db, actor: PlacedActor, now: Date): Promise<void> {
  while ((await recomputeMarked(db, actor, now)) === BATCH);
}

/** A cell that did not say what the records say, though no mark waited for it. */
export type Difference = {
  divisionId: number;
  period: Period;
  code: string;
  cell: Figure | null;
  records: Figure;
};

/**
 * Recomputes every cell of the place over `periods` (oldest first, without gaps) from the records, mends those that
 * differ and returns them. Marks that wait are taken first; what is written meanwhile has its mark and is no
 * difference; a quarter that still runs is mended but not reported, as its day moves on.
 */
export async function recount(
  db: Db,
  actor: PlacedActor,
  periods: readonly Period[],
  now: Date,
): Promise<Difference[]> {
  const placeId = actor.place.id;
  await recomputeAllMarked(db, actor, now);
  const stored = await db.rollupCell.findMany({
    where: { divisionId: placeId, period: { gte: periods[0] ?? "", lte: periods.at(-1) ?? "" } },
    take: periods.length * INDICATORS.length * 2,
  });
  const cells = new Map(stored.map((cell) => [`${cell.period} ${cell.indicatorCode}`, cell]));
  const current = periodOf(todayIn(now), "quarter");
  const differences: Difference[] = [];
  for (const period of periods) {
    const figures = await computeFigures(db, INDICATORS, cellOf({ lo: placeId, hi: placeId }, period, now));
    const differing = figures.filter(({ code, ...figure }) => {
      const cell = cells.get(`${period} ${code}`);
      if (!cell) return figure.numerator !== 0 || (figure.denominator ?? 0) !== 0;
      return !isSameFigure(figureOf(code, cell), figure);
    });
    if (differing.length > 0) await writeCells(db, placeId, period, differing, now);
    if (period >= current) continue;
    for (const { code, ...figure } of differing) {
      const cell = cells.get(`${period} ${code}`);
      differences.push({
        divisionId: placeId,
        period,
        code,
        cell: cell ? figureOf(code, cell) : null,
        records: figure,
      });
    }
  }
  const waiting = await db.$queryRaw<Mark[]>`
    select distinct period, source from rollup_mark where division_id = ${placeId}`;
  const marked = cellsOf(waiting, current);
  return differences.filter(
    ({ period, code }) => !marked.get(period)?.some((indicator) => indicator.code === code),
  );
}
