import { Prisma } from "~/kernel/db.server";
import { inPlace, type Cell, type Source } from "./definition.server";

/** What `obligationTurns` reads. */
export const TURN_SOURCES: readonly Source[] = ["obligation", "obligation_turn"];

/**
 * What a place owed with its limit (`limit`) in the quarter: obligations, and of a continuous one each turn by itself,
 * the running turn from the obligation's own row and a finished one from its kept row. A turn has one id all its life.
 */
export function obligationTurns(cell: Cell, limit: "due_on" | "first_due_on"): Prisma.Sql {
  const column = Prisma.raw(`r.${limit}`);
  const due = Prisma.sql`${inPlace(cell)} and ${column} between ${cell.from}::date and ${cell.asOf}::date`;
  return Prisma.sql`
    select r.division_id, coalesce(r.turn_id, r.id) as id, r.source_title as label, ${column} as day,
      r.state in ('reported-done', 'verified') as stands, r.reported_at, r.verified_at, r.due_on
    from obligation r where ${due} and r.state not in ('withdrawn', 'not-applicable')
    union all
    select r.division_id, r.id, o.source_title, ${column}, true, r.reported_at, r.verified_at, r.due_on
    from obligation_turn r join obligation o on o.division_id = r.division_id and o.id = r.obligation_id
    where ${due}`;
}
