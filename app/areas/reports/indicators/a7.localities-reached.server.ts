import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/** Localities in which a visit was made in the quarter, each once. */
export const localitiesReached: Indicator = {
  code: "a7.localities-reached",
  kind: "count",
  record: "visit",
  sources: ["visit"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select distinct on (r.locality) r.division_id, r.id, r.target_fa as label, r.planned_on as day, 1 as amount, true as counts
    from visit r
    where ${inPlace(cell)} and ${inQuarter(Prisma.sql`r.planned_on`, cell)} and r.state in ('made', 'reported')
      and r.locality is not null
    order by r.locality, r.planned_on, r.id`,
};
