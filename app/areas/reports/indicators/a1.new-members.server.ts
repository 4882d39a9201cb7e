import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/**
 * People who joined the network in the quarter, whatever became of them since; a wrong record is nobody, and who came over
 * from another county joined there. With its offset the last is asked of each of them by the index; as a join, it reads all
 * steps for each where the statistics do not know yet that a county has many.
 */
export const newMembers: Indicator = {
  code: "a1.new-members",
  kind: "count",
  record: "person",
  sources: ["person"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.full_name as label, r.joined_on as day, 1 as amount, true as counts
    from person r
    where ${inPlace(cell)} and r.state <> 'cancelled' and ${inQuarter(Prisma.sql`r.joined_on`, cell)}
      and not exists (select from person_state_change s where s.division_id = r.division_id and s.person_id = r.id
        and s.happened_on = r.joined_on and s.state = 'active' and s.reason = 'relocated' offset 0)`,
};
