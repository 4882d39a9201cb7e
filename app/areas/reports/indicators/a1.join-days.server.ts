import { Prisma } from "~/kernel/db.server";
import { dayOf, inPlace, momentInQuarter, type Indicator } from "./definition.server";

/** Days from a request to join to its decision, of the requests decided in the quarter. */
export const joinDays: Indicator = {
  code: "a1.join-days",
  kind: "median",
  record: "join-request",
  sources: ["join_request"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, coalesce(r.full_name, '') as label, d.day,
      greatest(d.day - ${dayOf(Prisma.sql`r.received_at`)}, 0) as amount, true as counts
    from join_request r
    cross join lateral (select ${dayOf(Prisma.sql`r.decided_at`)} as day) d
    where ${inPlace(cell)} and r.state in ('accepted', 'declined') and ${momentInQuarter(Prisma.sql`r.decided_at`, cell)}`,
};
