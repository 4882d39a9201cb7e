import type { Actor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { ObligationAcknowledged } from "../events";
import type { Which } from "../schema";
import { obligationFor, takeStep } from "../steps/step.server";

/** The debtor has received it. */
export async function acknowledgeObligation(actor: Actor, which: Which, now = clock()) {
  return within(actor, async (db) => {
    const { row, next } = await obligationFor(db, actor, "acknowledge", which, now);
    await takeStep(db, actor, "acknowledge", row, { state: next, acknowledgedAt: now }, { at: now });
    await emit(db, actor, ObligationAcknowledged, { divisionId: row.divisionId, obligationId: row.id });
    return { id: row.id };
  });
}
