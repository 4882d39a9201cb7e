import pg from "pg";
import { expect, test } from "vitest";
import { actorOf, GOLESTAN, GORGAN } from "../../tests/factories/actors";
import { ownerRows } from "../../tests/setup/owner";
import { within } from "~/kernel/db.server";
import { loadReference } from "./reference";

test("a county reads the national base: 482 counties, bodies, duties, indicators, closed days", async () => {
  const counts = await within(actorOf(GORGAN, "assistant"), async (db) => ({
    counties: await db.division.count({ where: { level: "county" } }),
    provinces: await db.division.count({ where: { level: "province" } }),
    golestan: await db.division.count({ where: { parentId: GOLESTAN } }),
    duties: await db.duty.count({ where: { roleGroup: "assistant", isAbsent: false } }),
    absent: await db.duty.findMany({ where: { isAbsent: true }, select: { code: true } }),
    groups: await db.bodyGroup.count(),
    indicators: await db.indicator.count(),
    closedThursdays: await db.weekendRule.count({ where: { weekday: 5 } }),
  }));
  expect(counts).toMatchObject({
    counties: 482,
    provinces: 31,
    golestan: 14,
    duties: 16,
    absent: [{ code: "a4" }],
    groups: 5,
    closedThursdays: 1,
  });
  expect(counts.indicators).toBeGreaterThanOrEqual(12);
});

test("loading the base again changes nothing and doubles nothing", async () => {
  const count = () =>
    ownerRows<{ n: number }>(
      `select (select count(*) from division) + (select count(*) from organisation) + (select count(*) from party_spelling)
         + (select count(*) from holiday) + (select count(*) from duty) as n`,
    );
  const before = await count();
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  await loadReference(client);
  await client.end();
  expect(await count()).toEqual(before);
});
