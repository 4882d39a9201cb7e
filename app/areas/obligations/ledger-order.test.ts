import { afterAll, beforeAll, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { addDays, type IsoDate } from "~/lib/jalali";
import { actorOf, GOLESTAN, GORGAN } from "../../../tests/factories/actors";
import { openOfficesOfGolestan } from "../../../tests/factories/offices";
import { Records } from "../../../tests/factories/records";
import { ownerRows } from "../../../tests/setup/owner";
import { ledgerView, type End, type Order } from "./filters";
import { listObligations } from "./queries.server";

const TODAY: IsoDate = "2026-12-24";
const ENDS = [
  ["owed", actorOf(GORGAN, "assistant"), GORGAN],
  ["issued", actorOf(GOLESTAN, "provincial-expert"), GOLESTAN],
] as const;

let records: Records;
/** By their day, two on one day; the last two have none. Issued in an order that says nothing of it. */
const ids: string[] = [];

beforeAll(async () => {
  records = await Records.open();
  const { ids: offices } = await openOfficesOfGolestan();
  const office = offices.get(`${GORGAN} education`) ?? "";
  for (const [n, days] of [-60, -9, -9, -1, 0, 4, null, null].entries()) {
    const issued = new Date(Date.UTC(2026, 8, 1 + ((n * 5) % 8)));
    ids.push(
      await records.obligation(addDays(TODAY, days ?? 0), {
        office_id: office,
        source_division_id: GOLESTAN,
        issued_at: issued,
      }),
    );
  }
  await ownerRows(
    `update obligation set deadline_kind = 'none', due_on = null, first_due_on = null, no_deadline_reason = 'x'
     where id = any($1)`,
    [ids.slice(-2)],
  );
}, 60_000);
afterAll(() => records.close());

async function read(end: End, order: Order, size: number): Promise<string[]> {
  const [, actor, place] = ENDS.find(([one]) => one === end) ?? ENDS[0];
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const ask = { end, filter: "all" as const, order, after };
    const page = await within(actor, (db) => listObligations(db, place, ask, TODAY, size));
    seen.push(...page.rows.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after);
  return seen.filter((id) => ids.includes(id));
}

test.each(ENDS.flatMap(([end]) => [1, 2, 3, 7, 50].map((size) => [end, size] as const)))(
  "what is %s is read by the day due, %i at a time: nothing twice, nothing left out, what has no day last",
  async (end, size) => {
    const sorted = [ids[0], ...[ids[1], ids[2]].sort(), ...ids.slice(3, 6), ...ids.slice(6).sort()];
    expect(await read(end, "due", size)).toEqual(sorted);
  },
);

test("the newest first is another order", async () => {
  const newest = await read("owed", "newest", 3);
  expect([...newest].sort()).toEqual([...ids].sort());
  expect(newest).not.toEqual(await read("owed", "due", 3));
});

test("the address says the order, and what is overdue stands by its day unless it says otherwise", () => {
  const order = (query: string) => ledgerView(new URLSearchParams(query), "county").order;
  expect(order("")).toBe("newest");
  expect(order("order=due")).toBe("due");
  expect(order("filter=overdue")).toBe("due");
  expect(order("filter=overdue&order=newest")).toBe("newest");
  expect(order("order=backwards")).toBe("newest");
});
