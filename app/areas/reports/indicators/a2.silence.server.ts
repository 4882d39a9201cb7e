import { Prisma } from "~/kernel/db.server";
import { dayOf, inPlace, notErasedBefore, type Indicator } from "./definition.server";

/** Days since a member was last reached (since he joined, where he never was), of the members on the last day of the quarter;
 * who asked for no contact is waited for by nobody. */
export const silence: Indicator = {
  code: "a2.silence",
  kind: "median",
  record: "person",
  sources: ["person", "contact"],
  reach: "onward",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.full_name as label, s.day, ${cell.asOf}::date - s.day as amount, true as counts
    from person r
    cross join lateral (select coalesce(r.joined_on, ${dayOf(Prisma.sql`r.created_at`)}) as day) j
    cross join lateral (
      select coalesce(max(k.happened_on), j.day) as day from contact k
      where k.division_id = r.division_id and k.person_id = r.id and k.outcome = 'reached'
        and k.happened_on <= ${cell.asOf}::date) s
    where ${inPlace(cell)} and r.state = 'active' and not r.no_contact and j.day <= ${cell.asOf}::date and ${notErasedBefore(cell)}`,
};
