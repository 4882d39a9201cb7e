import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/** Contacts in which the member was reached, of all contacts of the quarter. */
export const reachRate: Indicator = {
  code: "a2.reach-rate",
  kind: "rate",
  record: "contact",
  sources: ["contact"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, p.full_name as label, r.happened_on as day, 1 as amount,
      r.outcome = 'reached' as counts
    from contact r
    join person p on p.division_id = r.division_id and p.id = r.person_id
    where ${inPlace(cell)} and p.state <> 'cancelled'
      and ${inQuarter(Prisma.sql`r.happened_on`, cell)}`,
};
