import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/** Obligations of the place at which a circle of the network looked on the spot in the quarter, each once. */
export const monitored: Indicator = {
  code: "a3.monitored",
  kind: "count",
  record: "obligation",
  sources: ["obligation_event"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select distinct on (r.obligation_id) r.division_id, coalesce(o.turn_id, o.id) as id, o.source_title as label,
      r.visited_on as day, 1 as amount, true as counts
    from obligation_event r join obligation o on o.division_id = r.division_id and o.id = r.obligation_id
    where ${inPlace(cell)} and r.circle_name is not null and ${inQuarter(Prisma.sql`r.visited_on`, cell)}
    order by r.obligation_id, r.visited_on, r.id`,
};
