import { describe, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { addDays, todayIn } from "~/lib/jalali";
import { AQQALA, GOLESTAN, GORGAN, actorOf } from "../../../../tests/factories/actors";
import { aCircle, aContact, aPerson } from "../../../../tests/factories/network";
import type { PersonState } from "../choices";
import { stateOn, USUAL_CADENCE } from "../lifecycle";
import { networkFigures } from "../queries.server/cadence";
import { listCircleMembers } from "../queries.server/circles";
import { getPerson, listPeopleByName, listWaiting, searchPeople } from "../queries.server/people";
import { listTimeline } from "../queries.server/timeline";
import { MovePerson } from "../schema/people";
import { formCircle } from "./form-circle.server";
import { movePerson } from "./move-person.server";
import { recordContact } from "./record-contact.server";
import { registerPerson } from "./register-person.server";

const now = new Date("2026-12-24T05:30:00Z");
const today = todayIn(now);
const assistant = actorOf(GORGAN, "assistant");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const figures = () => within(assistant, (db) => networkFigures(db, GORGAN, USUAL_CADENCE, today));
const person = (id: string) => within(assistant, (db) => getPerson(db, GORGAN, id));
const standing = async (id: string) => stateOn(await person(id), USUAL_CADENCE, today);
const history = async (id: string) => (await within(assistant, (db) => listTimeline(db, GORGAN, id))).rows;
const steps = async (id: string) =>
  (await history(id)).filter(({ kind }) => kind === "state").map(({ state, day }) => `${state ?? ""} ${day}`);

describe("the joining path", () => {
  test("leads from identified over invited to member, each step with its day, and only a member counts", async () => {
    const before = await figures();
    const { id } = await registerPerson(assistant, aPerson({ state: "identified" }), daysAgo(30));
    expect(await person(id)).toMatchObject({ state: "identified", joinedOn: null });
    await movePerson(assistant, id, { step: "invite", happenedOn: addDays(today, -20) }, now);
    expect((await figures()).active).toBe(before.active);
    await movePerson(assistant, id, { step: "join", happenedOn: addDays(today, -10) }, now);
    expect(await person(id)).toMatchObject({
      state: "active",
      joinedOn: addDays(today, -10),
      quietSince: addDays(today, -10),
    });
    expect((await figures()).active).toBe(before.active + 1);
    expect(await steps(id)).toEqual([
      `active ${addDays(today, -10)}`,
      `invited ${addDays(today, -20)}`,
      `identified ${addDays(today, -30)}`,
    ]);
  });

  test("makes a member cold and dormant by silence alone, and one talk leads back", async () => {
    const { id } = await registerPerson(assistant, aPerson({ tier: "core" }), daysAgo(61));
    expect(await standing(id)).toBe("dormant");
    await recordContact(assistant, id, aContact({ happenedOn: addDays(today, -31) }), now);
    expect(await standing(id)).toBe("cold");
    await recordContact(assistant, id, aContact({ outcome: "no-answer" }), now);
    expect(await standing(id)).toBe("cold");
    await recordContact(assistant, id, aContact(), now);
    expect(await standing(id)).toBe("active");
  });

  test("lists by the state of the day exactly those who stand in it", async () => {
    const here = actorOf(AQQALA, "assistant");
    for (const days of [0, 30, 31, 60, 61, 300])
      await registerPerson(here, aPerson({ fullName: `خاموش ${days}`, tier: "core" }), daysAgo(days));
    for (const state of ["identified", "invited"] as const)
      await registerPerson(here, aPerson({ state }), now);
    const listed = async (state?: PersonState) => {
      const asked = { condition: { state }, cadence: USUAL_CADENCE, today };
      return (await within(here, (db) => listPeopleByName(db, { divisionId: AQQALA, asked }))).rows;
    };
    const all = await listed();
    expect(all).toHaveLength(8);
    for (const state of ["identified", "invited", "active", "cold", "dormant", "archived"] as const) {
      const expected = all.filter((row) => stateOn(row, USUAL_CADENCE, today) === state);
      expect(await listed(state), state).toEqual(expected);
    }
  });

  test("archives for a reason: no count, no queue, no circle; and back again with the history kept", async () => {
    const circle = await formCircle(assistant, aCircle(), now);
    const form = aPerson({ tier: "core", circleIds: [circle.id] });
    const { id } = await registerPerson(assistant, form, daysAgo(90));
    const before = await figures();
    await movePerson(assistant, id, { step: "archive", reason: "moved", note: "به ساری رفت" }, now);
    expect(await figures()).toEqual({
      ...before,
      people: before.people - 1,
      active: before.active - 1,
      unheard: before.unheard - 1,
    });
    await within(assistant, async (db) => {
      const waiting = await listWaiting(db, { divisionId: GORGAN }, USUAL_CADENCE, today, 200);
      expect(waiting.rows.map((row) => row.id)).not.toContain(id);
      expect(await listCircleMembers(db, GORGAN, circle.id)).toEqual([]);
      expect((await searchPeople(db, GORGAN, form.mobile ?? "")).map((row) => row.id)).toEqual([id]);
    });
    await expect(recordContact(assistant, id, aContact(), now)).rejects.toMatchObject({ kind: "conflict" });
    await movePerson(assistant, id, { step: "restore" }, now);
    expect(await person(id)).toMatchObject({
      state: "active",
      quietSince: today,
      joinedOn: addDays(today, -90),
    });
    expect(await standing(id)).toBe("active");
    const rows = await history(id);
    expect(rows.map(({ kind, state }) => state ?? kind)).toEqual([
      "active",
      "archived",
      "left",
      "active",
      "entered",
    ]);
    expect(rows.find(({ state }) => state === "archived")).toMatchObject({
      reason: "moved",
      note: "به ساری رفت",
      byName: assistant.name,
    });
  });

  test("cancels a wrong record with a reason: it leaves every count, and its trace stays", async () => {
    const before = await figures();
    const form = aPerson({ fullName: "ثبت نادرست" });
    const { id } = await registerPerson(assistant, form, now);
    await movePerson(assistant, id, { step: "cancel", note: "شماره دیگری بود" }, now);
    expect(await figures()).toEqual(before);
    await within(assistant, async (db) => {
      expect(await searchPeople(db, GORGAN, "ثبت نادرست")).toEqual([]);
      const entries = await db.auditEntry.findMany({ where: { divisionId: GORGAN, subjectId: id } });
      expect(entries.map(({ verb }) => verb).sort()).toEqual(["cancel", "register"]);
    });
    expect((await history(id))[0]).toMatchObject({ state: "cancelled", note: "شماره دیگری بود" });
    await expect(registerPerson(assistant, aPerson({ mobile: form.mobile }), now)).resolves.toHaveProperty(
      "id",
    );
    await expect(movePerson(assistant, id, { step: "restore" }, now)).rejects.toMatchObject({
      kind: "conflict",
    });
  });

  test("takes no step back in time, into the future, or that the state does not allow", async () => {
    const { id } = await registerPerson(assistant, aPerson(), daysAgo(5));
    for (const happenedOn of [addDays(today, 1), addDays(today, -6)]) {
      await expect(
        movePerson(assistant, id, { step: "archive", reason: "asked", happenedOn }, now),
      ).rejects.toMatchObject({ kind: "invalid", details: { field: "happenedOn" } });
    }
    await expect(movePerson(assistant, id, { step: "invite" }, now)).rejects.toMatchObject({
      kind: "conflict",
    });
    expect(await steps(id)).toEqual([`active ${addDays(today, -5)}`]);
  });

  test("taken twice at once is taken once", async () => {
    const { id } = await registerPerson(assistant, aPerson(), daysAgo(5));
    const twice = await Promise.allSettled(
      [1, 2].map(() => movePerson(assistant, id, { step: "archive", reason: "asked" }, now)),
    );
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await steps(id)).toHaveLength(2);
  });

  test("is walked by the county's assistant and expert alone", async () => {
    const { id } = await registerPerson(assistant, aPerson(), now);
    const step = { step: "archive", reason: "asked" } as const;
    for (const actor of [actorOf(GORGAN, "governor"), actorOf(GOLESTAN, "representative")])
      await expect(movePerson(actor, id, step, now)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(movePerson(actorOf(AQQALA, "assistant"), id, step, now)).rejects.toMatchObject({
      kind: "missing",
    });
    expect(await within(actorOf(AQQALA, "assistant"), (db) => listTimeline(db, GORGAN, id))).toMatchObject({
      rows: [],
    });
  });
});

test.each([
  [{ step: "archive" }, "reason"],
  [{ step: "archive", reason: "because of it" }, "reason"],
  [{ step: "cancel" }, "note"],
  [{ step: "forget" }, "step"],
])("a step is asked for its reason: %j", (given, field) => {
  const result = MovePerson.safeParse(given);
  expect(result.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test("a reason that the place's catalogue does not offer archives nobody", async () => {
  const { id } = await registerPerson(assistant, aPerson(), now);
  await expect(movePerson(assistant, id, { step: "archive", reason: "because" }, now)).rejects.toMatchObject({
    kind: "invalid",
    code: "network.not-offered",
    details: { field: "reason" },
  });
});
