import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { dateOf, daysBetween, isoOfDate } from "~/lib/jalali";
import { CalendarChanged } from "../events";
import type { SettleHoliday } from "../schema";

/** A lunar day moves by one until it is announced; more is another holiday. */
const FURTHEST = 2;

/**
 * Settles on which day an estimated holiday of the actor's own level falls. Refuses `missing` where there is none that is
 * still estimated, `invalid` a day more than two away.
 */
export async function settleHoliday(actor: PlacedActor, id: string, { day }: SettleHoliday) {
  authorize(actor, "keep", "WorkingCalendar");
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    const holiday = await db.holiday.findFirst({ where: { divisionId, id, status: "estimated" } });
    if (!holiday) throw new Refusal("missing", "refusal.missing");
    if (Math.abs(daysBetween(isoOfDate(holiday.day), day)) > FURTHEST)
      throw new Refusal("invalid", "divisions.calendar.too-far", { field: "day" });
    await db.holiday.updateMany({
      where: { divisionId, id },
      data: { day: dateOf(day), status: "confirmed", declaredBy: actor.name },
    });
    await audit(db, actor, "settle", "WorkingCalendar", id, ["day"]);
    await emit(db, actor, CalendarChanged, { divisionId });
    return { id };
  });
}
