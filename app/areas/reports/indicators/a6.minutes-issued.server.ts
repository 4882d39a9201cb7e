import { Prisma } from "~/kernel/db.server";
import { dayOf, inPlace, inQuarter, type Indicator } from "./definition.server";

/** Of the thematic and joint meetings held in the quarter, those whose minutes were issued by its end. */
export const minutesIssued: Indicator = {
  code: "a6.minutes-issued",
  kind: "rate",
  record: "meeting",
  sources: ["meeting", "minutes"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, r.held_on as day, 1 as amount, exists (
      select from minutes m where m.division_id = r.division_id and m.meeting_id = r.id
        and ${dayOf(Prisma.sql`m.issued_at`)} <= ${cell.asOf}::date) as counts
    from meeting r
    where ${inPlace(cell)} and ${inQuarter(Prisma.sql`r.held_on`, cell)}
      and r.kind in ('thematic', 'joint') and r.state = 'held'`,
};
