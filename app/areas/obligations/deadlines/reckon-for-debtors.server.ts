import type { Actor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { emitEach } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { LimitsToReckon } from "../events";
import { standOf } from "../steps/stand";

/**
 * Asks that limits which were just given in other places be looked at by the calendars there: an issuer knows its own
 * calendar and not what a place below it has closed. In the caller's open unit of work.
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
