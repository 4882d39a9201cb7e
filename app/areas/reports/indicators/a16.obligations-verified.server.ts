import { Prisma } from "~/kernel/db.server";
import { dayOf, type Indicator } from "./definition.server";
import { obligationTurns, TURN_SOURCES } from "./obligation-turns.server";

/** Of what the place owed with its present limit in the quarter, what was verified by the quarter's end. */
export const obligationsVerified: Indicator = {
  code: "a16.obligations-verified",
  kind: "rate",
  record: "obligation",
  sources: TURN_SOURCES,
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select t.division_id, t.id, t.label, t.day, 1 as amount,
      coalesce(${dayOf(Prisma.sql`t.verified_at`)} <= ${cell.asOf}::date, false) as counts
    from (${obligationTurns(cell, "due_on")}) t`,
};
