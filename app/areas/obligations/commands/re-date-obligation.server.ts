import { notOffered } from "~/areas/catalogues/queries.server";
import { scopeOf, type Actor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { dateOf, isoOfDate, todayIn } from "~/lib/jalali";
import { calendarOf } from "../deadlines/calendar.server";
import { limitOn } from "../deadlines/deadline";
import { reckonForDebtors } from "../deadlines/reckon-for-debtors.server";
import { ObligationReDated } from "../events";
import type { ReDate, Which } from "../schema";
import { standOf } from "../steps/stand";
import { obligationFor, takeStep } from "../steps/step.server";

/**
 * Gives another day, with its cause from the catalogue. The first day is never lost: it stays in the record, and each
 * change in the timeline. A day on which offices are closed where it is
 * owed gives way to the next on which they work. Refuses `invalid` for a day that is
 * over, for the day it already has, and for a cause that is not offered.
 */
export async function reDateObligation(actor: Actor, which: Which, input: ReDate, now = clock()) {
  return within(actor, async (db) => {
    const { row } = await obligationFor(db, actor, "re-date", which, now);
    if (input.dueOn < todayIn(now)) {
      throw new Refusal("invalid", "obligations.re-date.past", { field: "dueOn" });
    }
    const gone = await notOffered(db, standOf(actor), "re-date-cause", [input.cause], todayIn(now));
    if (gone.length > 0) throw new Refusal("invalid", "form.choose", { field: "cause" });
    const limit = limitOn(await calendarOf(db, scopeOf(row.divisionId), input.dueOn), input.dueOn);
    if (row.dueOn && isoOfDate(row.dueOn) === limit.day) {
      throw new Refusal("invalid", "obligations.re-date.same", { field: "dueOn" });
    }
    const dueOn = dateOf(limit.day);
    const askedDueOn = limit.asked && dateOf(limit.asked);
    const kind = row.deadlineKind === "none" ? { deadlineKind: "dated" } : {};
    const change = {
      dueOn,
      askedDueOn,
      cause: input.cause,
      workingDays: null,
      ...kind,
      ...(row.firstDueOn ? {} : { firstDueOn: dueOn }),
    };
    await takeStep(db, actor, "re-date", row, change, {
      note: input.note,
      cause: input.cause,
      dueFrom: row.dueOn,
      dueTo: dueOn,
      at: now,
    });
    await reckonForDebtors(db, actor, [row.divisionId]);
    await emit(db, actor, ObligationReDated, { divisionId: row.divisionId, obligationId: row.id });
    return { id: row.id };
  });
}
