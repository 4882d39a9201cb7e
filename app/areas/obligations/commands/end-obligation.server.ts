import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { ObligationEnded } from "../events";
import type { ReasonedStep, Which } from "../schema";
import { obligationFor, takeStep } from "../step.server";

/** The issuer no longer asks it (`withdraw`), or finds that it does not concern the office. */
export async function endObligation(
  actor: PlacedActor,
  which: Which,
  how: "withdraw" | "set-not-applicable",
  input: ReasonedStep,
  now = clock(),
) {
  return within(actor, async (db) => {
    const { row, next } = await obligationFor(db, actor, how, which);
    await takeStep(db, actor, how, row, { state: next }, { note: input.note, at: now });
    await emit(db, actor, ObligationEnded, { divisionId: row.divisionId, obligationId: row.id });
    return { id: row.id };
  });
}
