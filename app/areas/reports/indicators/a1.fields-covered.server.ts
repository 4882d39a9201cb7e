import { Prisma } from "~/kernel/db.server";
import { inPlace, type Indicator } from "./definition.server";

/** Fields in which at least one circle was at work on the last day of the quarter; the oldest circle stands for its field. */
export const fieldsCovered: Indicator = {
  code: "a1.fields-covered",
  kind: "count",
  record: "circle",
  sources: ["circle"],
  reach: "onward",
  records: (cell) => Prisma.sql`
    select distinct on (r.field) r.division_id, r.id, r.name as label, r.formed_on as day, 1 as amount, true as counts
    from circle r
    where ${inPlace(cell)} and r.field is not null and r.formed_on <= ${cell.asOf}::date
      and (r.closed_on is null or r.closed_on > ${cell.asOf}::date)
    order by r.field, r.formed_on, r.id`,
};
