import { expect, test } from "vitest";
import { addNames } from "~/areas/catalogues/commands/add-names.server";
import { within } from "~/kernel/db.server";
import { todayIn } from "~/lib/jalali";
import { AQQALA, GORGAN, actorOf } from "../../../../tests/factories/actors";
import { aCircle, aPerson } from "../../../../tests/factories/network";
import { ownerRows } from "../../../../tests/setup/owner";
import { FIELDS } from "../choices";
import { formCircle } from "../commands/form-circle.server";
import { registerPerson } from "../commands/register-person.server";
import { coverageOf, listCell } from "../queries.server/coverage";
import { coverageRows, placeKeys } from "./coverage";

const assistant = actorOf(AQQALA, "assistant");
const now = new Date("2026-12-24T05:30:00Z");
const today = todayIn(now);
const { place } = assistant;

test("the matrix says what a naive recount says, gaps first, and every cell opens as many people as it counts", async () => {
  const circle = async (field?: (typeof FIELDS)[number]) =>
    (await formCircle(assistant, aCircle({ field, place: "روستای بالا" }), now)).id;
  const water = await circle("economic");
  const other = await circle("economic");
  const books = await circle("cultural");
  const unclear = await circle();
  const member = (locality: string | undefined, ...circleIds: string[]) => ({ locality, circleIds });
  const people = [
    member("روستای بالا", water, other),
    member("روستاي بالا", books),
    member("روستای بالا", unclear),
    member("روستای پایین", books),
    member("محله نو"),
    member(undefined, water),
  ];
  for (const one of people) await registerPerson(assistant, aPerson(one), now);
  const abroad = actorOf(GORGAN, "assistant");
  const theirs = await formCircle(abroad, aCircle({ field: "scientific" }), now);
  await registerPerson(abroad, aPerson({ locality: "روستای بالا", circleIds: [theirs.id] }), now);

  await within(assistant, async (db) => {
    const { rows, withoutLocality, withoutField } = await coverageOf(db, place, today);
    expect(rows.map(({ locality, members, gaps }) => [locality, members, gaps.length])).toEqual([
      ["محله نو", 1, 5],
      ["روستای پایین", 1, 4],
      ["روستای بالا", 3, 3],
    ]);
    expect({ withoutLocality, withoutField }).toEqual({ withoutLocality: 1, withoutField: 1 });
    const fieldOf = new Map([
      [water, "economic"],
      [other, "economic"],
      [books, "cultural"],
    ]);
    for (const row of rows) {
      for (const field of FIELDS) {
        const naive = people.filter(
          ({ locality, circleIds }) =>
            locality?.replace("ي", "ی") === row.locality && circleIds.some((id) => fieldOf.get(id) === field),
        ).length;
        expect(row.cells[field].people, `${row.locality} ${field}`).toBe(naive);
        expect(await listCell(db, place, { locality: row.locality, field, today })).toHaveLength(naive);
      }
      expect(await listCell(db, place, { locality: row.locality, today })).toHaveLength(row.members);
    }
  });
});

test("a catalogued village where nobody is known has its row, before all others, and one retired from the catalogue has none", async () => {
  const gorgan = actorOf(GORGAN, "assistant");
  await addNames(
    gorgan,
    "locality",
    [["کلاته بالا", "دهستان کوهپایه"], ["نوده", "دهستان کوهپایه"], ["نوده", "دهستان قره‌سو"], ["زیارت"]],
    now,
  );
  await ownerRows("update catalogue_entry set retired_on = '2026-12-01' where fa = 'زیارت'");
  await registerPerson(gorgan, aPerson({ locality: "كلاته بالا", circleIds: [] }), now);
  await registerPerson(gorgan, aPerson({ locality: "نوده، دهستان قره سو", circleIds: [] }), now);
  await within(gorgan, async (db) => {
    const { rows } = await coverageOf(db, gorgan.place, today);
    expect(
      rows
        .filter(({ locality }) => /نوده|کلاته|زیارت/.test(locality))
        .map(({ locality, members }) => [locality, members]),
    ).toEqual([
      ["نوده، دهستان کوهپایه", 0],
      ["کلاته بالا، دهستان کوهپایه", 1],
      ["نوده، دهستان قره‌سو", 1],
    ]);
    expect(rows[0]?.gaps).toEqual(FIELDS);
    // Written without its rural district, as the person who lives there wrote it.
    expect(await listCell(db, gorgan.place, { locality: "کلاته بالا، دهستان کوهپایه", today })).toHaveLength(1);
    expect(await listCell(db, gorgan.place, { locality: "نوده، دهستان کوهپایه", today })).toEqual([]);
  });
});

test("a bare name means the one catalogued village of that name, and none of two", () => {
  const keyOf = placeKeys(["نوده، دهستان کوهپایه", "نوده، دهستان قره‌سو", "کلاته، بخش مرکزی"]);
  expect(keyOf("کلاته")).toBe(keyOf("کلاته، بخش مرکزی"));
  expect(new Set(["نوده", "نوده، دهستان کوهپایه", "نوده، دهستان قره‌سو"].map(keyOf)).size).toBe(3);
  expect(coverageRows([], ["نوده، دهستان کوهپایه"])).toHaveLength(1);
});
