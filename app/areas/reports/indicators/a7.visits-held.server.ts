import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/** Meetings held in the quarter in which officials were among the people. */
export const visitsHeld: Indicator = {
  code: "a7.visits-held",
  kind: "count",
  record: "meeting",
  sources: ["meeting"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, r.held_on as day, 1 as amount, true as counts
    from meeting r
    where ${inPlace(cell)} and ${inQuarter(Prisma.sql`r.held_on`, cell)}
      and r.kind = 'among-people' and r.state = 'held'`,
};
