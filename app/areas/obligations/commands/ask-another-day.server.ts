import type { Actor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { dateOf, isoOfDate, todayIn } from "~/lib/jalali";
import { DayAsked } from "../events";
import type { AskDay, Which } from "../schema";
import { obligationFor, takeStep } from "../steps/step.server";

/**
 * The debtor asks for a later day and says why. The limit stays as it is until the issuer gives another; the timeline
 * keeps the wish, and the issuer is told. Refuses `invalid` a day that is over or not later than the present one.
 */
export async function askAnotherDay(actor: Actor, which: Which, input: AskDay, now = clock()) {
  return within(actor, async (db) => {
    const { row } = await obligationFor(db, actor, "ask-day", which, now);
    if (input.dueOn < todayIn(now)) throw new Refusal("invalid", "form.date.in-past", { field: "dueOn" });
    if (!row.dueOn || input.dueOn <= isoOfDate(row.dueOn))
      throw new Refusal("invalid", "obligations.ask-day.not-later", { field: "dueOn" });
    const dueTo = dateOf(input.dueOn);
    await takeStep(db, actor, "ask-day", row, {}, { note: input.note, dueFrom: row.dueOn, dueTo, at: now });
    await emit(db, actor, DayAsked, { divisionId: row.divisionId, obligationId: row.id });
    return { id: row.id };
  });
}
