import { Prisma } from "~/kernel/db.server";
import type { Indicator } from "./definition.server";
import { obligationTurns, TURN_SOURCES } from "./obligation-turns.server";

/** Of what the place owed with its first limit in the quarter, what has been given another day since. */
export const reDated: Indicator = {
  code: "a16.re-dated",
  kind: "rate",
  record: "obligation",
  sources: TURN_SOURCES,
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select t.division_id, t.id, t.label, t.day, 1 as amount, t.due_on <> t.day as counts
    from (${obligationTurns(cell, "first_due_on")}) t`,
};
