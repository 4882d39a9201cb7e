import { afterAll, beforeAll, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { addDays, type IsoDate } from "~/lib/jalali";
import { actorOf, GORGAN } from "../../../../tests/factories/actors";
import { openOfficesOfGolestan } from "../../../../tests/factories/offices";
import { Records } from "../../../../tests/factories/records";
import { ownerRows } from "../../../../tests/setup/owner";
import { listOfOffice } from "../queries.server";
import { listInTray } from "./in-tray.server";

const assistant = actorOf(GORGAN, "assistant");
const TODAY: IsoDate = "2026-12-24";
const MANY = 9;

let records: Records;
let where: { divisionId: number; officeId: string };
/** Ids by their limit, the nearest first; issued in the same order, so that the newest has most time. */
const ids: string[] = [];

beforeAll(async () => {
  records = await Records.open();
  const { ids: offices } = await openOfficesOfGolestan();
  where = { divisionId: GORGAN, officeId: offices.get(`${GORGAN} education`) ?? "" };
  for (let n = 0; n < MANY; n += 1) {
    const owed = { office_id: where.officeId, issued_at: new Date(Date.UTC(2026, 10, n + 1)) };
    ids.push(await records.obligation(addDays(TODAY, n), owed));
  }
}, 60_000);
afterAll(() => records.close());

test("the sheet behind a link begins with the nearest limit and goes on until nothing is left", async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await within(assistant, (db) => listOfOffice(db, where, { part: "open", after }, 4));
    seen.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after);
  expect(seen).toEqual(ids);
});

test("words are looked for in all of an in-tray, however much was looked through before", async () => {
  await ownerRows("update obligation set text = 'لایروبی رود' where id = $1", [ids.at(-1)]);
  const look = (after: string | undefined) =>
    within(assistant, (db) =>
      listInTray(db, where, { part: "all", q: "آسفالت", ...(after && { after }) }, TODAY, 50, 4),
    );
  await ownerRows("update obligation set text = 'آسفالت راه' where id = $1", [ids[0]]);
  const found: string[] = [];
  let after: string | undefined;
  do {
    const page = await look(after);
    found.push(...page.rows.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after);
  // What is looked through in the whole begins with the latest day, so the first limit is found last.
  expect(found).toEqual([ids[0]]);
});
