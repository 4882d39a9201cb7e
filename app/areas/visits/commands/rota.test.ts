import { beforeAll, describe, expect, test } from "vitest";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { isoDate, weekdayOf } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN, MAZANDARAN } from "../../../../tests/factories/actors";
import { asOwner, openOfficesOfGolestan } from "../../../../tests/factories/offices";
import { aPost, plantPlaces } from "../../../../tests/factories/posts";
import { ownerRows } from "../../../../tests/setup/owner";
import { listCoverage, listKept } from "../coverage.server";
import { daysOfRota, yearUpTo } from "../rota-period";
import { getRota, listRotas, listTurns } from "../rota-queries.server";
import { EditTurn, MissVisit, PlanVisit, ProposeRota } from "../schema";
import { announceVisit } from "./announce-visit.server";
import { announceRota, confirmRota, discardRota } from "./confirm-rota.server";
import { dropTurn, editTurn } from "./edit-turn.server";
import { planVisit } from "./plan-visit.server";
import { proposeRota } from "./propose-rota.server";
import { settleMade, settleNoShow } from "./settle-visit.server";

const now = new Date("2026-12-24T06:00:00Z");
const TODAY = isoDate("2026-12-24");
const golestan = actorOf(GOLESTAN, "representative");
const mazandaran = actorOf(MAZANDARAN, "representative");

let postId: string;
let officeId: string;
beforeAll(async () => {
  await plantPlaces();
  const offices = await openOfficesOfGolestan();
  officeId = offices.ids.get(`${GOLESTAN} education`) ?? "";
  ({ postId } = await aPost(GOLESTAN, "representative"));
  await asOwner((owner) =>
    owner.query(
      `insert into weekend_rule (id, division_id, weekday, valid_from, status, published_at)
       values (gen_random_uuid(), 0, 6, '1990-01-01', 'confirmed', now()),
         (gen_random_uuid(), $1, 5, '1990-01-01', 'confirmed', now())`,
      [GOLESTAN],
    ),
  );
}, 60_000);

const read = <T>(actor: PlacedActor, work: Parameters<typeof within<T>>[1]) => within(actor, work);
const asked = (more: Record<string, string | string[]> = {}) =>
  ProposeRota.parse({
    period: "1406-Q1",
    targetKind: "division",
    count: "۴",
    purpose: "مشاهده روند کار",
    startsAt: "۹",
    visitors: [`post:${postId}`, `office:${officeId}`],
    ...more,
  });
const proposed = async (more?: Record<string, string | string[]>) =>
  (await proposeRota(golestan, asked(more), now)).id;
const turnsOf = (id: string) => read(golestan, (db) => listTurns(db, GOLESTAN, id));

describe("a proposed rota", () => {
  test("is a draft of the place's own with open days alone, and plans nothing", async () => {
    const before = await ownerRows("select 1 from visit");
    const id = await proposed();
    const turns = await turnsOf(id);
    expect(turns).toHaveLength(4);
    const { from, to } = daysOfRota("1406-Q1");
    for (const { onDay } of turns) {
      expect(onDay >= from && onDay <= to).toBe(true);
      expect([5, 6]).not.toContain(weekdayOf(onDay));
    }
    const visitors = turns.map(({ visitor }) => visitor);
    expect(visitors.filter((one) => one === `post:${postId}`)).toHaveLength(2);
    expect(await ownerRows("select 1 from visit")).toHaveLength(before.length);
    for (const other of [actorOf(GORGAN, "assistant"), mazandaran])
      await expect(read(other, (db) => getRota(db, GOLESTAN, id))).rejects.toMatchObject({ kind: "missing" });
    await expect(proposeRota(actorOf(GORGAN, "governor"), asked(), now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(proposeRota(mazandaran, asked(), now)).rejects.toMatchObject({
      code: "visits.unknown-visitor",
    });
    await expect(proposed({ period: "1405-Q3" })).rejects.toMatchObject({
      code: "visits.rota.period-over",
    });
  });

  test("is changed by a person, becomes planned visits when he confirms it, and is announced by one press", async () => {
    const id = await proposed({ count: "۳" });
    const [first, second] = await turnsOf(id);
    if (!first || !second) throw new Error("three turns");
    const edit = (onDay: string) =>
      EditTurn.parse({ onDay, target: `division:${AQQALA}`, visitor: `post:${postId}`, revision: "1" });
    await expect(editTurn(golestan, first.id, edit("۱۴۰۵/۱۲/۲۹"), now)).rejects.toMatchObject({
      code: "visits.rota.day-outside",
    });
    await editTurn(golestan, first.id, edit("۱۴۰۶/۰۲/۰۵"), now);
    await dropTurn(golestan, second.id);
    await expect(dropTurn(mazandaran, first.id)).rejects.toMatchObject({ kind: "missing" });
    await expect(confirmRota(golestan, id, { revision: 1 }, now)).rejects.toMatchObject({
      kind: "conflict",
      code: "refusal.changed",
    });
    const { count } = await confirmRota(golestan, id, { revision: 3 }, now);
    expect(count).toBe(2);
    const turns = await turnsOf(id);
    expect(turns.map(({ visitState }) => visitState)).toEqual(["planned", "planned"]);
    const told = () =>
      ownerRows<{ n: number }>(
        "select count(*)::int as n from outbox_event where type = 'VisitAnnounced' and payload->>'visitId' = any($1)",
        [turns.map(({ visitId }) => visitId)],
      );
    expect((await told())[0]?.n).toBe(0);
    await expect(editTurn(golestan, first.id, edit("۱۴۰۶/۰۲/۰۵"), now)).rejects.toMatchObject({
      code: "visits.rota.not-draft",
    });
    await expect(discardRota(golestan, id)).rejects.toMatchObject({ code: "visits.rota.not-draft" });
    expect(await announceRota(golestan, id, now)).toEqual({ count: 2 });
    expect((await told())[0]?.n).toBe(2);
    await expect(announceRota(golestan, id, now)).rejects.toMatchObject({
      code: "visits.rota.nothing-to-announce",
    });
  });

  test("is confirmed by one of two who press at once", async () => {
    const id = await proposed({ count: "۲" });
    const both = await Promise.allSettled([
      confirmRota(golestan, id, { revision: 1 }, now),
      confirmRota(actorOf(GOLESTAN, "provincial-expert"), id, { revision: 1 }, now),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await turnsOf(id)).filter(({ visitId }) => visitId !== null)).toHaveLength(2);
  });

  test("that is thrown away is listed no more and confirmed no more", async () => {
    const id = await proposed();
    await discardRota(golestan, id);
    const { rows } = await read(golestan, (db) => listRotas(db, GOLESTAN, null, 200));
    expect(rows.map((row) => row.id)).not.toContain(id);
    await expect(confirmRota(golestan, id, { revision: 2 }, now)).rejects.toMatchObject({ kind: "conflict" });
  });
});

test("coverage counts what a naive recount counts, and puts what nobody visited first", async () => {
  const visit = async (target: string, plannedOn: string, end: "made" | "missed" | "planned") => {
    const { id } = await planVisit(
      golestan,
      PlanVisit.parse({ visitor: `office:${officeId}`, target, purpose: "دیدار", plannedOn }),
      now,
    );
    if (end === "planned") return;
    if (end === "made") return settleMade(golestan, id, { revision: 1 }, now);
    await asOwner((owner) => owner.query("update visit set planned_on = $2 where id = $1", [id, TODAY]));
    await announceVisit(golestan, id, { revision: 1 }, now);
    await settleNoShow(golestan, id, MissVisit.parse({ reason: "سفر", excused: "no", revision: "2" }), now);
  };
  await visit(`division:${GORGAN}`, "۱۴۰۵/۰۸/۰۱", "made");
  await visit(`division:${GORGAN}`, "۱۴۰۵/۰۲/۰۱", "made");
  await visit(`division:${GORGAN}`, "۱۴۰۳/۰۲/۰۱", "made");
  await visit(`division:${GORGAN}`, "۱۴۰۵/۱۰/۰۳", "missed");
  const [period, year] = [daysOfRota("1405-Q3"), yearUpTo(TODAY)];
  const rows = await read(golestan, (db) => listCoverage(db, golestan.place, "division", period, year));
  const all = await ownerRows<{ target: number; day: string; state: string }>(
    "select target_division_id as target, planned_on::text as day, state from visit where division_id = $1",
    [GOLESTAN],
  );
  for (const row of rows) {
    const own = all.filter(({ target }) => `division:${target}` === row.key);
    const made = own.filter(({ state }) => state === "made" || state === "reported");
    const inside = ({ from, to }: { from: string; to: string }) =>
      made.filter(({ day }) => day >= from && day <= to).length;
    expect(row).toMatchObject({
      lastOn:
        made
          .map(({ day }) => day)
          .sort()
          .at(-1) ?? null,
      inPeriod: inside(period),
      inYear: inside(year),
      missedInYear: own.filter(({ state, day }) => state === "no-show" && day >= year.from && day <= year.to)
        .length,
    });
  }
  const gorgan = rows.find(({ key }) => key === `division:${GORGAN}`);
  expect(gorgan).toMatchObject({ inPeriod: 1, inYear: 2, missedInYear: 1 });
  expect(rows.at(-1)?.key).toBe(`division:${GORGAN}`);
  expect(rows[0]).toMatchObject({ lastOn: null, daysSince: null });
  const kept = await read(golestan, (db) => listKept(db, GOLESTAN, year));
  expect(kept.find((row) => row.officeId === officeId)).toMatchObject({ made: 2, missed: 1, excused: 0 });
});
