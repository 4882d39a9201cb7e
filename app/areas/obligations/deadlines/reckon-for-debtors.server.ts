import type { Actor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { emitEach } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { LimitsToReckon } from "../events";
import { standOf } from "../steps/stand";

/**
 * Asks that limits which were just given in other places be looked at once more there: a closure may be declared while they
 * are given, and an office knows the calendar of its own place alone. In the caller's open unit of work.
 */
export async function reckonForDebtors(db: Db, actor: Actor, divisionIds: readonly number[]): Promise<void> {
  const own = standOf(actor).id;
  const others = [...new Set(divisionIds)].filter((divisionId) => divisionId !== own);
  if (others.length === 0) return;
  const actId = uuidv7();
  await emitEach(
    db,
    actor,
    LimitsToReckon,
    others.map((divisionId) => ({ divisionId, actId })),
  );
}
