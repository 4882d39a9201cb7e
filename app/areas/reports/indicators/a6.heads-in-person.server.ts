import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/** Of the bodies called to the thematic and joint meetings held in the quarter, those whose head came himself. */
export const headsInPerson: Indicator = {
  code: "a6.heads-in-person",
  kind: "rate",
  record: "invitation",
  sources: ["meeting", "meeting_invitation"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select i.division_id, i.id, coalesce(i.organisation, i.name) as label, r.held_on as day, 1 as amount,
      coalesce(i.attended = 'present', false) as counts
    from meeting r
    join meeting_invitation i on i.division_id = r.division_id and i.meeting_id = r.id
    where ${inPlace(cell)} and ${inQuarter(Prisma.sql`r.held_on`, cell)} and r.kind in ('thematic', 'joint')
      and r.state = 'held' and i.office_id is not null and i.withdrawn_at is null`,
};
