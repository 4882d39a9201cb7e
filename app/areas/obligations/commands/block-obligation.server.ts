import type { Actor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { ObligationBlocked } from "../events";
import type { ReasonedStep, Which } from "../schema";
import { obligationFor, takeStep } from "../step.server";

/** Something stands in the way; the note says what. */
export async function blockObligation(actor: Actor, which: Which, input: ReasonedStep, now = clock()) {
  return within(actor, async (db) => {
    const { row, next } = await obligationFor(db, actor, "block", which);
    await takeStep(db, actor, "block", row, { state: next }, { note: input.note, at: now });
    await emit(db, actor, ObligationBlocked, { divisionId: row.divisionId, obligationId: row.id });
    return { id: row.id };
  });
}
