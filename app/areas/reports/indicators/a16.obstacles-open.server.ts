import { Prisma } from "~/kernel/db.server";
import { inPlace, type Indicator } from "./definition.server";

/** Obstacles that stood on the last day of the quarter. */
export const obstaclesOpen: Indicator = {
  code: "a16.obstacles-open",
  kind: "count",
  record: "obstacle",
  sources: ["obstacle"],
  reach: "onward",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, r.raised_on as day, 1 as amount, true as counts
    from obstacle r
    where ${inPlace(cell)} and r.raised_on <= ${cell.asOf}::date and r.state <> 'withdrawn'
      and coalesce(r.settled_on > ${cell.asOf}::date, true)`,
};
