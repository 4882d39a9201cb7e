import { describe, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { AQQALA, GOLESTAN, GORGAN, NATION, actorOf } from "../../../../tests/factories/actors";
import { aCircle, anEdit, aPerson } from "../../../../tests/factories/network";
import { getPerson, listPeopleByName, searchPeople } from "../queries.server/people";
import { getCircle, listCircleMembers, listCircles } from "../queries.server/circles";
import { editCircle } from "./edit-circle.server";
import { editPerson } from "./edit-person.server";
import { formCircle } from "./form-circle.server";
import { joinCircle } from "./join-circle.server";
import { registerPerson } from "./register-person.server";

const now = new Date("2026-12-24T05:30:00Z");
const assistant = actorOf(GORGAN, "assistant");
const people = (place: number, actor = assistant) =>
  within(actor, (db) => listPeopleByName(db, { divisionId: place }));

/** The refusal that the work ends in. */
async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Refusal) return error;
  throw new Error(`Expected a refusal, got ${String(error)}`);
}

describe("a circle", () => {
  test("is formed with its members, and its province sees it without them", async () => {
    const circle = await formCircle(assistant, aCircle({ name: "ایمنی راه" }), now);
    await registerPerson(assistant, aPerson({ fullName: "بهروز کاظمی", circleIds: [circle.id] }), now);
    await within(assistant, async (db) => {
      expect(await getCircle(db, assistant.place, circle.id)).toMatchObject({
        name: "ایمنی راه",
        members: 1,
      });
      expect(await listCircleMembers(db, GORGAN, circle.id)).toMatchObject([{ fullName: "بهروز کاظمی" }]);
    });
    const province = actorOf(GOLESTAN, "representative");
    await within(province, async (db) => {
      expect(await getCircle(db, province.place, circle.id)).toMatchObject({
        name: "ایمنی راه",
        members: null,
      });
      expect(await listCircleMembers(db, GORGAN, circle.id)).toEqual([]);
    });
    const neighbour = actorOf(AQQALA, "assistant");
    await within(neighbour, async (db) => {
      expect((await listCircles(db, neighbour.place)).rows).toEqual([]);
      await expect(getCircle(db, neighbour.place, circle.id)).rejects.toMatchObject({ kind: "missing" });
    });
  });

  test("is not formed in the future, nor by the governor or the province", async () => {
    const before = await within(assistant, (db) => listCircles(db, assistant.place));
    const late = formCircle(assistant, aCircle({ formedOn: "2026-12-25" }), now);
    await expect(late).rejects.toMatchObject({ kind: "invalid", details: { field: "formedOn" } });
    for (const actor of [actorOf(GORGAN, "governor"), actorOf(GOLESTAN, "representative")]) {
      await expect(formCircle(actor, aCircle(), now)).rejects.toMatchObject({ kind: "forbidden" });
    }
    expect(await within(assistant, (db) => listCircles(db, assistant.place))).toEqual(before);
  });

  test("changed by two shows the second what the first wrote", async () => {
    const { id } = await formCircle(assistant, aCircle({ name: "پسماند" }), now);
    await editCircle(assistant, id, { name: "پسماند و محیط زیست", topic: "محیط", revision: 1 });
    const refusal = await refusalOf(
      editCircle(assistant, id, { name: "پسماند شهری", topic: "محیط", revision: 1 }),
    );
    expect(refusal).toMatchObject({
      kind: "conflict",
      details: { theirs: { name: "پسماند و محیط زیست" }, revision: 2 },
    });
  });
});

describe("a person", () => {
  test("is registered and found by any spelling of the name and by the mobile's digits", async () => {
    await registerPerson(
      assistant,
      aPerson({ fullName: "سیدرضا میربهبهانی‌نژاد", mobile: "+989113701248" }),
      now,
    );
    await within(assistant, async (db) => {
      for (const text of ["ميربهبهاني", "سیدرضا", "نژاد سید", "۰۹۱۱۳۷۰۱۲۴۸", "3701248"]) {
        expect(await searchPeople(db, GORGAN, text), text).toMatchObject([
          { fullName: "سیدرضا میربهبهانی‌نژاد" },
        ]);
      }
      expect(await searchPeople(db, GORGAN, "میر٪_%")).toEqual([]);
      expect(await searchPeople(db, GORGAN, "  ")).toEqual([]);
    });
  });

  test("with a number that somebody of the county has is refused by that name, and leaves no trace", async () => {
    await registerPerson(assistant, aPerson({ fullName: "زهرا مقصودلو", mobile: "+989117777777" }), now);
    const before = (await people(GORGAN)).rows.length;
    const refusal = await refusalOf(registerPerson(assistant, aPerson({ mobile: "+989117777777" }), now));
    expect(refusal.kind).toBe("conflict");
    expect(refusal.details.field).toBe("mobile");
    expect(new URLSearchParams(refusal.code.split("?")[1]).get("name")).toBe("زهرا مقصودلو");
    expect((await people(GORGAN)).rows).toHaveLength(before);
  });

  test("of another county may have the same number", async () => {
    const there = actorOf(AQQALA, "expert");
    await registerPerson(assistant, aPerson({ mobile: "+989116666666" }), now);
    await expect(registerPerson(there, aPerson({ mobile: "+989116666666" }), now)).resolves.toHaveProperty(
      "id",
    );
  });

  test("registered twice at once with one number exists once", async () => {
    const twins = await Promise.allSettled(
      [1, 2].map(() => registerPerson(assistant, aPerson({ mobile: "+989115555555" }), now)),
    );
    expect(twins.map((twin) => twin.status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = twins.find((twin) => twin.status === "rejected");
    expect(lost?.reason).toMatchObject({ kind: "conflict", details: { field: "mobile" } });
  });

  test("is not put into another county's circle, and nothing of him is kept", async () => {
    const foreign = await formCircle(actorOf(AQQALA, "assistant"), aCircle(), now);
    const before = (await people(GORGAN)).rows.length;
    await expect(registerPerson(assistant, aPerson({ circleIds: [foreign.id] }), now)).rejects.toMatchObject({
      kind: "invalid",
      details: { field: "circleIds" },
    });
    expect((await people(GORGAN)).rows).toHaveLength(before);
  });

  test("is registered by the county's assistant and expert alone", async () => {
    for (const [place, role] of [
      [GORGAN, "governor"],
      [GOLESTAN, "representative"],
      [GOLESTAN, "provincial-expert"],
      [NATION, "national-officer"],
    ] as const) {
      await expect(registerPerson(actorOf(place, role), aPerson(), now)).rejects.toMatchObject({
        kind: "forbidden",
      });
    }
  });

  test("changes circles and tier, and the audit says which columns changed but not to what", async () => {
    const [first, second] = [
      await formCircle(assistant, aCircle(), now),
      await formCircle(assistant, aCircle(), now),
    ];
    const form = aPerson({ fullName: "الهام نوری", circleIds: [first.id] });
    const { id } = await registerPerson(assistant, form, now);
    await editPerson(assistant, id, anEdit(form, { tier: "wide", circleIds: [second.id] }), now);
    await within(assistant, async (db) => {
      const person = await getPerson(db, GORGAN, id);
      expect(person).toMatchObject({ tier: "wide", revision: 2, memberships: [{ id: second.id }] });
      const entries = await db.auditEntry.findMany({
        where: { divisionId: GORGAN, subjectId: id, verb: "edit" },
      });
      expect(entries.map((entry) => entry.changed)).toEqual([["tier"]]);
    });
  });

  test("edited by two loses neither text", async () => {
    const form = aPerson({ fullName: "مریم قره‌باش", locality: "معصوم‌آباد" });
    const { id } = await registerPerson(assistant, form, now);
    await editPerson(actorOf(GORGAN, "expert"), id, anEdit(form, { locality: "فیض‌آباد" }), now);
    const refusal = await refusalOf(editPerson(assistant, id, anEdit(form, { locality: "جلین" }), now));
    expect(refusal).toMatchObject({
      kind: "conflict",
      code: "refusal.changed",
      details: { theirs: { locality: "فیض‌آباد", fullName: "مریم قره‌باش" }, revision: 2 },
    });
    await editPerson(assistant, id, anEdit(form, { locality: "جلین", revision: 2 }), now);
    expect(await within(assistant, (db) => getPerson(db, GORGAN, id))).toMatchObject({ locality: "جلین" });
  });

  test("edited while a colleague takes him into a circle and gives him a capacity, he keeps both", async () => {
    const [own, theirs] = [
      await formCircle(assistant, aCircle(), now),
      await formCircle(assistant, aCircle(), now),
    ];
    const form = aPerson({ fullName: "سمیه ایری", circleIds: [own.id], capacities: ["venue"] });
    const { id } = await registerPerson(assistant, form, now);
    const colleague = actorOf(GORGAN, "expert");
    await joinCircle(colleague, theirs.id, { personId: id, role: "member", fromOn: todayIn(now) }, now);

    // Opened before: the circle of the colleague is not in the form, and is not taken away by it.
    await editPerson(assistant, id, anEdit(form, { source: "بسیج محله" }), now);
    const circlesOf = async () =>
      (await within(assistant, (db) => getPerson(db, GORGAN, id))).memberships
        .map((one) => one.id)
        .toSorted();
    expect(await circlesOf()).toEqual([own.id, theirs.id].toSorted());

    await editPerson(colleague, id, anEdit(form, { capacities: ["venue", "media"], revision: 2 }), now);
    const late = anEdit(form, { capacities: ["venue", "transport"], circleIds: [], revision: 2 });
    expect(await refusalOf(editPerson(assistant, id, late, now))).toMatchObject({
      details: {
        theirs: { capacities: "venue,media", circleIds: expect.stringContaining(theirs.id) as string },
        revision: 3,
      },
    });
    await editPerson(assistant, id, { ...late, revision: 3 }, now);
    expect(await within(assistant, (db) => getPerson(db, GORGAN, id))).toMatchObject({
      capacities: ["venue", "media", "transport"],
    });
    expect(await circlesOf()).toEqual([theirs.id]);
  });

  test("of another place is missing to whoever edits by its id", async () => {
    const form = aPerson();
    const { id } = await registerPerson(assistant, form, now);
    await expect(editPerson(actorOf(AQQALA, "assistant"), id, anEdit(form), now)).rejects.toMatchObject({
      kind: "missing",
    });
  });
});

test("pages of fifty by name neither skip nor repeat anybody", async () => {
  const there = actorOf(AQQALA, "assistant");
  for (let i = 0; i < 60; i += 1) await registerPerson(there, aPerson({ fullName: `عضو ${i % 7}` }), now);
  await within(there, async (db) => {
    const first = await listPeopleByName(db, { divisionId: AQQALA });
    const second = await listPeopleByName(db, { divisionId: AQQALA, cursor: first.next });
    expect(first.rows).toHaveLength(50);
    const ids = [...first.rows, ...second.rows].map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(second.next).toBeNull();
    const all = await db.person.count({ where: { divisionId: AQQALA } });
    expect(ids).toHaveLength(all);
  });
});
