import { beforeAll, describe, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { addDays, todayIn } from "~/lib/jalali";
import { AQQALA, GOLESTAN, GORGAN, actorOf } from "../../../../tests/factories/actors";
import { aCircle, aContact, aPerson } from "../../../../tests/factories/network";
import { viewOf, type PeopleCondition } from "../lists/condition";
import { stateOn, USUAL_CADENCE } from "../lifecycle";
import { localityChoices } from "../queries.server/condition";
import { getPeopleList, listPeopleLists, peopleOfList } from "../queries.server/lists";
import { countOfCondition, getPerson, listPeopleByName, listPeopleBySilence } from "../queries.server/people";
import type { RegisterPerson } from "../schema/people";
import { SettleWays } from "../schema/ways";
import { changeMembership } from "./change-membership.server";
import { editPeopleList } from "./edit-people-list.server";
import { formCircle } from "./form-circle.server";
import { keepPeopleList } from "./keep-people-list.server";
import { recordContact } from "./record-contact.server";
import { registerPerson } from "./register-person.server";
import { savePeopleList } from "./save-people-list.server";
import { settleWays } from "./settle-ways.server";

const now = new Date("2026-12-24T05:30:00Z");
const today = todayIn(now);
const assistant = actorOf(GORGAN, "assistant");
const expert = actorOf(GORGAN, "expert");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

const register = async (fullName: string, given: Partial<RegisterPerson>, days: number) =>
  (await registerPerson(assistant, aPerson({ fullName, ...given }), daysAgo(days))).id;
const namesOf = async (condition: PeopleCondition) => {
  const asked = { condition, cadence: USUAL_CADENCE, today };
  const { rows } = await within(assistant, (db) => listPeopleByName(db, { divisionId: GORGAN, asked }));
  return rows.map(({ fullName }) => fullName);
};

let circle: string;
beforeAll(async () => {
  circle = (await formCircle(assistant, aCircle({ field: "economic" }), daysAgo(80))).id;
  await register("الف تازه", { tier: "core", locality: "زیارت", capacities: ["venue"] }, 5);
  const cold = await register("ب سرد", { tier: "core", locality: "كياشهر", circleIds: [circle] }, 45);
  await register("پ راکد", { tier: "core", locality: "کیاشهر" }, 90);
  await register("ت گسترده", { tier: "wide", state: "active" }, 90);
  await register("ث دعوت", { tier: "wide", state: "invited", locality: "النگ" }, 10);
  await recordContact(assistant, cold, aContact({ outcome: "no-answer", happenedOn: today }), now);
  await settleWays(assistant, cold, SettleWays.parse({ sms: "consents", revision: 1 }), now);
});

describe("a condition over the people of a county", () => {
  test.each<[what: string, PeopleCondition, string[]]>([
    ["a tier", { tier: "wide" }, ["ت گسترده", "ث دعوت"]],
    ["a state that follows from the day", { state: "cold" }, ["ب سرد"]],
    ["a state that follows from a longer silence", { state: "dormant" }, ["پ راکد"]],
    ["a state that is kept", { state: "invited" }, ["ث دعوت"]],
    ["a locality, however it is written", { locality: "کیاشهر" }, ["ب سرد", "پ راکد"]],
    ["a capacity", { capacity: "venue" }, ["الف تازه"]],
    ["the field of a circle", { field: "economic" }, ["ب سرد"]],
    ["a field of no circle", { field: "social" }, []],
    ["silence of more days", { silent: 45, state: "dormant" }, ["پ راکد"]],
    ["a contact since a day", { since: addDays(today, -1) }, ["ب سرد"]],
    ["consent to a way", { way: "sms" }, ["ب سرد"]],
    ["several at once", { tier: "core", locality: "کیاشهر", silent: 60 }, ["پ راکد"]],
  ])("leaves those of %s", async (_what, condition, expected) => {
    expect(await namesOf(condition)).toEqual(expected);
  });

  test("leaves those of a circle", async () => {
    expect(await namesOf({ circle })).toEqual(["ب سرد"]);
  });

  test("leaves out who has left the circle, and who bars the way to which he agreed once", async () => {
    const id = await register("ج رفته", { tier: "active", circleIds: [circle] }, 20);
    await settleWays(assistant, id, SettleWays.parse({ sms: "consents", revision: 1 }), now);
    const [membership] = await within(assistant, (db) => db.membership.findMany({ where: { personId: id } }));
    if (!membership) throw new Error("He is in a circle.");
    for (const asked of [{ circle }, { field: "economic" }, { way: "sms" }] as const)
      expect(await namesOf(asked)).toEqual(["ب سرد", "ج رفته"]);
    await changeMembership(assistant, membership.id, { to: "left", happenedOn: today }, now);
    const { revision } = await within(assistant, (db) => getPerson(db, GORGAN, id));
    await settleWays(assistant, id, SettleWays.parse({ sms: "barred", revision: String(revision) }), now);
    for (const asked of [{ circle }, { field: "economic" }, { way: "sms" }] as const)
      expect(await namesOf(asked)).toEqual(["ب سرد"]);
  });

  test("is counted as it is listed, and no further than is asked", async () => {
    const count = (condition: PeopleCondition, membersOnly = false, most = 100) =>
      within(assistant, (db) =>
        countOfCondition(
          db,
          { divisionId: GORGAN, asked: { condition, cadence: USUAL_CADENCE, today }, membersOnly },
          most,
        ),
      );
    expect(await count({ tier: "wide" })).toBe(2);
    expect(await count({ tier: "wide" }, true)).toBe(1);
    expect(await count({ locality: "کیاشهر" })).toBe(2);
    expect(await count({ silent: 3000 })).toBe(0);
    expect(await count({ tier: "core" }, false, 2)).toBe(3);
    expect(await count({ tier: "core" }, false, 1)).toBe(2);
  });

  test("holds in the order of silence too, for members alone", async () => {
    const asked = { condition: { tier: "wide" } as const, cadence: USUAL_CADENCE, today };
    const { rows } = await within(assistant, (db) =>
      listPeopleBySilence(db, { divisionId: GORGAN, asked }, USUAL_CADENCE),
    );
    expect(rows.map(({ fullName }) => fullName)).toEqual(["ت گسترده"]);
  });

  test("is offered the localities of the county, each once", async () => {
    const offered = await within(assistant, (db) => localityChoices(db, GORGAN));
    expect(offered).toHaveLength(3);
    expect(offered).toContain("زیارت");
    expect(await within(actorOf(AQQALA, "assistant"), (db) => localityChoices(db, GORGAN))).toEqual([]);
  });
});

describe("a saved list", () => {
  const condition: PeopleCondition = { view: "name", tier: "core", state: "cold" };
  const listsOf = async (actor: typeof assistant) =>
    (await within(actor, (db) => listPeopleLists(db, actor.place.id, [actor.key]))).map(({ id }) => id);

  test("keeps the condition, and gives whom it holds on the day", async () => {
    const { id } = await savePeopleList(assistant, condition, { name: "هسته سرد", seenBy: "own" }, now);
    const list = { id, readerKeys: [assistant.key] };
    const held = (day: typeof today) =>
      within(assistant, (db) => peopleOfList(db, assistant.place, list, day, { size: 1 }));
    const first = await held(today);
    expect(first.rows.map(({ fullName }) => fullName)).toEqual(["ب سرد"]);
    expect(first.rows.map((row) => stateOn(row, USUAL_CADENCE, today))).toEqual(["cold"]);
    expect((await held(addDays(today, -30))).rows.map(({ fullName }) => fullName)).toEqual(["پ راکد"]);
  });

  test("of a village holds those too who are not members yet, as its page counts them", async () => {
    const there = { locality: "النگ" } satisfies PeopleCondition;
    const { id } = await savePeopleList(assistant, there, { name: "النگ", seenBy: "own" }, now);
    const list = { id, readerKeys: [assistant.key] };
    const { rows } = await within(assistant, (db) => peopleOfList(db, assistant.place, list, today));
    const asked = { condition: there, cadence: USUAL_CADENCE, today };
    const counted = await within(assistant, (db) =>
      countOfCondition(db, { divisionId: GORGAN, asked, membersOnly: viewOf(there) === "silence" }, 100),
    );
    expect(rows).toHaveLength(counted);
    expect(rows.some(({ state }) => state !== "active")).toBe(true);
  });

  test("is its maker's own until it is shared; only he takes it back for himself", async () => {
    const { id } = await savePeopleList(assistant, condition, { name: "یک", seenBy: "own" }, now);
    expect(await listsOf(assistant)).toContain(id);
    expect(await listsOf(expert)).not.toContain(id);
    await expect(within(expert, (db) => getPeopleList(db, GORGAN, id, [expert.key]))).rejects.toMatchObject({
      kind: "missing",
    });
    await expect(
      editPeopleList(expert, id, { name: "دو", seenBy: "staff", revision: 1 }),
    ).rejects.toMatchObject({ kind: "missing" });
    await expect(keepPeopleList(expert, id, "remove", now)).rejects.toMatchObject({ kind: "missing" });
    await editPeopleList(assistant, id, { name: "یک", seenBy: "staff", revision: 1 });
    expect(await listsOf(expert)).toContain(id);
    await expect(
      editPeopleList(expert, id, { name: "یک", seenBy: "own", revision: 2 }),
    ).rejects.toMatchObject({ kind: "invalid", details: { field: "seenBy" } });
    await editPeopleList(expert, id, { name: "یک تازه", seenBy: "staff", revision: 2 });
    await expect(
      editPeopleList(assistant, id, { name: "یک کهنه", seenBy: "staff", revision: 2 }),
    ).rejects.toMatchObject({ kind: "conflict", details: { theirs: { name: "یک تازه" } } });
  });

  test("has a name of its own among those that its maker sees, however it is spelt", async () => {
    const save = (actor: typeof assistant, name: string) =>
      savePeopleList(actor, condition, { name, seenBy: "own" }, now);
    const { id } = await save(assistant, "هسته‌های کویر");
    const taken = { code: "network.lists.name-taken", details: { field: "name" } };
    await expect(save(assistant, "هسته هاي كوير")).rejects.toMatchObject(taken);
    const other = await save(assistant, "هسته‌های کوه");
    const renamed = { name: "هسته‌های کویر", seenBy: "own", revision: 1 } as const;
    await expect(editPeopleList(assistant, other.id, renamed)).rejects.toMatchObject(taken);
    await editPeopleList(assistant, id, { ...renamed, seenBy: "own" });
    await expect(save(expert, "هسته‌های کویر")).resolves.toMatchObject({});
  });

  test("is taken away and brought back", async () => {
    const { id } = await savePeopleList(assistant, condition, { name: "سه", seenBy: "staff" }, now);
    await keepPeopleList(assistant, id, "remove", now);
    expect(await listsOf(assistant)).not.toContain(id);
    const list = { id, readerKeys: [assistant.key] };
    await expect(
      within(assistant, (db) => peopleOfList(db, assistant.place, list, today)),
    ).rejects.toMatchObject({ kind: "missing" });
    await keepPeopleList(expert, id, "restore", now);
    expect(await listsOf(assistant)).toContain(id);
  });

  test("is saved by assistant and expert alone, and seen by no other place", async () => {
    for (const actor of [actorOf(GORGAN, "governor"), actorOf(GOLESTAN, "representative")]) {
      await expect(
        savePeopleList(actor, condition, { name: "چهار", seenBy: "staff" }, now),
      ).rejects.toMatchObject({ kind: "forbidden" });
    }
    for (const actor of [actorOf(AQQALA, "assistant"), actorOf(GOLESTAN, "representative")])
      expect(await within(actor, (db) => listPeopleLists(db, GORGAN, [assistant.key]))).toEqual([]);
  });
});
