import { Prisma } from "~/kernel/db.server";
import { dayOf, inPlace, momentInQuarter, type Indicator } from "./definition.server";

/** Days from the issue of an obligation to its acknowledgement, of those acknowledged in the quarter. */
export const daysToAcknowledge: Indicator = {
  code: "a16.days-to-acknowledge",
  kind: "median",
  record: "obligation",
  sources: ["obligation"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, coalesce(r.turn_id, r.id) as id, r.source_title as label, a.day,
      greatest(a.day - ${dayOf(Prisma.sql`r.issued_at`)}, 0) as amount, true as counts
    from obligation r
    cross join lateral (select ${dayOf(Prisma.sql`r.acknowledged_at`)} as day) a
    where ${inPlace(cell)} and ${momentInQuarter(Prisma.sql`r.acknowledged_at`, cell)} and r.state <> 'withdrawn'`,
};
