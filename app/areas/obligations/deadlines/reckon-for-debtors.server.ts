import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { emitEach } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { LimitsToReckon } from "../events";

/**
 * Asks that limits which were just given in other places be looked at by the calendars there: an issuer knows its own
 * calendar and not what a place below it has closed. In the caller's open unit of work.
 */
export async function reckonForDebtors(
  db: Db,
  actor: PlacedActor,
  divisionIds: readonly number[],
): Promise<void> {
  const others = [...new Set(divisionIds)].filter((divisionId) => divisionId !== actor.place.id);
  if (others.length === 0) return;
  const actId = uuidv7();
  await emitEach(
    db,
    actor,
    LimitsToReckon,
    others.map((divisionId) => ({ divisionId, actId })),
  );
}
