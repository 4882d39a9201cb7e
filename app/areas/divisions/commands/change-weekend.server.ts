import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { addDays, dateOf } from "~/lib/jalali";
import { CalendarChanged } from "../events";
import type { ChangeWeekend } from "../schema";

/** The audit names a record by a UUID; a weekend is found by its place. */
const WEEKEND = "00000000-0000-0000-0000-000000000000";

/**
 * Says on which weekdays offices of the actor's place are closed from a day on, beside those of the levels above it. What
 * held before keeps its days, and rules that were to begin later give way.
 */
export async function changeWeekend(actor: PlacedActor, input: ChangeWeekend, now = clock()) {
  authorize(actor, "keep", "WorkingCalendar");
  const divisionId = actor.place.id;
  const from = dateOf(input.from);
  return within(actor, async (db) => {
    const last = dateOf(addDays(input.from, -1));
    await db.weekendRule.updateMany({
      where: { divisionId, OR: [{ validTo: null }, { validTo: { gte: from } }] },
      data: { validTo: last },
    });
    await db.weekendRule.createMany({
      data: input.weekdays.map((weekday) => ({
        divisionId,
        id: uuidv7(),
        weekday,
        validFrom: from,
        status: "confirmed",
        publishedAt: now,
      })),
    });
    await audit(db, actor, "change-weekend", "WorkingCalendar", WEEKEND, ["weekdays"]);
    await emit(db, actor, CalendarChanged, { divisionId });
    return { from: input.from };
  });
}
