import { Prisma } from "~/kernel/db.server";
import { dayOf, inPlace, type Indicator } from "./definition.server";

/**
 * Of the place's obligations whose first limit ended in the quarter, those reported done no later than that day
 * and not sent back since.
 */
export const onTimeFirstLimit: Indicator = {
  code: "a16.on-time-first-limit",
  kind: "rate",
  record: "obligation",
  sources: ["obligation"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.source_title as label, r.first_due_on as day, 1 as amount,
      coalesce(r.state in ('reported-done', 'verified') and ${dayOf(Prisma.sql`r.reported_at`)} <= r.first_due_on, false) as counts
    from obligation r
    where ${inPlace(cell)} and r.first_due_on between ${cell.from}::date and ${cell.asOf}::date
      and r.state not in ('withdrawn', 'not-applicable')`,
};
