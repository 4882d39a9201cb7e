import { Prisma } from "~/kernel/db.server";
import { dayOf, inPlace, momentInQuarter, type Indicator } from "./definition.server";

/** Days from receipt to the answer that stands, of the suggestions answered in the quarter and not withdrawn. */
export const suggestionDays: Indicator = {
  code: "a5.days-to-answer",
  kind: "median",
  record: "demand",
  sources: ["demand"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, a.day, greatest(a.day - r.received_on, 0) as amount, true as counts
    from demand r
    cross join lateral (select ${dayOf(Prisma.sql`r.answered_at`)} as day) a
    where ${inPlace(cell)} and ${momentInQuarter(Prisma.sql`r.answered_at`, cell)} and r.kind = 'suggestion'
      and r.state <> 'withdrawn'`,
};
