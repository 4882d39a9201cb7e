import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/** Of the visits whose day came in the quarter, those that were made; one called off was planned too. */
export const visitsMade: Indicator = {
  code: "a7.visits-made",
  kind: "rate",
  record: "visit",
  sources: ["visit"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.target_fa as label, r.planned_on as day, 1 as amount, r.state in ('made', 'reported') as counts
    from visit r
    where ${inPlace(cell)} and ${inQuarter(Prisma.sql`r.planned_on`, cell)} and r.planned_on <= ${cell.asOf}::date`,
};
