import { Prisma } from "~/kernel/db.server";
import { inPlace, type Indicator } from "./definition.server";

/** Circles at work on the last day of the quarter. */
export const circles: Indicator = {
  code: "a1.circles",
  kind: "count",
  record: "circle",
  sources: ["circle"],
  reach: "onward",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.name as label, r.formed_on as day, 1 as amount, true as counts
    from circle r
    where ${inPlace(cell)} and r.formed_on <= ${cell.asOf}::date
      and (r.closed_on is null or r.closed_on > ${cell.asOf}::date)`,
};
