import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/** Resolutions in the issued minutes of the joint meetings held in the quarter. */
export const resolutionsOfJoint: Indicator = {
  code: "a8.resolutions",
  kind: "sum",
  record: "meeting",
  sources: ["meeting", "minutes", "resolution"],
  reach: "quarter",
  measure: "items",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, r.held_on as day, s.amount, true as counts
    from meeting r
    join lateral (
      select count(*)::int as amount from minutes m
      join resolution s on s.division_id = m.division_id and s.minutes_id = m.id
      where m.division_id = r.division_id and m.meeting_id = r.id) s on s.amount > 0
    where ${inPlace(cell)} and ${inQuarter(Prisma.sql`r.held_on`, cell)} and r.kind = 'joint' and r.state = 'held'`,
};
