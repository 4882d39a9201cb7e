import { Prisma } from "~/kernel/db.server";
import { dayOf, type Indicator } from "./definition.server";
import { obligationTurns, TURN_SOURCES } from "./obligation-turns.server";

/**
 * Of what the place owed with its first limit in the quarter, what was reported done no later than that day and not
 * sent back since.
 */
export const onTimeFirstLimit: Indicator = {
  code: "a16.on-time-first-limit",
  kind: "rate",
  record: "obligation",
  sources: TURN_SOURCES,
  reach: "quarter",
  records: (cell) => Prisma.sql`
    select t.division_id, t.id, t.label, t.day, 1 as amount,
      coalesce(t.stands and ${dayOf(Prisma.sql`t.reported_at`)} <= t.day, false) as counts
    from (${obligationTurns(cell, "first_due_on")}) t`,
};
