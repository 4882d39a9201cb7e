import { afterAll, expect, test } from "vitest";
import { uuidv7 } from "~/lib/identifiers";
import { loadNationDesk } from "~/routes/_app.$place._index/load-above.server";
import { within } from "~/kernel/db.server";
import { isoDate } from "~/lib/jalali";
import { actorOf, GOLESTAN, GORGAN, NATION } from "../factories/actors";
import { signedIn, signedInAdministrator } from "../factories/sessions";
import { openApplication } from "../setup/application";
import { ownerRows } from "../setup/owner";

process.env.CLOCK = "1405/10/03";
const app = await openApplication();
afterAll(() => app.close());

test("a visit makes no report of a quarter long past, and finds one that was begun in its time", async () => {
  await ownerRows(
    `insert into division (id, parent_id, level, name_fa, name_en, valid_from)
     values ($1, 28000, 'county', 'گرگان', 'Gorgan', '2000-01-01') on conflict do nothing`,
    [GORGAN],
  );
  const cookie = await signedIn(GORGAN, "assistant");
  const visit = async (period: string) => (await app.visit(`/${GORGAN}/report/${period}`, { cookie })).status;
  const reports = async () =>
    (await ownerRows<{ period: string }>("select period from report order by period")).map(
      ({ period }) => period,
    );

  for (const past of ["1300-Q1", "1401-Q2", "1403-Q3", "1406-Q1"]) expect(await visit(past), past).toBe(404);
  expect(await reports()).toEqual([]);
  expect(await visit("1405-Q3")).toBe(200);
  expect(await reports()).toEqual(["1405-Q3"]);

  await ownerRows(
    `insert into report (division_id, id, period, version, state, due_on) values ($1, $2, '1401-Q2', 1, 'open', '2022-10-08')`,
    [GORGAN, uuidv7()],
  );
  expect(await visit("1401-Q2")).toBe(200);
});

test("the nation's desk says of how many counties by the quarter's own list, whatever counties there are today", async () => {
  const actor = actorOf(NATION, "national-officer");
  const look = () => within(actor, (db) => loadNationDesk(db, actor, isoDate("2026-12-24")));
  const before = await look();
  await ownerRows(
    `insert into division (id, parent_id, level, name_fa, name_en, valid_from, entered_on)
     values ($1, 28000, 'county', 'تازه', 'New', '2025-06-02', '2026-12-24')`,
    [GOLESTAN + 600],
  );
  const after = await look();
  expect(after.counties).toBe(before.counties + 1);
  const { expected, vacant, excused } = after.reports.counts;
  expect(after.reports.listed).toBe(expected + vacant + excused);
  expect(after.reports.listed).toBe(before.reports.listed);
});

test("the administrator takes a closing back on the county's own page while its quarter runs", async () => {
  const cookie = await signedInAdministrator();
  const [id, late] = [GOLESTAN + 601, GOLESTAN + 602];
  await ownerRows(
    `insert into division (id, parent_id, level, name_fa, name_en, valid_from, valid_to, closed_at, successor_ids)
     values ($1, 28000, 'county', 'بسته', 'Closed', '2025-06-02', '2026-12-23', '2026-12-23T06:00:00Z', '{28005}'),
       ($2, 28000, 'county', 'دیرین', 'Former', '2025-06-02', '2026-12-21', '2026-12-21T06:00:00Z', '{28005}')`,
    [id, late],
  );
  const offers = async (county: number) =>
    (await (await app.visit(`/admin/${county}`, { cookie })).text()).includes('value="reopen"');
  expect([await offers(id), await offers(late)]).toEqual([true, false]);

  const form = { intent: "reopen", requestId: uuidv7() };
  expect((await app.visit(`/admin/${id}`, { cookie, form })).status).toBe(302);
  expect(await ownerRows("select valid_to, successor_ids from division where id = $1", [id])).toEqual([
    { valid_to: null, successor_ids: [] },
  ]);
  const refused = await app.visit(`/admin/${late}`, { cookie, form: { ...form, requestId: uuidv7() } });
  expect(refused.status).toBe(409);
  expect(await offers(id)).toBe(false);
});
