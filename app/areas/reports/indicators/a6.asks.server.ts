import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/** What one side asked in the thematic meetings of the quarter, as their outcomes were written down. */
const asksOf = (side: "people" | "bodies"): Indicator => ({
  code: `a6.asks-of-${side}`,
  kind: "sum",
  record: "meeting",
  sources: ["meeting", "meeting_outcome"],
  reach: "quarter",
  measure: "items",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, r.held_on as day, o.amount, true as counts
    from meeting r
    join lateral (
      select count(*)::int as amount from meeting_outcome o
      where o.division_id = r.division_id and o.meeting_id = r.id and o.kind = ${`${side}-ask`}
        and o.removed_at is null) o on o.amount > 0
    where ${inPlace(cell)} and ${inQuarter(Prisma.sql`r.held_on`, cell)} and r.kind = 'thematic' and r.state = 'held'`,
});

export const asksOfPeople = asksOf("people");
export const asksOfBodies = asksOf("bodies");
