import { readWorkingCalendars } from "~/areas/divisions/queries.server";
import { scopeOf, type PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { addDays, dateOf, todayIn, type IsoDate } from "~/lib/jalali";
import { isWorkingDay } from "~/lib/working-calendar";
import { listCoverage } from "../coverage.server";
import { proposeTurns } from "../rota";
import { daysOfRota, yearUpTo } from "../rota-period";
import { pastVisits } from "../rota-queries.server";
import type { ProposeRota } from "../schema";
import { listVisitors } from "../targets.server";

/**
 * Proposes a rota for a quarter or half-year (S4-b4, S4-b10): as many visits as asked, to the places that wait longest, on days
 * on which offices work both here and there, by each of the officials as often as by every other. It is a draft of the place's
 * own: nobody is told, and nothing stands in the list of visits before a person confirms it. Refuses `invalid` a period that is
 * over, an official who is not the place's, and a kind of place of which there is none.
 */
export async function proposeRota(
  actor: PlacedActor,
  input: ProposeRota,
  now = clock(),
): Promise<{ id: string }> {
  authorize(actor, "propose", "VisitRota");
  const divisionId = actor.place.id;
  const today = todayIn(now);
  const { from, to } = daysOfRota(input.period);
  if (to <= today) throw new Refusal("invalid", "visits.rota.period-over", { field: "period" });
  return within(actor, async (db) => {
    const visitors = await listVisitors(db, actor.place, today);
    const chosen = input.visitors.map((key) => {
      const found = visitors.find((one) => one.key === key);
      if (!found) throw new Refusal("invalid", "visits.unknown-visitor", { field: "visitors" });
      return found;
    });
    const places = await listCoverage(db, actor.place, input.targetKind, { from, to }, yearUpTo(today));
    if (places.length === 0) throw new Refusal("invalid", "visits.rota.no-places", { field: "targetKind" });
    const first = from > today ? from : addDays(today, 1);
    const below = places.flatMap(({ key, kind }) =>
      kind === "division" ? [Number(key.slice("division:".length))] : [],
    );
    const calendarOf = await readWorkingCalendars(db, [...actor.place.ancestors, ...below], first, to);
    const own = calendarOf(actor.place);
    const days: IsoDate[] = [];
    for (let day = first; day <= to; day = addDays(day, 1)) if (isWorkingDay(own, day)) days.push(day);
    const calendars = new Map(
      below.map((id) => [`division:${id}`, calendarOf({ ancestors: scopeOf(id).ancestors })]),
    );
    const keyed = new Map(places.map((place) => [place.key, place]));
    // Of localities the past knows the name alone.
    const byName = new Map(places.map((place) => [`locality:${place.nameFa}`, place.key]));
    const turns = proposeTurns({
      places: places.map(({ key, lastOn, nextOn }) => ({ key, lastOn: nextOn ?? lastOn })),
      visitors: chosen.map(({ key }) => key),
      days,
      count: input.count,
      isOpen: (day, target) => {
        const calendar = calendars.get(target);
        return !calendar || isWorkingDay(calendar, day);
      },
      before: (await pastVisits(db, divisionId)).map(({ target, visitor }) => ({
        target: byName.get(target) ?? target,
        visitor,
      })),
    });
    const id = uuidv7();
    await db.visitRota.create({
      data: {
        divisionId,
        id,
        period: input.period,
        startsOn: dateOf(from),
        endsOn: dateOf(to),
        targetKind: input.targetKind,
        purpose: input.purpose,
        startsAt: input.startsAt ?? null,
        endsAt: input.endsAt ?? null,
        state: "draft",
        createdAt: now,
        createdByKey: actor.key,
        createdByName: actor.name,
      },
    });
    await db.visitTurn.createMany({
      data: turns.flatMap(({ on, target, visitor }) => {
        const place = keyed.get(target);
        const who = chosen.find(({ key }) => key === visitor);
        return place && who
          ? [
              {
                divisionId,
                id: uuidv7(),
                rotaId: id,
                onDay: dateOf(on),
                target,
                targetFa: place.nameFa,
                targetEn: place.nameEn,
                visitor,
                visitorFa: who.nameFa,
                visitorEn: who.nameEn,
              },
            ]
          : [];
      }),
    });
    await audit(db, actor, "propose", "VisitRota", id);
    return { id };
  });
}
