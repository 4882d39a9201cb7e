import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/** Of the thematic meetings whose day came in the quarter, those held: what was announced and what was called off are both planned. */
export const heldOfPlanned: Indicator = {
  code: "a6.held-of-planned",
  kind: "rate",
  record: "meeting",
  sources: ["meeting"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, r.held_on as day, 1 as amount, r.state = 'held' as counts
    from meeting r
    where ${inPlace(cell)} and ${inQuarter(Prisma.sql`r.held_on`, cell)}
      and r.held_on <= ${cell.asOf}::date and r.kind = 'thematic' and r.state <> 'draft'`,
};
