import { Prisma } from "~/kernel/db.server";
import { dayOf, inPlace, notErasedBefore, type Indicator } from "./definition.server";

/**
 * Members who were reached within the cadence of their tier, looked at on the last day of the quarter; who asked for no
 * contact is waited for by nobody. The
 * nearest place that sets a cadence for the tier decides: the county, else its province, else the nation.
 */
export const withinCadence: Indicator = {
  code: "a2.within-cadence",
  kind: "rate",
  record: "person",
  sources: ["person", "contact", "tier_cadence"],
  reach: "onward",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.full_name as label, coalesce(c.day, j.day) as day, 1 as amount,
      coalesce(c.day >= ${cell.asOf}::date - t.days, false) as counts
    from person r
    cross join lateral (select coalesce(r.joined_on, ${dayOf(Prisma.sql`r.created_at`)}) as day) j
    left join lateral (
      select max(k.happened_on) as day from contact k
      where k.division_id = r.division_id and k.person_id = r.id and k.outcome = 'reached'
        and k.happened_on <= ${cell.asOf}::date) c on true
    left join lateral (
      select q.days from tier_cadence q
      where q.tier = r.tier and q.days is not null and q.division_id in (r.division_id, r.division_id / 1000 * 1000, 0)
      order by q.division_id desc limit 1) t on true
    where ${inPlace(cell)} and r.state = 'active' and not r.no_contact and j.day <= ${cell.asOf}::date
      and ${notErasedBefore(cell)}`,
};
