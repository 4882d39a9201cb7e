import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/** Contacts with members that were logged for the quarter, with any outcome; those of a wrong record are none. */
export const contacts: Indicator = {
  code: "a2.contacts",
  kind: "count",
  record: "contact",
  sources: ["contact"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, p.full_name as label, r.happened_on as day, 1 as amount, true as counts
    from contact r
    join person p on p.division_id = r.division_id and p.id = r.person_id
    where ${inPlace(cell)} and p.state <> 'cancelled' and ${inQuarter(Prisma.sql`r.happened_on`, cell)}`,
};
