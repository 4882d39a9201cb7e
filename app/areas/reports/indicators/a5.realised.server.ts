import { Prisma } from "~/kernel/db.server";
import { dayOf, inPlace, momentInQuarter, type Indicator } from "./definition.server";

/** Of the suggestions answered in the quarter, those done wholly or in part. */
export const suggestionsRealised: Indicator = {
  code: "a5.realised",
  kind: "rate",
  record: "demand",
  sources: ["demand"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, ${dayOf(Prisma.sql`r.answered_at`)} as day, 1 as amount, coalesce(r.answer_kind in ('done', 'partly'), false) as counts
    from demand r
    where ${inPlace(cell)} and ${momentInQuarter(Prisma.sql`r.answered_at`, cell)} and r.kind = 'suggestion'
      and r.state <> 'withdrawn'`,
};
