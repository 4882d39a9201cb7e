import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/** Obstacles raised to the level above in the quarter. */
export const obstaclesRaised: Indicator = {
  code: "a16.obstacles-raised",
  kind: "count",
  record: "obstacle",
  sources: ["obstacle"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, r.raised_on as day, 1 as amount, true as counts
    from obstacle r
    where ${inPlace(cell)} and ${inQuarter(Prisma.sql`r.raised_on`, cell)}`,
};
