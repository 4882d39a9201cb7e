import { createMongoAbility } from "@casl/ability";
import { beforeAll, describe, expect, test } from "vitest";
import { citizen as citizenActor } from "~/actor.server";
import { submission, within } from "~/kernel/db.server";
import type { PlacedActor } from "~/kernel/actor";
import { newTrackingCode, uuidv7 } from "~/lib/identifiers";
import { addDays } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN, NATION, placeAt } from "../../../../tests/factories/actors";
import { aDemand, anAnswer, demandsOf, officerOf } from "../../../../tests/factories/demands";
import { asOwner, openOffice } from "../../../../tests/factories/offices";
import { ownerRows } from "../../../../tests/setup/owner";
import {
  findDemandPerson,
  findTracked,
  getDemand,
  getForOffice,
  listDemands,
  listForOffice,
} from "../queries.server";
import { answerDemand } from "./answer-demand.server";
import { judgeDemand } from "./judge-demand.server";
import { recordDemand } from "./record-demand.server";
import { referDemand } from "./refer-demand.server";
import { withdrawDemand } from "./withdraw-demand.server";

const now = new Date("2026-12-24T05:30:00Z");
const today = "2026-12-24";
const assistant = actorOf(GORGAN, "assistant");

/** Somebody whose ability answers yes to everything. */
const mayAll = (place: number): PlacedActor => ({
  ...actorOf(place, "representative"),
  ability: createMongoAbility([{ action: "manage", subject: "all" }]),
});

let power: string;
let education: string;
let aqqalaOffice: string;
let of: ReturnType<typeof demandsOf>;
beforeAll(async () => {
  await asOwner(async (owner) => {
    power = await openOffice(owner, GORGAN, "power-distribution");
    education = await openOffice(owner, GORGAN, "education");
    aqqalaOffice = await openOffice(owner, AQQALA, "power-distribution");
  });
  of = demandsOf(assistant, power, now);
});

const refer = (id: string, revision = 1, officeId = power, note?: string) =>
  referDemand(assistant, id, { officeId, days: 10, revision, ...(note ? { note } : {}) }, now);

describe("recording a demand", () => {
  test("gives the citizen a code and keeps his name and words in the county", async () => {
    const { id, trackingCode } = await of.recorded();
    expect(trackingCode).toMatch(/^\d{4}(-\d{4}){3}$/);
    expect(await of.read(id)).toMatchObject({ state: "received", receivedOn: "2026-12-20", revision: 1 });
    expect(await within(assistant, (db) => findDemandPerson(db, GORGAN, id))).toEqual({
      fullName: "مریم یوسفی",
      mobile: "+989111234567",
      words: "از پارسال چراغ‌های گذر ما خاموش است.",
    });
  });

  test("refuses a day to come beside its field and leaves no trace", async () => {
    const before = await ownerRows("select id from demand");
    await expect(recordDemand(assistant, aDemand({ receivedOn: "2026-12-25" }), now)).rejects.toMatchObject({
      kind: "invalid",
      details: { field: "receivedOn" },
    });
    expect(await ownerRows("select id from demand")).toHaveLength(before.length);
  });

  test.each([
    ["governor", GORGAN],
    ["representative", GOLESTAN],
    ["national-officer", NATION],
  ] as const)("is refused to the %s", async (role, place) => {
    await expect(recordDemand(actorOf(place, role), aDemand(), now)).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  test("sent twice at once records one", async () => {
    const requestId = uuidv7();
    const send = () =>
      submission.run({ requestId }, () => recordDemand(assistant, aDemand({ title: "دوبار" }), now));
    const [first, second] = await Promise.all([send(), send()]);
    expect(first).toEqual(second);
    expect(await ownerRows("select id from demand where title = 'دوبار'")).toHaveLength(1);
  });
});

describe("the levels above", () => {
  test("see the row of a demand, and never its person, even where every ability says yes", async () => {
    const { id } = await of.recorded();
    for (const reader of [mayAll(GOLESTAN), mayAll(NATION)]) {
      const seen = await within(reader, (db) => getDemand(db, reader.place, id, today));
      expect(seen.title).toBe(aDemand().title);
      expect(await within(reader, (db) => findDemandPerson(db, GORGAN, id))).toBeUndefined();
      expect(await within(reader, (db) => db.demandPerson.count())).toBe(0);
    }
  });

  test("list the demands of a province's counties together, without the code that speaks for the citizen", async () => {
    const { id } = await of.recorded();
    const reader = actorOf(GOLESTAN, "representative");
    const { rows } = await within(reader, (db) => listDemands(db, reader.place, {}, today));
    expect(rows.map((row) => row.id)).toContain(id);
    expect(new Set(rows.map((row) => row.trackingCode))).toEqual(new Set([""]));
  });

  test("cannot move it, whatever their ability says", async () => {
    const { id } = await of.recorded();
    const reader = mayAll(GOLESTAN);
    const input = { officeId: power, days: 10, revision: 1 };
    await expect(referDemand(reader, id, input, now)).rejects.toMatchObject({ kind: "missing" });
  });
});

test("the county beside it sees neither the demand nor its person", async () => {
  const { id } = await of.recorded();
  const reader = mayAll(AQQALA);
  await expect(of.read(id, reader)).rejects.toMatchObject({ kind: "missing" });
  expect(await within(reader, (db) => listDemands(db, placeAt(GORGAN), {}, today))).toMatchObject({
    rows: [],
  });
  expect(await within(reader, (db) => db.demandPerson.count())).toBe(0);
});

describe("referring", () => {
  test("gives the office ten working days, closed days not counted", async () => {
    const { id } = await of.referred();
    const { limitOn, state, officeName } = await of.read(id);
    expect(state).toBe("referred");
    expect(officeName).toBeTruthy();
    const { officeEn } = await of.read(id);
    expect(officeEn).toMatch(/^[A-Z]/);
    expect(limitOn).not.toBeNull();
    expect((limitOn ?? "") > addDays(today, 10)).toBe(true);
  });

  test("goes only to an open office of the county", async () => {
    const { id } = await of.recorded();
    await expect(refer(id, 1, aqqalaOffice)).rejects.toMatchObject({ details: { field: "officeId" } });
    expect((await of.read(id)).lines).toHaveLength(1);
  });

  test("the second of two colleagues is told that it has moved on", async () => {
    const { id } = await of.referred();
    await expect(refer(id, 1, education, "دلیل")).rejects.toMatchObject({
      kind: "conflict",
      code: "demands.moved-on",
      details: { revision: 2 },
    });
  });

  test("to another office needs a reason, and does not give the limit anew", async () => {
    const { id } = await of.referred();
    await ownerRows("update demand set limit_on = '2026-12-26' where id = $1", [id]);
    await expect(refer(id, 2, education)).rejects.toMatchObject({ details: { field: "note" } });
    await expect(refer(id, 2, power, "دلیل")).rejects.toMatchObject({ details: { field: "officeId" } });
    await refer(id, 2, education, "این گذر در اختیار این اداره است.");
    const moved = await of.read(id);
    expect(moved).toMatchObject({ transfers: 1, limitOn: "2026-12-26", officeId: education });
    expect(moved.lines.at(-1)).toMatchObject({ kind: "transferred" });
  });
});

describe("an office", () => {
  test("sees what is referred to it, without the citizen, and nothing of another office", async () => {
    const { id } = await of.referred();
    const own = officerOf(GORGAN, power);
    const other = officerOf(GORGAN, education);
    const seen = (actor: typeof own, officeId: string) =>
      within(actor, (db) => listForOffice(db, { divisionId: GORGAN, officeId }));
    expect((await seen(own, power)).map((row) => row.id)).toContain(id);
    expect(await seen(other, power)).toEqual([]);
    // The code speaks for the citizen: the office that answers must not be able to say that it is solved.
    expect((await seen(own, power)).some((row) => "trackingCode" in row)).toBe(false);
    const one = (actor: typeof own, officeId: string) =>
      within(actor, (db) => getForOffice(db, { divisionId: GORGAN, officeId }, id));
    expect((await one(own, power)).id).toBe(id);
    await expect(one(other, power)).rejects.toMatchObject({ kind: "missing" });
    expect(await within(own, (db) => db.demandPerson.count())).toBe(0);
  });

  test("answers its own, and the answer waits for the citizen", async () => {
    const { id } = await of.answered();
    expect(await of.read(id)).toMatchObject({ state: "answered", answerKind: "done", revision: 3 });
  });

  test("cannot answer for another office", async () => {
    const { id } = await of.referred();
    const other = officerOf(GORGAN, education);
    await expect(answerDemand(other, id, anAnswer(), now)).rejects.toMatchObject({ kind: "missing" });
  });

  test("is not allowed to answer by ability what the database would hide from it", () => {
    const own = officerOf(GORGAN, power);
    expect(
      own.ability.can("answer", { __caslSubjectType__: "Demand", divisionId: GORGAN, officeId: education }),
    ).toBe(false);
  });
});

describe("an answer on paper", () => {
  test("is entered by the county with the number of its letter", async () => {
    const { id } = await of.referred();
    await answerDemand(
      assistant,
      id,
      anAnswer({ answerKind: "refused", reason: "budget", letterNumber: "۴۱۸/۷۷۳۲" }),
      now,
    );
    expect(await of.read(id)).toMatchObject({
      state: "answered",
      answerKind: "refused",
      answerReason: "budget",
      answerNumber: "۴۱۸/۷۷۳۲",
    });
  });

  test("without the number of its letter is refused beside that field and changes nothing", async () => {
    const { id } = await of.referred();
    await expect(answerDemand(assistant, id, anAnswer(), now)).rejects.toMatchObject({
      kind: "invalid",
      details: { field: "letterNumber" },
    });
    expect(await of.read(id)).toMatchObject({ state: "referred", answerText: null, revision: 2 });
  });

  test("shows the second of two what the first answered", async () => {
    const { id } = await of.answered();
    await expect(
      answerDemand(assistant, id, anAnswer({ letterNumber: "۴۱۸/۷۷۳۲" }), now),
    ).rejects.toMatchObject({
      kind: "conflict",
      details: { theirs: { answerText: anAnswer().answerText } },
    });
  });
});

describe("the citizen", () => {
  test.each([
    ["solved", "confirmed"],
    ["partly", "partly-confirmed"],
    ["no", "reopened"],
  ] as const)("who says %s leaves the demand %s, with a trace in the audit", async (verdict, state) => {
    const { id, citizen } = await of.answered();
    await judgeDemand(citizen, { verdict }, now);
    expect(await of.read(id)).toMatchObject({ state, verdict });
    expect(
      await ownerRows("select division_id from audit_entry where subject_id = $1 and verb = 'judge'", [id]),
    ).toEqual([{ division_id: GORGAN }]);
  });

  test("speaks once", async () => {
    const { id, citizen } = await of.answered();
    await judgeDemand(citizen, { verdict: "solved" }, now);
    await expect(judgeDemand(citizen, { verdict: "no" }, now)).rejects.toMatchObject({ kind: "conflict" });
    expect(await of.read(id)).toMatchObject({ state: "confirmed", verdict: "solved" });
  });

  test("is asked again about a new answer after he said no", async () => {
    const { id, citizen } = await of.answered();
    await judgeDemand(citizen, { verdict: "no" }, now);
    await refer(id, 4);
    expect((await of.read(id)).verdict).toBe("no");
    await answerDemand(officerOf(GORGAN, power), id, anAnswer({ revision: 5 }), now);
    await judgeDemand(citizen, { verdict: "solved" }, now);
    expect((await of.read(id)).state).toBe("confirmed");
  });

  test("sees his own demand by its code, and no other, and no person", async () => {
    const mine = await of.answered();
    const other = await of.answered();
    const see = (code: string) => within(mine.citizen, (db) => findTracked(db, code, today));
    expect((await see(mine.trackingCode))?.id).toBe(mine.id);
    expect(await see(other.trackingCode)).toBeUndefined();
    expect(await within(mine.citizen, (db) => db.demandPerson.count())).toBe(0);
  });

  test("reads no name of those who work on it", async () => {
    const { trackingCode, citizen } = await of.answered();
    const seen = await within(citizen, (db) => findTracked(db, trackingCode, today));
    expect(seen?.lines.map(({ kind }) => kind)).toEqual(["received", "referred", "answered-done"]);
    const text = JSON.stringify(seen);
    for (const name of [assistant.name, "مریم یوسفی", "989111234567", "از پارسال", assistant.key])
      expect(text).not.toContain(name);
  });

  test("with a code that was never given out is refused as with none", async () => {
    const stranger = citizenActor(newTrackingCode());
    await expect(judgeDemand(stranger, { verdict: "solved" }, now)).rejects.toMatchObject({
      kind: "missing",
    });
  });
});

test("a withdrawn demand keeps its reason and takes no further step", async () => {
  const { id } = await of.referred();
  await withdrawDemand(assistant, id, { reason: "شهروند خود پس گرفت.", revision: 2 }, now);
  expect((await of.read(id)).lines.at(-1)).toMatchObject({ kind: "withdrawn", note: "شهروند خود پس گرفت." });
  await expect(refer(id, 3)).rejects.toMatchObject({ kind: "conflict" });
});

describe("the list", () => {
  test("finds demands by state, by kind and past their limit, and pages on by its cursor", async () => {
    const { id } = await of.referred({ kind: "complaint" });
    await ownerRows("update demand set limit_on = '2026-12-01' where id = $1", [id]);
    const list = (filter: Parameters<typeof listDemands>[2]) =>
      within(assistant, (db) => listDemands(db, placeAt(GORGAN), filter, today));
    expect((await list({ late: "1" })).rows.map((row) => row.id)).toEqual([id]);
    expect((await list({ kind: "complaint" })).rows.map((row) => row.id)).toEqual([id]);
    expect((await list({ state: "withdrawn" })).rows.every((row) => row.state === "withdrawn")).toBe(true);
    await ownerRows(
      `insert into demand (division_id, id, tracking_code, kind, title, field, channel, received_on, state, created_by_key)
       select $1, gen_random_uuid(), 'p' || n, 'suggestion', 'پیشنهاد', 'water', 'visit', '2026-11-01', 'received', 'test'
       from generate_series(1, 60) n`,
      [GORGAN],
    );
    const first = await list({ kind: "suggestion" });
    const second = await list({ kind: "suggestion", after: first.next ?? "" });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null]);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(60);
  });
});
