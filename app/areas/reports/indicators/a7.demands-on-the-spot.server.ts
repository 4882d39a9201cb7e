import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/** Demands taken down in the quarter while officials were among the people. */
export const demandsOnTheSpot: Indicator = {
  code: "a7.demands-on-the-spot",
  kind: "count",
  record: "demand",
  sources: ["demand"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, r.received_on as day, 1 as amount, true as counts
    from demand r
    where ${inPlace(cell)} and ${inQuarter(Prisma.sql`r.received_on`, cell)} and r.channel = 'visit'`,
};
