import { Prisma } from "~/kernel/db.server";
import { dayOf, inPlace, type Indicator } from "./definition.server";

/** Of the place's obligations whose present limit ended in the quarter, those verified by the quarter's end. */
export const obligationsVerified: Indicator = {
  code: "a16.obligations-verified",
  kind: "rate",
  record: "obligation",
  sources: ["obligation"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.source_title as label, r.due_on as day, 1 as amount,
      coalesce(${dayOf(Prisma.sql`r.verified_at`)} <= ${cell.asOf}::date, false) as counts
    from obligation r
    where ${inPlace(cell)} and r.due_on between ${cell.from}::date and ${cell.asOf}::date
      and r.state not in ('withdrawn', 'not-applicable')`,
};
