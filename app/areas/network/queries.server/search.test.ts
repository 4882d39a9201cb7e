import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { searchKey } from "~/lib/persian-text";
import { AQQALA, GOLESTAN, GORGAN, NATION, SARI, actorOf } from "../../../../tests/factories/actors";
import { aCircle, aPerson, anEdit } from "../../../../tests/factories/network";
import { Records } from "../../../../tests/factories/records";
import {
  APART_NAMES,
  APART_TITLES,
  FOUND_NAMES,
  FOUND_TITLES,
} from "../../../../tests/factories/spelling-pairs";
import { ownerRows } from "../../../../tests/setup/owner";
import { editPerson } from "../commands/edit-person.server";
import { formCircle } from "../commands/form-circle.server";
import { registerPerson } from "../commands/register-person.server";
import { findCircles, findPeople } from "./search";

const now = new Date("2026-12-24T05:30:00Z");
const assistant = actorOf(SARI, "assistant");
const find = (text: string, actor = assistant) =>
  within(actor, (db) => findPeople(db, actor.place.id, text, 50));
const namesFor = async (text: string) => (await find(text)).map((one) => one.fullName);

let records: Records;
beforeAll(async () => {
  records = await Records.open();
  for (const [stored] of [...FOUND_NAMES, ...APART_NAMES])
    await records.person("2026-01-01", {
      division_id: SARI,
      full_name: stored,
      search_key: searchKey(stored),
    });
});
afterAll(() => records.close());

describe("in a county of many names", () => {
  test("every spelling of the table finds its name: recall is whole", async () => {
    const missed: string[] = [];
    for (const [stored, typed] of FOUND_NAMES)
      if (!(await namesFor(typed)).includes(stored)) missed.push(`${stored} ← ${typed}`);
    process.stdout.write(
      `search: recall ${FOUND_NAMES.length - missed.length}/${FOUND_NAMES.length}, kept apart ${APART_NAMES.length}\n`,
    );
    expect(missed).toEqual([]);
  });

  test.each(APART_NAMES)("%j is not found by %j", async (stored, typed) => {
    expect(await namesFor(typed)).not.toContain(stored);
  });

  test("whole words at the start come first", async () => {
    const found = await namesFor("رضا");
    const first = found.findIndex((name) => !/^رضا(?: |$)/.test(name));
    expect(first).toBeGreaterThan(0);
    expect(found.slice(first).filter((name) => /^رضا /.test(name))).toEqual([]);
  });

  test("a number is found by its beginning and its last digits in any digits, and no longer after it changed", async () => {
    const form = aPerson({ fullName: "شهین دلاور", mobile: "+989123456789" });
    const { id } = await registerPerson(assistant, form, now);
    for (const typed of ["۰۹۱۲۳۴۵", "0912 345 6789", "+98912345", "6789", "۳۴۵۶۷۸۹", "٣٤٥٦"])
      expect(await namesFor(typed), typed).toContain("شهین دلاور");
    await editPerson(assistant, id, anEdit(form, { fullName: "مهین دلاور", mobile: "+989351112233" }), now);
    expect(await namesFor("6789")).toEqual([]);
    expect(await namesFor("شهین")).toEqual([]);
    expect(await namesFor("2233")).toEqual(["مهین دلاور"]);
  });

  test("nobody above or beside the county finds its people, nor their words", async () => {
    for (const [place, role] of [
      [GORGAN, "assistant"],
      [3_000, "representative"],
      [NATION, "national-officer"],
    ] as const) {
      const other = actorOf(place, role);
      await within(other, async (db) => {
        expect(await findPeople(db, SARI, "رضا", 50)).toEqual([]);
        expect(await db.personWord.count({ where: { divisionId: SARI } })).toBe(0);
      });
    }
  });
});

describe("circles", () => {
  const gorgan = actorOf(GORGAN, "assistant");
  beforeAll(async () => {
    for (const [stored] of [...FOUND_TITLES, ...APART_TITLES])
      await formCircle(gorgan, aCircle({ name: stored, topic: stored }), now);
  });
  const found = async (typed: string, actor = gorgan) =>
    (await within(actor, (db) => findCircles(db, actor.place, typed, 50))).map((one) => one.name);

  test.each(FOUND_TITLES)("%j is found by %j in its county and from its province", async (stored, typed) => {
    expect(await found(typed)).toContain(stored);
    expect(await found(typed, actorOf(GOLESTAN, "representative"))).toContain(stored);
    expect(await found(typed, actorOf(AQQALA, "assistant"))).toEqual([]);
  });

  test.each(APART_TITLES)("%j is not found by %j", async (stored, typed) => {
    expect(await found(typed)).not.toContain(stored);
  });

  test("a circle is found by two words, of which hundreds have the first, in any order", async () => {
    await ownerRows(
      `insert into circle (division_id, id, name, topic, search_key, formed_on, created_by_key)
       select 28005, gen_random_uuid(), 'حلقه آ' || n, 'آب', 'حلقه آ' || n, '2026-10-01', 'test' from generate_series(1, 200) n`,
    );
    await formCircle(gorgan, aCircle({ name: "حلقه زنبورداران", topic: "عسل" }), now);
    expect(await found("حلقه زنبور")).toEqual(["حلقه زنبورداران"]);
    expect(await found("زنبور حلقه")).toEqual(["حلقه زنبورداران"]);
    expect(await found("حلقه زنبور", actorOf(GOLESTAN, "representative"))).toEqual(["حلقه زنبورداران"]);
  });
});
