import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/** Announced visits of the quarter to which the official did not come and had no excuse. */
export const noShows: Indicator = {
  code: "a7.no-shows",
  kind: "count",
  record: "visit",
  sources: ["visit"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.target_fa as label, r.planned_on as day, 1 as amount, true as counts
    from visit r
    where ${inPlace(cell)} and ${inQuarter(Prisma.sql`r.planned_on`, cell)} and r.state = 'no-show' and r.excused is not true`,
};
