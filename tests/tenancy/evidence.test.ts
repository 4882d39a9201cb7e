import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signedIn } from "../factories/sessions";
import { openApplication } from "../setup/application";
import { ownerRows } from "../setup/owner";
import { holdSample } from "../setup/sample";

await holdSample(0.2);
const app = await openApplication();
let county = 0;
const PERIOD = "1405-Q2";
const RECORDS = ["meetings", "demands", "obstacles", "obligations", "network/circles"];

beforeAll(async () => {
  const [approved] = await ownerRows<{ id: number }>(
    `select r.division_id as id from report r join report_figure f on f.report_id = r.id and f.indicator_code = 'a16.obstacles-raised'
      where r.division_id between 28001 and 28999 and r.period = $1 and r.state = 'accepted'
      group by 1 order by sum(f.numerator) desc, 1 limit 1`,
    [PERIOD],
  );
  county = approved?.id ?? 0;
});
afterAll(() => app.close());

/** The page at a path, and the addresses it leads to. */
async function read(path: string, cookie: string) {
  const response = await app.visit(path, { cookie });
  const html = await response.text();
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) =>
    (href ?? "").replaceAll("&amp;", "&"),
  );
  return { status: response.status, links };
}

/** The receipts of a report's page, by the code of their indicator. */
const receiptsOf = (links: string[]) => [
  ...new Set(links.flatMap((link) => /[?&]open=([a-z0-9.-]+)$/.exec(link)?.[1] ?? [])),
];

describe.each([
  [28_000, "representative"],
  [28_000, "provincial-expert"],
  [0, "national-officer"],
] as const)("in a county's report, for %i %s", (place, role) => {
  test("what was counted can be opened, and no file of a person", async () => {
    const cookie = await signedIn(place, role);
    const base = `/${place}/reports/${county}/${PERIOD}`;
    const codes = receiptsOf((await read(base, cookie)).links);
    expect(codes.length).toBeGreaterThan(10);
    const found = new Map<string, string>();
    for (const code of codes) {
      const { links } = await read(`${base}?open=${code}`, cookie);
      expect(
        links.filter((link) => link.includes("/network/people")),
        code,
      ).toEqual([]);
      for (const link of links) {
        const kind = new RegExp(`^/${place}/(.+)/[0-9a-f-]{36}$`).exec(link)?.[1];
        if (kind) found.set(kind, link);
      }
    }
    expect([...found.keys()].sort()).toEqual([...RECORDS].sort());
    for (const link of found.values()) expect((await read(link, cookie)).status, link).toBe(200);
  });
});

test.each(["representative", "provincial-expert"] as const)(
  "a province's figure opens for its %s the counties that it sums, and each leads to its records",
  async (role) => {
    const cookie = await signedIn(28_000, role);
    const base = "/28000/report/1405-Q3";
    const [code = ""] = receiptsOf((await read(base, cookie)).links);
    const { links } = await read(`${base}?open=${code}`, cookie);
    const summed = links.filter(
      (link) => link.startsWith("/28000/reports/28") && link.endsWith(`?open=${code}`),
    );
    const approved = await ownerRows(
      "select from report where division_id between 28001 and 28999 and period = '1405-Q3' and state = 'approved'",
    );
    expect(summed).toHaveLength(approved.length);
    expect(approved.length).toBeGreaterThan(1);
    for (const link of summed) expect((await read(link, cookie)).status, link).toBe(200);
  },
);
