import { expect, test } from "vitest";
import { INDICATORS } from "~/areas/reports/indicators/list.server";
import { findReportHead, readReport } from "~/areas/reports/queries/report-page.server";
import { now } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import type { Period } from "~/lib/period";
import { MATTERS } from "./demand-words";
import { actorOf, GOLESTAN, NATION } from "../../tests/factories/actors";
import { ownerRows } from "../../tests/setup/owner";
import { holdSample } from "../../tests/setup/sample";

await holdSample(0.2);

/** What the product would have refused of the sent reports that a reader sees. */
async function leftOpen(reader: ReturnType<typeof actorOf>, level: "county" | "province"): Promise<string[]> {
  const sent = await ownerRows<{ id: number; period: Period; version: number }>(
    `select r.division_id as id, r.period, r.version from report r join division d on d.id = r.division_id
     where r.submission > 0 and d.level = $1 and r.division_id between $2 and $3`,
    [level, reader.place.lo, reader.place.hi],
  );
  expect(sent.length).toBeGreaterThan(8);
  const open: string[] = [];
  await within(reader, async (db) => {
    for (const { id, period, version } of sent) {
      const head = await findReportHead(db, id, period, version);
      if (!head) throw new Error("A sent report is there.");
      for (const duty of (await readReport(db, reader, head, now())).duties) {
        if (!duty.isAbsent && duty.told === "empty") open.push(`${id} ${period} ${duty.code}`);
        for (const row of duty.rows) if (row.asked.isOpen) open.push(`${id} ${period} ${row.code}`);
      }
      if (level === "province")
        expect((await readReport(db, reader, head, now())).figureCount).toBe(INDICATORS.length);
    }
  });
  return open;
}

test("the sample's sent reports are such as could have been sent", async () => {
  expect(await leftOpen(actorOf(GOLESTAN, "representative"), "county")).toEqual([]);
  expect(await leftOpen(actorOf(NATION, "national-officer"), "province")).toEqual([]);
});

test("the sample's demands lie before the body that is competent, and a refusal has its reason", async () => {
  const made = await ownerRows<{ title: string; field: string; code: string | null; reasoned: boolean }>(
    `select split_part(d.title, '،', 1) as title, d.field, g.code,
       (d.answer_kind = 'refused') is not true or d.answer_reason is not null as reasoned
     from demand d left join office o on o.division_id = d.division_id and o.id = d.office_id
     left join organisation g on g.id = o.organisation_id`,
  );
  const matters = new Map(MATTERS.map((matter) => [matter.title, matter]));
  const known = made.filter(({ title }) => matters.has(title));
  expect(new Set(known.map(({ title }) => title)).size).toBe(MATTERS.length);
  for (const { title, field, code, reasoned } of known) {
    expect(field).toBe(matters.get(title)?.field);
    if (code) expect(code).toBe(matters.get(title)?.body);
    expect(reasoned).toBe(true);
  }
});
