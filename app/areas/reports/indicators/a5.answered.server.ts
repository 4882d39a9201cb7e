import { Prisma } from "~/kernel/db.server";
import { dayOf, inPlace, inQuarter, type Indicator } from "./definition.server";

/** Of the suggestions received in the quarter and not withdrawn, those answered by its end. */
export const suggestionsAnswered: Indicator = {
  code: "a5.answered",
  kind: "rate",
  record: "demand",
  sources: ["demand"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, r.received_on as day, 1 as amount, coalesce(${dayOf(Prisma.sql`r.answered_at`)} <= ${cell.asOf}::date, false) as counts
    from demand r
    where ${inPlace(cell)} and ${inQuarter(Prisma.sql`r.received_on`, cell)} and r.kind = 'suggestion' and r.state <> 'withdrawn'`,
};
