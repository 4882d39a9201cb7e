import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/** Days from raising an obstacle to finding it cleared on the ground, of those found so in the quarter. */
export const daysToClear: Indicator = {
  code: "a16.days-to-clear",
  kind: "median",
  record: "obstacle",
  sources: ["obstacle"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, r.settled_on as day, greatest(r.settled_on - r.raised_on, 0) as amount, true as counts
    from obstacle r
    where ${inPlace(cell)} and ${inQuarter(Prisma.sql`r.settled_on`, cell)} and r.state = 'verified'`,
};
