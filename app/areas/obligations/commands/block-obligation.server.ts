import type { Actor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { ObligationBlocked } from "../events";
import type { Block, Which } from "../schema";
import { obligationFor, takeStep } from "../steps/step.server";

/**
 * Something stands in the way: the note says what, and where it is an obstacle that the place has raised, which one.
 * Refuses `invalid` an obstacle of another place.
 */
export async function blockObligation(actor: Actor, which: Which, input: Block, now = clock()) {
  return within(actor, async (db) => {
    const { row, next } = await obligationFor(db, actor, "block", which, now);
    const obstacleId = input.obstacleId ?? null;
    if (obstacleId) {
      const found = await db.obstacle.count({ where: { divisionId: row.divisionId, id: obstacleId } });
      if (found === 0) throw new Refusal("invalid", "form.choose", { field: "obstacleId" });
    }
    await takeStep(db, actor, "block", row, { state: next, obstacleId }, { note: input.note, at: now });
    await emit(db, actor, ObligationBlocked, { divisionId: row.divisionId, obligationId: row.id });
    return { id: row.id };
  });
}
