import { Prisma } from "~/kernel/db.server";
import { dayOf, inPlace, type Indicator } from "./definition.server";

/** Demands whose limit had passed without an answer on the last day of the quarter. */
export const overdueDemands: Indicator = {
  code: "a9.overdue",
  kind: "count",
  record: "demand",
  sources: ["demand"],
  reach: "onward",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, r.limit_on as day, 1 as amount, true as counts
    from demand r
    where ${inPlace(cell)} and r.limit_on < ${cell.asOf}::date and r.state <> 'withdrawn'
      and coalesce(${dayOf(Prisma.sql`r.answered_at`)} > ${cell.asOf}::date, true)`,
};
