import { afterAll, beforeAll, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { SARI, actorOf } from "../../../../tests/factories/actors";
import { Records } from "../../../../tests/factories/records";
import { aRegister } from "../../../../tests/factories/twins";
import { findTwins } from "./pairs";

let records: Records;
beforeAll(async () => {
  records = await Records.open();
});
afterAll(() => records.close());

test("of 500 known pairs in a register of thousands at least nine in ten are found, four in five of the found are pairs", async () => {
  const register = aRegister(500, 3000);
  const { rows } = await records.query(
    `insert into person (division_id, id, full_name, search_key, mobile, locality, tier, state, created_by_key)
     select $1, gen_random_uuid(), e->>'fullName', e->>'searchKey', e->>'mobile', e->>'locality', 'wide', 'active', e->>'who'
     from jsonb_array_elements($2::jsonb) e returning id::text, created_by_key as who`,
    [SARI, JSON.stringify(register)],
  );
  await records.query("analyze person, person_block");
  const stored = rows as { id: string; who: string }[];
  const whoOf = new Map(stored.map(({ id, who }) => [id, who]));
  const found = new Set<string>();
  await within(
    actorOf(SARI, "assistant"),
    async (db) => {
      for (const [at, entry] of register.entries()) {
        const id = stored[at]?.id ?? "";
        for (const twin of await findTwins(db, SARI, { ...entry, circleIds: [] }, id))
          found.add([id, twin.id].sort().join(" "));
      }
    },
    { timeout: 120_000 },
  );
  const right = [...found].filter((pair) => {
    const [one = "", other = ""] = pair.split(" ");
    return whoOf.get(one) === whoOf.get(other);
  }).length;
  const [recall, precision] = [right / 500, right / found.size];
  process.stdout.write(
    `duplicates: ${register.length} records, 500 pairs, ${found.size} found; recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}\n`,
  );
  expect(recall).toBeGreaterThanOrEqual(0.9);
  expect(precision).toBeGreaterThanOrEqual(0.8);
}, 120_000);
