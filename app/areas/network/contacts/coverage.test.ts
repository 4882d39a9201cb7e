import { expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { AQQALA, GORGAN, actorOf } from "../../../../tests/factories/actors";
import { aCircle, aPerson } from "../../../../tests/factories/network";
import { FIELDS } from "../choices";
import { formCircle } from "../commands/form-circle.server";
import { registerPerson } from "../commands/register-person.server";
import { coverageOf, listCell } from "../queries.server/coverage";

const assistant = actorOf(AQQALA, "assistant");
const now = new Date("2026-12-24T05:30:00Z");

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
    const { rows, withoutLocality, withoutField } = await coverageOf(db, AQQALA);
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
        expect(await listCell(db, AQQALA, row.locality, field)).toHaveLength(naive);
      }
      expect(await listCell(db, AQQALA, row.locality)).toHaveLength(row.members);
    }
  });
});
