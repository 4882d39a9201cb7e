import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { dateOf, isoOfDate, todayIn } from "~/lib/jalali";
import { nextTurn } from "../schema";
import { ObligationVerified } from "../events";
import type { Cadence, PlainStep, Which } from "../schema";
import { obligationFor, takeStep } from "../step.server";

/**
 * The issuer finds it done. Whoever reported it may not (the ability says `forbidden`; the key is compared here as
 * well). A continuous obligation goes on: its turn is verified and the next one becomes due.
 */
export async function verifyObligation(actor: PlacedActor, which: Which, input: PlainStep, now = clock()) {
  return within(actor, async (db) => {
    const { row, next } = await obligationFor(db, actor, "verify", which);
    if (row.reportedByKey === actor.key) throw new Refusal("forbidden", "refusal.forbidden");
    const verified = { verifiedAt: now, verifiedByKey: actor.key };
    const goesOn = row.deadlineKind === "continuous" && row.cadence !== null;
    if (goesOn) {
      const from = row.dueOn ? isoOfDate(row.dueOn) : todayIn(now);
      const dueTo = dateOf(nextTurn(from, row.cadence as Cadence));
      const change = { ...verified, state: "in-progress", dueOn: dueTo, reportedByKey: null };
      await takeStep(db, actor, "verify", row, change, { note: input.note, dueTo, at: now });
    } else {
      await takeStep(db, actor, "verify", row, { ...verified, state: next }, { note: input.note, at: now });
    }
    await emit(db, actor, ObligationVerified, { divisionId: row.divisionId, obligationId: row.id });
    return { id: row.id };
  });
}
