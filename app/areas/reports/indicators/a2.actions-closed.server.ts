import { Prisma } from "~/kernel/db.server";
import { dayOf, inPlace, inQuarter, type Indicator } from "./definition.server";

/** Of the contacts that asked for something to be done, those of which it was done by the end of the quarter. */
export const actionsClosed: Indicator = {
  code: "a2.actions-closed",
  kind: "rate",
  record: "contact",
  sources: ["contact"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, p.full_name as label, r.happened_on as day, 1 as amount, coalesce(${dayOf(Prisma.sql`r.action_taken_at`)} <= ${cell.asOf}::date, false) as counts
    from contact r
    join person p on p.division_id = r.division_id and p.id = r.person_id
    where ${inPlace(cell)} and p.state <> 'cancelled' and ${inQuarter(Prisma.sql`r.happened_on`, cell)} and r.action_needed`,
};
