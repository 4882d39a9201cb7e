import { Prisma } from "~/kernel/db.server";
import { dayOf, inPlace, momentInQuarter, type Indicator } from "./definition.server";

/** Of the demands answered with something done in the quarter, those on which the citizen has given his word by its end. */
export const voiced: Indicator = {
  code: "a9.voiced",
  kind: "rate",
  record: "demand",
  sources: ["demand"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, ${dayOf(Prisma.sql`r.answered_at`)} as day, 1 as amount, coalesce(${dayOf(Prisma.sql`r.verdict_at`)} <= ${cell.asOf}::date, false) as counts
    from demand r
    where ${inPlace(cell)} and ${momentInQuarter(Prisma.sql`r.answered_at`, cell)}
      and r.answer_kind in ('done', 'partly') and r.state <> 'withdrawn'`,
};
