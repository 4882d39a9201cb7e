import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { addDays, dateOf, daysBetween } from "~/lib/jalali";
import { CalendarChanged } from "../events";
import { LONGEST_CLOSURE, type DeclareClosure } from "../schema";

/**
 * Declares that offices of the actor's place and of everything under it are closed on some days: heat, air, a power cut.
 * A day that is over may be declared as well, since limits are looked back at. Limits of
 * what is still owed go on to the next working day, by the worker.
 * Refuses `invalid` an end before the beginning, or more than thirty days.
 */
export async function declareClosure(actor: PlacedActor, input: DeclareClosure, now = clock()) {
  authorize(actor, "keep", "WorkingCalendar");
  const { from, to = from, nameFa, nameEn = nameFa } = input;
  const length = daysBetween(from, to) + 1;
  if (length < 1) throw new Refusal("invalid", "divisions.calendar.to-before-from", { field: "to" });
  if (length > LONGEST_CLOSURE) throw new Refusal("invalid", "divisions.calendar.too-long", { field: "to" });
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    const ids = Array.from({ length }, () => uuidv7());
    await db.holiday.createMany({
      data: ids.map((id, index) => ({
        divisionId,
        id,
        day: dateOf(addDays(from, index)),
        nameFa,
        nameEn,
        kind: "closure",
        status: "confirmed",
        publishedAt: now,
        declaredBy: actor.name,
      })),
    });
    for (const id of ids) await audit(db, actor, "declare", "WorkingCalendar", id);
    await emit(db, actor, CalendarChanged, { divisionId });
    return { from };
  });
}
