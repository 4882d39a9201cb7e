import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/** Participants of all classes in the thematic meetings of the quarter: the sum of the recorded counts. */
export const attendance: Indicator = {
  code: "a6.attendance",
  kind: "sum",
  record: "meeting",
  sources: ["meeting", "meeting_attendance"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, r.held_on as day, a.amount, true as counts
    from meeting r
    join lateral (
      select sum(count)::int as amount from meeting_attendance a
      where a.division_id = r.division_id and a.meeting_id = r.id) a on a.amount > 0
    where ${inPlace(cell)} and ${inQuarter(Prisma.sql`r.held_on`, cell)}
      and r.kind = 'thematic' and r.state = 'held'`,
};
