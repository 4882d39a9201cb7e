import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { CalendarChanged } from "../events";

/** Takes back a closure that the actor's own place declared: offices work on that day after all. */
export async function withdrawClosure(actor: PlacedActor, id: string, now = clock()) {
  authorize(actor, "keep", "WorkingCalendar");
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    const { count } = await db.holiday.updateMany({
      where: { divisionId, id, kind: "closure", withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    if (count === 0) throw new Refusal("missing", "refusal.missing");
    await audit(db, actor, "withdraw", "WorkingCalendar", id);
    await emit(db, actor, CalendarChanged, { divisionId });
    return { id };
  });
}
