import { Prisma } from "~/kernel/db.server";
import { dayOf, inPlace, inQuarter, type Indicator } from "./definition.server";

/** Of the demands on which a citizen gave his word in the quarter, those he called solved. */
export const confirmed: Indicator = {
  code: "a9.confirmed",
  kind: "rate",
  record: "demand",
  sources: ["demand"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, ${dayOf(Prisma.sql`r.verdict_at`)} as day, 1 as amount,
      coalesce(r.verdict = 'solved', false) as counts
    from demand r
    where ${inPlace(cell)} and ${inQuarter(dayOf(Prisma.sql`r.verdict_at`), cell)}`,
};
