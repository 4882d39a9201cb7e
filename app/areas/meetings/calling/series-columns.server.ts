import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { dateOf, type IsoDate } from "~/lib/jalali";
import { checkPeople, chosenCouncil } from "./plan-columns.server";
import { chosenRoom } from "./rooms.server";
import type { PlanSeries } from "./schema";
import { chosenType } from "./types.server";

/** Columns of a series from its form, checked against what the place has. */
export async function seriesColumns(db: Db, place: Place, input: PlanSeries, today: IsoDate) {
  const type = await chosenType(db, place, input.typeCode, today);
  const room = input.roomId === undefined ? null : await chosenRoom(db, place.id, input.roomId);
  await checkPeople(db, place, input, today);
  for (const hostOfficeId of input.hostOfficeIds.slice(0, 1))
    await checkPeople(db, place, { hostOfficeId }, today);
  const council = await chosenCouncil(db, place, input.councilId);
  const isOnDay = input.rule === "month-day";
  return {
    title: input.title,
    typeCode: type.code,
    councilId: council?.id ?? null,
    every: input.rule === "week" ? "week" : "month",
    step: input.step,
    weekday: isOnDay ? null : Number(input.weekday),
    nth: input.rule === "month-weekday" ? Number(input.nth) : null,
    monthDay: isOnDay ? (input.monthDay ?? null) : null,
    startsOn: dateOf(input.startsOn),
    endsOn: input.endsOn ? dateOf(input.endsOn) : null,
    startsAt: input.startsAt,
    endsAt: input.endsAt,
    roomId: room?.id ?? null,
    place: input.place ?? room?.name ?? null,
    chairPostId: input.chairPostId ?? null,
    secretaryPostId: input.secretaryPostId ?? null,
    hostOfficeIds: input.hostOfficeIds,
    onClosedDay: input.onClosedDay,
  };
}
