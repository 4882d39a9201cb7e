import { Prisma } from "~/kernel/db.server";
import { dayOf, inPlace, type Indicator } from "./definition.server";

/** Of the demands whose limit ended in the quarter and that were not withdrawn, those answered no later than that day. */
export const answeredInTime: Indicator = {
  code: "a9.answered-in-time",
  kind: "rate",
  record: "demand",
  sources: ["demand"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, r.limit_on as day, 1 as amount,
      coalesce(${dayOf(Prisma.sql`r.answered_at`)} <= r.limit_on, false) as counts
    from demand r
    where ${inPlace(cell)} and r.limit_on between ${cell.from}::date and ${cell.asOf}::date
      and r.state <> 'withdrawn'`,
};
