import { Prisma } from "~/kernel/db.server";
import { dayOf, inPlace, notErasedBefore, type Indicator } from "./definition.server";

/** Of the members on the last day of the quarter, those who sat in a circle on that day. */
export const inCircles: Indicator = {
  code: "a1.in-circles",
  kind: "rate",
  record: "person",
  sources: ["person", "membership"],
  reach: "onward",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.full_name as label, j.day, 1 as amount, exists (
      select from membership m where m.division_id = r.division_id and m.person_id = r.id
        and m.from_on <= ${cell.asOf}::date and (m.to_on is null or m.to_on > ${cell.asOf}::date)) as counts
    from person r
    cross join lateral (select coalesce(r.joined_on, ${dayOf(Prisma.sql`r.created_at`)}) as day) j
    where ${inPlace(cell)} and r.state = 'active' and j.day <= ${cell.asOf}::date and ${notErasedBefore(cell)}`,
};
