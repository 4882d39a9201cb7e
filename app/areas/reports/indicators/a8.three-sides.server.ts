import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/** Of the joint meetings held in the quarter, those at which the network, bodies, and a council or municipality were counted. */
export const threeSides: Indicator = {
  code: "a8.three-sides",
  kind: "rate",
  record: "meeting",
  sources: ["meeting", "meeting_attendance"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, r.held_on as day, 1 as amount, a.counts
    from meeting r
    cross join lateral (
      select coalesce(bool_or(a.participants = 'network') and bool_or(a.participants = 'bodies')
        and bool_or(a.participants in ('councils', 'municipalities')), false) as counts
      from meeting_attendance a
      where a.division_id = r.division_id and a.meeting_id = r.id and a.count > 0) a
    where ${inPlace(cell)} and ${inQuarter(Prisma.sql`r.held_on`, cell)} and r.kind = 'joint' and r.state = 'held'`,
};
