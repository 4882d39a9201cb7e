import type { Actor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { ObligationRejected } from "../events";
import type { ReasonedStep, Which } from "../schema";
import { obligationFor, takeStep } from "../steps/step.server";

/** The issuer finds it not done and says why; the debtor goes on. */
export async function rejectObligation(actor: Actor, which: Which, input: ReasonedStep, now = clock()) {
  return within(actor, async (db) => {
    const { row, next } = await obligationFor(db, actor, "reject", which, now);
    await takeStep(db, actor, "reject", row, { state: next }, { note: input.note, at: now });
    await emit(db, actor, ObligationRejected, { divisionId: row.divisionId, obligationId: row.id });
    return { id: row.id };
  });
}
