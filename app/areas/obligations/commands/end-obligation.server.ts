import type { Actor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { ObligationEnded } from "../events";
import type { NotApplicable, Which, Withdraw } from "../schema";
import { obligationFor, takeStep } from "../steps/step.server";

/**
 * The issuer no longer asks it (`withdraw`), or its chair, himself, accepts that it does not concern the office. Those to whom it was
 * passed on owe nothing more either, unless they are left to go on; then the word why stands beside the reason.
 */
export async function endObligation(
  actor: Actor,
  which: Which,
  step: { how: "withdraw"; input: Withdraw } | { how: "set-not-applicable"; input: NotApplicable },
  now = clock(),
) {
  return within(actor, async (db) => {
    const { how, input } = step;
    const { row, next } = await obligationFor(db, actor, how, which, now);
    // The chair accepts by his own act; what stands beside it is who he is and the post that he holds.
    const accepted =
      how === "set-not-applicable"
        ? { acceptedBy: actor.name, acceptedAppointmentId: actor.appointmentId ?? null }
        : {};
    const withChildren = input.children !== "keep";
    const note = withChildren ? input.note : [input.note, input.childrenWord].filter(Boolean).join("\n");
    await takeStep(db, actor, how, row, { state: next }, { note, ...accepted, at: now });
    await emit(db, actor, ObligationEnded, {
      divisionId: row.divisionId,
      obligationId: row.id,
      withChildren,
    });
    return { id: row.id };
  });
}
