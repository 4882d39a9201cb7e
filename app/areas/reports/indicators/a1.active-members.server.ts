import { Prisma } from "~/kernel/db.server";
import { dayOf, inPlace, notErasedBefore, type Indicator } from "./definition.server";

/** Members of the network on the last day of the quarter, silent ones too: how alive it is, the cadence says. */
export const activeMembers: Indicator = {
  code: "a1.active-members",
  kind: "count",
  record: "person",
  sources: ["person"],
  reach: "onward",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.full_name as label, j.day, 1 as amount, true as counts
    from person r
    cross join lateral (select coalesce(r.joined_on, ${dayOf(Prisma.sql`r.created_at`)}) as day) j
    where ${inPlace(cell)} and r.state = 'active' and j.day <= ${cell.asOf}::date
      and ${notErasedBefore(cell)}`,
};
