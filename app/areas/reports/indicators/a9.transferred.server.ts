import { Prisma } from "~/kernel/db.server";
import { inPlace, inQuarter, type Indicator } from "./definition.server";

/** Of the demands received in the quarter and not withdrawn, those that a body passed to another one. */
export const transferred: Indicator = {
  code: "a9.transferred",
  kind: "rate",
  record: "demand",
  sources: ["demand"],
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select r.division_id, r.id, r.title as label, r.received_on as day, 1 as amount, r.transfers > 0 as counts
    from demand r
    where ${inPlace(cell)} and ${inQuarter(Prisma.sql`r.received_on`, cell)} and r.state <> 'withdrawn'`,
};
