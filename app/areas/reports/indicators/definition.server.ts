import { Prisma } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import type { RecordKind } from "../record-kind";

/** Tables whose rows an indicator reads: each carries marking triggers (`rollup.watch`) in the area's migration. */
export type Source =
  | "person"
  | "circle"
  | "contact"
  | "meeting"
  | "meeting_attendance"
  | "demand"
  | "obstacle"
  | "obligation"
  | "obligation_turn"
  | "tier_cadence"
  | "membership"
  | "join_request"
  | "obligation_event"
  | "meeting_invitation"
  | "meeting_outcome"
  | "minutes"
  | "resolution"
  | "visit";

/** The cell a definition is asked for: places `lo`..`hi` (equal for a county) and a quarter. */
export type Cell = {
  lo: number;
  hi: number;
  from: IsoDate;
  to: IsoDate;
  /** The day as of which stocks and limits are looked at: the quarter's last day, or today while it runs. */
  asOf: IsoDate;
};

/**
 * One indicator: one SQL definition. `records` yields the rows behind the figure with the columns
 * `division_id int, id uuid, label text, day date, amount int, counts boolean`: a row that `counts` is in the
 * numerator with its `amount`; of a rate every row is in the denominator; of a median `amount` is the row's value.
 * Figure and opened list are both read from it, so they cannot differ.
 */
export type Indicator = {
  code: string;
  kind: "count" | "sum" | "rate" | "median";
  record: RecordKind;
  sources: readonly Source[];
  /** A stock at the quarter's end changes all later quarters too; a flow only its own. */
  reach: "quarter" | "onward";
  /** Of what a sum's amounts are; people unless said. */
  measure?: "people" | "items";
  records: (cell: Cell) => Prisma.Sql;
};

/** The place's own predicate, so that an index that begins with the place serves it. `r` is the records' table. */
export function inPlace({ lo, hi }: Pick<Cell, "lo" | "hi">): Prisma.Sql {
  return lo === hi
    ? Prisma.sql`r.division_id = ${lo}::int`
    : Prisma.sql`r.division_id between ${lo}::int and ${hi}::int`;
}

/** A day column within the quarter. */
export function inQuarter(column: Prisma.Sql, { from, to }: Pick<Cell, "from" | "to">): Prisma.Sql {
  return Prisma.sql`${column} between ${from}::date and ${to}::date`;
}

/** An instant column whose day in Iran is within the quarter, so that an index over the instants serves it. */
export function momentInQuarter(column: Prisma.Sql, { from, to }: Pick<Cell, "from" | "to">): Prisma.Sql {
  return Prisma.sql`${column} >= ${from}::timestamp at time zone 'Asia/Tehran'
    and ${column} < (${to}::date + 1)::timestamp at time zone 'Asia/Tehran'`;
}

/** The day in Iran of an instant column. */
export function dayOf(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${column} at time zone 'Asia/Tehran')::date`;
}

/** Whoever had himself erased is counted to the end of that quarter, as before, and in no later one. */
export function notErasedBefore({ from }: Pick<Cell, "from">): Prisma.Sql {
  return Prisma.sql`(r.erased_at is null or ${dayOf(Prisma.sql`r.erased_at`)} >= ${from}::date)`;
}
