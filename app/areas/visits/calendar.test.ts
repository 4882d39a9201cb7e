import { beforeAll, expect, test } from "vitest";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { addDays, isoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN } from "../../../tests/factories/actors";
import { aPost, plantPlaces } from "../../../tests/factories/posts";
import { countVisitsToSettle, listNextVisits, listVisitsInDays } from "./calendar.server";
import { announceVisit } from "./commands/announce-visit.server";
import { cancelVisit } from "./commands/cancel-visit.server";
import { moveVisit } from "./commands/move-visit.server";
import { planVisit } from "./commands/plan-visit.server";
import { shiftVisit } from "./commands/shift-visit.server";
import { settleMade } from "./commands/settle-visit.server";
import { CancelVisit, MoveVisit, PlanVisit } from "./schema";

const now = new Date("2026-12-24T06:00:00Z");
const TODAY = isoDate("2026-12-24");
const golestan = actorOf(GOLESTAN, "representative");
const gorgan = actorOf(GORGAN, "assistant");
const aqqala = actorOf(AQQALA, "assistant");

let postId: string;
beforeAll(async () => {
  await plantPlaces();
  ({ postId } = await aPost(GOLESTAN, "representative"));
}, 60_000);

/** A visit of the province to Gorgan on 5 Dey 1405. */
const planned = async (plannedOn = "۱۴۰۵/۱۰/۰۵") => {
  const said = PlanVisit.parse({
    visitor: `post:${postId}`,
    target: `division:${GORGAN}`,
    purpose: "دیدن روند کار شهرستان",
    plannedOn,
    startsAt: "۹",
    endsAt: "۱۱:۳۰",
  });
  return (await planVisit(golestan, said, now)).id;
};
const span = { from: TODAY, before: addDays(TODAY, 40) };
const inCalendar = async (actor: PlacedActor, id: string, withPlanned = true) => {
  const visits = await within(actor, (db) => listVisitsInDays(db, actor.place.id, { ...span, withPlanned }));
  return visits.find((visit) => visit.id === id);
};
const move = (plannedOn: string, revision: number) =>
  MoveVisit.parse({ plannedOn, startsAt: "۱۰", reason: "جلسه فوری", revision: String(revision) });
const callOff = (revision: number) => CancelVisit.parse({ reason: "برف", revision: String(revision) });

test("a planned visit stands in the calendar of its own place alone, an announced one in that of the place it goes to", async () => {
  const id = await planned();
  expect(await inCalendar(golestan, id)).toMatchObject({ plannedOn: "2026-12-26", state: "planned" });
  expect(await inCalendar(golestan, id, false)).toBeUndefined();
  expect(await inCalendar(gorgan, id)).toBeUndefined();
  await announceVisit(golestan, id, { revision: 1 }, now);
  expect(await inCalendar(golestan, id, false)).toMatchObject({ state: "announced", icsSequence: 0 });
  expect(await inCalendar(gorgan, id, false)).toMatchObject({ divisionId: GOLESTAN, startsAt: "09:00" });
  expect(await inCalendar(aqqala, id)).toBeUndefined();
});

test("a moved visit moves in both calendars under a higher number, and one that is called off stays as called off", async () => {
  const id = await planned();
  await announceVisit(golestan, id, { revision: 1 }, now);
  await moveVisit(golestan, id, move("۱۴۰۵/۱۰/۰۷", 2), now);
  for (const actor of [golestan, gorgan])
    expect(await inCalendar(actor, id, false)).toMatchObject({
      plannedOn: "2026-12-28",
      startsAt: "10:00",
      icsSequence: 1,
    });
  await cancelVisit(golestan, id, callOff(3), now);
  for (const actor of [golestan, gorgan])
    expect(await inCalendar(actor, id, false)).toMatchObject({ state: "cancelled", icsSequence: 2 });
});

test("a planned visit is carried to another day and back; one that was announced, another's and an older one are not", async () => {
  const id = await planned();
  const shift = (plannedOn: string, revision: number, actor = golestan) =>
    shiftVisit(actor, { visitId: id, plannedOn: isoDate(plannedOn), revision });
  const first = await shift("2026-12-29", 1);
  expect(first).toMatchObject({ from: "2026-12-26", revision: 2 });
  expect(await inCalendar(golestan, id)).toMatchObject({
    plannedOn: "2026-12-29",
    startsAt: "09:00",
    revision: 2,
  });
  await expect(shift("2026-12-30", 1)).rejects.toMatchObject({ details: { isTooLate: true } });
  await expect(shift("2026-12-30", 2, gorgan)).rejects.toMatchObject({ kind: "missing" });
  await expect(shift("2026-12-30", 2, actorOf(GOLESTAN, "governor"))).rejects.toMatchObject({
    kind: "forbidden",
  });
  await shift(first.from, first.revision);
  expect(await inCalendar(golestan, id)).toMatchObject({ plannedOn: "2026-12-26", icsSequence: 0 });
  await announceVisit(golestan, id, { revision: 3 }, now);
  await expect(shift("2026-12-30", 4)).rejects.toMatchObject({ code: "visits.too-late.announced" });
});

test("what was dropped before it was announced is in no calendar", async () => {
  const id = await planned();
  await cancelVisit(golestan, id, callOff(1), now);
  expect(await inCalendar(golestan, id)).toBeUndefined();
});

test("the desk shows the next ones of both ends, the nearest first, and counts what waits for a word", async () => {
  const id = await planned("۱۴۰۵/۱۰/۰۴");
  await announceVisit(golestan, id, { revision: 1 }, now);
  const next = async (actor: PlacedActor) =>
    (await within(actor, (db) => listNextVisits(db, actor.place.id, TODAY, 1))).map((visit) => visit.id);
  expect(await next(golestan)).toEqual([id]);
  expect(await next(gorgan)).toEqual([id]);
  expect(await next(aqqala)).toEqual([]);

  const waiting = (day = TODAY) => within(golestan, (db) => countVisitsToSettle(db, GOLESTAN, day, 50));
  const before = await waiting();
  expect((await waiting(addDays(TODAY, 2))).toSettle).toBe(before.toSettle + 1);
  await settleMade(golestan, id, { revision: 2 }, new Date("2026-12-25T12:00:00Z"));
  expect(await waiting(addDays(TODAY, 2))).toEqual({
    toSettle: before.toSettle,
    toReport: before.toReport + 1,
  });
  expect(await within(gorgan, (db) => countVisitsToSettle(db, GORGAN, TODAY, 50))).toEqual({
    toSettle: 0,
    toReport: 0,
  });
});
