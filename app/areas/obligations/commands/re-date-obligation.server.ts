import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { dateOf, isoOfDate, todayIn } from "~/lib/jalali";
import { ObligationReDated } from "../events";
import type { ReDate, Which } from "../schema";
import { obligationFor, takeStep } from "../step.server";

/**
 * Gives another day, with its cause. The first day is never lost: it stays in the record, and each change in the
 * timeline. Refuses `invalid` for a day that is over and for the day it already has.
 */
export async function reDateObligation(actor: PlacedActor, which: Which, input: ReDate, now = clock()) {
  return within(actor, async (db) => {
    const { row } = await obligationFor(db, actor, "re-date", which);
    if (input.dueOn < todayIn(now)) {
      throw new Refusal("invalid", "obligations.re-date.past", { field: "dueOn" });
    }
    if (row.dueOn && isoOfDate(row.dueOn) === input.dueOn) {
      throw new Refusal("invalid", "obligations.re-date.same", { field: "dueOn" });
    }
    const dueOn = dateOf(input.dueOn);
    const kind = row.deadlineKind === "none" ? { deadlineKind: "dated" } : {};
    const change = { dueOn, ...kind, ...(row.firstDueOn ? {} : { firstDueOn: dueOn }) };
    await takeStep(db, actor, "re-date", row, change, {
      note: input.note,
      dueFrom: row.dueOn,
      dueTo: dueOn,
      at: now,
    });
    await emit(db, actor, ObligationReDated, { divisionId: row.divisionId, obligationId: row.id });
    return { id: row.id };
  });
}
