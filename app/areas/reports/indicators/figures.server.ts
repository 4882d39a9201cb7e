import { Prisma, type Db } from "~/kernel/db.server";
import { isoDate, isoOfDate, todayIn, type IsoDate } from "~/lib/jalali";
import { firstDayOf, lastDayOf, type Period } from "~/lib/period";
import type { Figure } from "../figure";
import type { Cell, Indicator } from "./definition.server";
import { findIndicator } from "./list.server";

/** An indicator and its figure. */
export type CodedFigure = Figure & { code: string };

/** A figure as its row keeps it. */
type Stored = {
  code: string;
  numerator: number;
  denominator: number | null;
  values: readonly number[] | null;
};

/** A figure from its row: of an indicator that is no median, the row's values are none. */
export function figureOf(code: string, { numerator, denominator, values }: Omit<Stored, "code">): Figure {
  return findIndicator(code)?.kind === "median"
    ? { numerator, denominator, values: values ?? [] }
    : { numerator, denominator };
}

/** Nothing counted: what an indicator says of no record. */
export function nothingOf(code: string): Figure {
  const kind = findIndicator(code)?.kind;
  return { numerator: 0, denominator: kind === "rate" ? 0 : null, ...(kind === "median" && { values: [] }) };
}

/** A record behind a figure. */
export type FigureRecord = {
  divisionId: number;
  id: string;
  label: string;
  day: IsoDate;
  /** What it adds to the numerator, where it counts. */
  amount: number;
  /** Whether it is in the numerator; of a rate, the others are in the denominator alone. */
  counts: boolean;
};

/** The cell of places `lo`..`hi` and a quarter, looked at on its last day or today while it runs. */
export function cellOf(place: { lo: number; hi: number }, period: Period, now: Date): Cell {
  const [from, to, today] = [firstDayOf(period), lastDayOf(period), todayIn(now)];
  return { lo: place.lo, hi: place.hi, from, to, asOf: today < to ? today : to };
}

/** Figures of several indicators in one cell, from the records themselves, in one statement. */
export async function computeFigures(
  db: Db,
  indicators: readonly Indicator[],
  cell: Cell,
): Promise<CodedFigure[]> {
  if (indicators.length === 0) return [];
  const parts = indicators.map(
    ({ code, kind, records }) => Prisma.sql`
      select ${code}::text as code, ${NUMERATOR[kind]} as numerator,
        ${kind === "rate" ? Prisma.sql`count(*)::int` : Prisma.sql`null::int`} as denominator,
        ${kind === "median" ? VALUES : Prisma.sql`null::int[]`} as values
      from (${records(cell)}) x`,
  );
  const rows = await db.$queryRaw<Stored[]>(Prisma.join(parts, " union all "));
  return rows.map(({ values, ...figure }) => ({ ...figure, ...(values && { values }) }));
}

const COUNT = Prisma.sql`(count(*) filter (where counts))::int`;
const SUM = Prisma.sql`coalesce(sum(amount) filter (where counts), 0)::int`;
const VALUES = Prisma.sql`coalesce(array_agg(amount order by amount) filter (where counts), '{}')`;
const NUMERATOR: Record<Indicator["kind"], Prisma.Sql> = { count: SUM, sum: SUM, rate: SUM, median: COUNT };

type Row = { division_id: number; id: string; label: string; day: Date; amount: number; counts: boolean };

const asRecord = (row: Row): FigureRecord => ({
  divisionId: row.division_id,
  id: row.id,
  label: row.label,
  day: isoDate(isoOfDate(row.day)),
  amount: row.amount,
  counts: row.counts,
});

/**
 * The records behind a figure, oldest first: the numerator's, and with `part: "rest"` those that are only in the
 * denominator. `after` is the last row of the page before.
 */
export async function listRecords(
  db: Db,
  { records }: Indicator,
  cell: Cell,
  options: { part?: "counted" | "rest"; after?: { day: IsoDate; id: string }; take: number },
): Promise<FigureRecord[]> {
  const { part = "counted", after, take } = options;
  const rows = await db.$queryRaw<Row[]>`
    select division_id, id, label, day, amount, counts from (${records(cell)}) x
    where counts = ${part === "counted"}
      ${after ? Prisma.sql`and (day, id) > (${after.day}::date, ${after.id}::uuid)` : Prisma.empty}
    order by day, id limit ${take}`;
  return rows.map(asRecord);
}

/** Ids of the numerator's records of each indicator, as an approved figure keeps them. */
export async function listRecordIds(
  db: Db,
  indicators: readonly Indicator[],
  cell: Cell,
): Promise<Map<string, string[]>> {
  const parts = indicators.map(
    ({ code, records }) => Prisma.sql`
      select ${code}::text as code, coalesce(array_agg(id order by day, id), '{}')::uuid[] as ids
      from (${records(cell)}) x where counts`,
  );
  const rows = await db.$queryRaw<{ code: string; ids: string[] }[]>(Prisma.join(parts, " union all "));
  return new Map(rows.map(({ code, ids }) => [code, ids]));
}
