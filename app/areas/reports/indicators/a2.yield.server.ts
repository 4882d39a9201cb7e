import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/** Of the contacts in which a member was reached, those that asked for something to be done. */
export const contactYield: Indicator = {
  code: "a2.yield",
  kind: "rate",
  record: "contact",
  sources: ["contact"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, p.full_name as label, r.happened_on as day, 1 as amount, r.action_needed as counts
    from contact r
    join person p on p.division_id = r.division_id and p.id = r.person_id
    where ${inPlace(cell)} and p.state <> 'cancelled' and ${inQuarter(Prisma.sql`r.happened_on`, cell)} and r.outcome = 'reached'`,
};
