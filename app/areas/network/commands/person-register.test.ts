import { describe, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { addDays, todayIn } from "~/lib/jalali";
import { findAll } from "~/search-everything.server";
import { ownerRows } from "../../../../tests/setup/owner";
import { AQQALA, GOLESTAN, GORGAN, actorOf } from "../../../../tests/factories/actors";
import { anEdit, aPerson } from "../../../../tests/factories/network";
import { getPerson, searchPeople } from "../queries.server/people";
import { listWays } from "../queries.server/ways";
import { RegisterPerson } from "../schema/people";
import { SettleWays } from "../schema/ways";
import { editPerson } from "./edit-person.server";
import { movePerson } from "./move-person.server";
import { registerPerson } from "./register-person.server";
import { settleWays } from "./settle-ways.server";

const now = new Date("2026-12-24T05:30:00Z");
const today = todayIn(now);
const assistant = actorOf(GORGAN, "assistant");
const coded = (code: string) => ({ nationalCode: { code, isPadded: false } });
const found = (text: string, actor = assistant) =>
  within(actor, async (db) => (await searchPeople(db, GORGAN, text)).map(({ id }) => id));
const person = (id: string) => within(assistant, (db) => getPerson(db, GORGAN, id));

describe("a national code", () => {
  test("is found by all of its digits alone, shown by its last three, and lies nowhere as it is", async () => {
    const { id } = await registerPerson(assistant, aPerson(coded("0932833810")), now);
    expect(await found("۰۹۳۲۸۳۳۸۱۰")).toEqual([id]);
    expect(await found("932833810")).toEqual([id]);
    // By the search of the top line too, which every page has.
    const everywhere = { q: "۰۹۳۲۸۳۳۸۱۰", size: 6, locale: "fa", today } as const;
    const groups = await within(assistant, (db) => findAll(db, assistant, everywhere));
    expect(groups).toMatchObject([{ kind: "people", items: [{ to: `/${GORGAN}/network/people/${id}` }] }]);
    const above = actorOf(GOLESTAN, "representative");
    expect(await within(above, (db) => findAll(db, above, everywhere))).toEqual([]);
    for (const part of ["0932833", "2833810", "093283381", "810"])
      expect(await found(part), part).toEqual([]);
    expect((await person(id)).nationalCode).toBe("•••••••810");
    const rows = await ownerRows<{ row: string }>(
      "select row_to_json(p)::text as row from person p where id = $1",
      [id],
    );
    expect(rows[0]?.row).toContain("v1.");
    expect(rows[0]?.row).not.toMatch(/0?932833810/);
    expect(await found("0932833810", actorOf(GOLESTAN, "representative"))).toEqual([]);
  });

  test("belongs to one person of a county, also when two register it at once, and to another county's as well", async () => {
    const twins = await Promise.allSettled(
      [1, 2].map(() => registerPerson(assistant, aPerson(coded("0499370899")), now)),
    );
    expect(twins.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(twins.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { kind: "conflict", details: { field: "nationalCode" } },
    });
    const there = actorOf(AQQALA, "assistant");
    await expect(registerPerson(there, aPerson(coded("0499370899")), now)).resolves.toHaveProperty("id");
    const hashes = await ownerRows(
      "select distinct national_code_hash from person where national_code_hash is not null",
    );
    expect(hashes.length).toBeGreaterThanOrEqual(2);
  });

  test("stays while the field is left empty, goes when asked to, and never with a copied cipher to another", async () => {
    const form = aPerson(coded("0790419904"));
    const { id } = await registerPerson(assistant, form, now);
    await editPerson(assistant, id, anEdit(form, { locality: "جلین" }), now);
    expect((await person(id)).nationalCode).toBe("•••••••904");
    const other = await registerPerson(assistant, aPerson(), now);
    await ownerRows(
      "update person set national_code_sealed = (select national_code_sealed from person where id = $1) where id = $2",
      [id, other.id],
    );
    expect((await person(other.id)).nationalCode).toBeNull();
    await editPerson(
      assistant,
      id,
      anEdit(form, { locality: "جلین", withoutNationalCode: "on", revision: 2 }),
      now,
    );
    expect((await person(id)).nationalCode).toBeNull();
    expect(await found("0790419904")).toEqual([]);
    const entries = await within(assistant, (db) =>
      db.auditEntry.findMany({ where: { divisionId: GORGAN, subjectId: id, verb: "edit" } }),
    );
    expect(entries.map(({ changed }) => changed)).toContainEqual(["national_code"]);
  });

  test("of a cancelled record is free again", async () => {
    const code = coded("0084575948");
    const { id } = await registerPerson(assistant, aPerson(code), now);
    await movePerson(assistant, id, { step: "cancel", note: "کارت دیگری بود" }, now);
    await expect(registerPerson(assistant, aPerson(code), now)).resolves.toHaveProperty("id");
  });

  test.each([
    ["۰۹۳۲۸۳۳۸۱۰", { code: "0932833810", isPadded: false }],
    ["932833810", { code: "0932833810", isPadded: true }],
    ["093-283381-0", { code: "0932833810", isPadded: false }],
  ])("typed as %s is read", (nationalCode, expected) => {
    const form = { fullName: "ناهید سعیدی", tier: "core", nationalCode };
    expect(RegisterPerson.parse(form).nationalCode).toEqual(expected);
  });

  test.each(["0932833811", "1111111111", "12", "کد ملی"])(
    "typed as %s is refused beside its field",
    (nationalCode) => {
      const result = RegisterPerson.safeParse({ fullName: "ناهید سعیدی", tier: "core", nationalCode });
      expect(result.error?.issues).toMatchObject([
        { path: ["nationalCode"], message: "network.national-code-wrong" },
      ]);
    },
  );
});

describe("the ways to reach a person", () => {
  const ways = (given: Record<string, unknown>) => SettleWays.parse({ revision: 1, ...given });
  const listed = (id: string, actor = assistant) => within(actor, (db) => listWays(db, GORGAN, id));

  test("keep the day of consent and of its withdrawal", async () => {
    const { id } = await registerPerson(assistant, aPerson(), now);
    const earlier = new Date(now.getTime() - 5 * 86_400_000);
    await settleWays(
      assistant,
      id,
      ways({ preferred: "eitaa", eitaa: "consents", eitaaHandle: "@nahid" }),
      earlier,
    );
    await settleWays(
      assistant,
      id,
      ways({ preferred: "eitaa", eitaa: "consents", eitaaHandle: "@nahid", phone: "barred", revision: 2 }),
      now,
    );
    expect(await listed(id)).toEqual([
      { way: "phone", handle: null, standing: "barred", since: today, isBarred: true },
      { way: "eitaa", handle: "@nahid", standing: "consents", since: addDays(today, -5), isBarred: false },
    ]);
    expect(await person(id)).toMatchObject({ preferredWay: "eitaa" });
  });

  test("changed by two show the second what the first wrote", async () => {
    const { id } = await registerPerson(assistant, aPerson(), now);
    await settleWays(assistant, id, ways({ phone: "barred" }), now);
    await expect(settleWays(assistant, id, ways({ sms: "barred" }), now)).rejects.toMatchObject({
      kind: "conflict",
      details: { theirs: { phone: "barred", sms: "open" }, revision: 2 },
    });
  });

  test("are the county's own: nobody else reads or writes them", async () => {
    const { id } = await registerPerson(assistant, aPerson(), now);
    await settleWays(assistant, id, ways({ phone: "barred" }), now);
    const beside = actorOf(AQQALA, "assistant");
    expect(await listed(id, beside)).toEqual([]);
    await expect(settleWays(beside, id, ways({}), now)).rejects.toMatchObject({ kind: "missing" });
    for (const actor of [actorOf(GORGAN, "governor"), actorOf(GOLESTAN, "representative")])
      await expect(settleWays(actor, id, ways({}), now)).rejects.toMatchObject({ kind: "forbidden" });
  });
});
