import { beforeAll, expect, test, vi } from "vitest";
import { officeActor, requestScope, type OfficerActor } from "~/actor.server";
import { appointOfficer } from "~/areas/officers/commands/appoint-officer.server";
import { exportedListNamed, exportedListOf, sayIn } from "~/exported-lists.server";
import { within } from "~/kernel/db.server";
import { sheetFile } from "~/kernel/sheets/sheet-response.server";
import { sheetRows } from "~/kernel/sheets/sheet-rows.server";
import { nothingFound } from "~/kernel/sheets/sheet";
import { addDays, isoDate } from "~/lib/jalali";
import { actorOf, GORGAN, placeAt } from "../../../../tests/factories/actors";
import { openOfficesOfGolestan } from "../../../../tests/factories/offices";
import { Records } from "../../../../tests/factories/records";
import { sessionOf } from "../../../../tests/factories/sessions";
import { ownerRows } from "../../../../tests/setup/owner";
import { exportSheet } from "../export-sheet.server";
import { getExport, listExports } from "../queries.server";
import { handOutFile } from "./hand-out-file.server";
import { takeExport } from "./take-export.server";

// A request takes its day from the kernel's clock.
vi.hoisted(() => vi.stubEnv("CLOCK", "1405/10/03"));

const now = new Date("2026-12-24T06:00:00Z");
const today = isoDate("2026-12-24");
const assistant = actorOf(GORGAN, "assistant");
let officer: OfficerActor;
let beside: OfficerActor;
let desk: { place: ReturnType<typeof placeAt>; office: { id: string; nameFa: string; nameEn: string } };

async function officerAt(officeId: string, mobile: string): Promise<OfficerActor> {
  const order = { kind: "officer" as const, fullName: "رضا کریمی", mobile, orderNumber: "۱۲" };
  await appointOfficer(assistant, officeId, { ...order, startsOn: today, endsOn: undefined }, now);
  const [row] = await ownerRows<{ account: string }>(
    "select account_id::text as account from office_appointment where office_id = $1",
    [officeId],
  );
  const scope = await requestScope(
    `/${GORGAN}/office/${officeId}`,
    await sessionOf(row?.account ?? ""),
    "test",
  );
  const [standing] = scope.offices;
  if (!standing) throw new Error("an officer who was appointed stands at his office");
  return standing.actor;
}

beforeAll(async () => {
  const { ids } = await openOfficesOfGolestan();
  const own = ids.get(`${GORGAN} education`) ?? "";
  const other = ids.get(`${GORGAN} power-distribution`) ?? "";
  officer = await officerAt(own, "+989116100001");
  beside = await officerAt(other, "+989116100002");
  desk = { place: placeAt(GORGAN), office: { id: own, nameFa: "آموزش و پرورش گرگان", nameEn: "Education" } };
  const records = await Records.open();
  for (const [n, officeId] of [own, own, other].entries())
    await records.obligation(addDays(today, n), { office_id: officeId, text: `=کار ${n + 1}` });
  await records.close();
}, 60_000);

const wanted = (asked = "part=all") => {
  const list = exportedListNamed("office-tray");
  if (!list) throw new Error("the in-tray is no list");
  return { list, desk, asked: new URLSearchParams(asked), say: sayIn("fa"), post: "رابط مردمی‌سازی" };
};
const taken = (asked?: string) => takeExport(officer, wanted(asked), { format: "xlsx" }, now);

test("an officer's file holds what his office owes and nothing of the office beside it, with his mark", async () => {
  const { id, number } = await taken();
  const row = await handOutFile(officer, id, now);
  if (!row) throw new Error("the file is not handed out");
  expect(row).toMatchObject({ rowCount: 2, reason: null });
  const { list, say } = wanted();
  const chunks: Buffer[] = [];
  for await (const chunk of sheetFile("xlsx", exportSheet(officer, row, list, say, { ...desk, today })))
    chunks.push(Buffer.from(chunk as Buffer));
  const found = nothingFound();
  const lines: string[] = [];
  for await (const rows of sheetRows(Buffer.concat(chunks), found))
    lines.push(...rows.map(({ cells }) => cells.join(" ")));
  const text = lines.join("\n");
  expect(text).toContain("=کار 1");
  expect(text).toContain("=کار 2");
  expect(text).not.toContain("=کار 3");
  expect(found.formulas).toBe(0);
  expect(text).toContain("آموزش و پرورش گرگان");
  expect(text).toContain("رابط مردمی‌سازی");
  expect(text).toContain(`${GORGAN}-${number}`);
});

test("words that were looked for narrow the file as they narrow the desk", async () => {
  expect((await taken("part=all&q=کار 2")).number).toBeGreaterThan(0);
  const { rows } = await within(assistant, (db) => listExports(db, GORGAN));
  expect(rows[0]).toMatchObject({ list: "office-tray", rowCount: 1, filters: { part: "all", q: "کار 2" } });
});

test("his place sees it in its log, counted with its own; the office beside it sees nothing of it", async () => {
  const circles = exportedListNamed("circles");
  if (!circles) throw new Error("circles are no list");
  const places = await takeExport(
    assistant,
    { list: circles, asked: new URLSearchParams(), say: sayIn("fa"), post: "دستیار" },
    { format: "csv" },
    now,
  );
  const { id, number } = await taken();
  expect(number).toBe(places.number + 1);
  expect(await within(assistant, (db) => getExport(db, GORGAN, id))).toMatchObject({
    takenByKey: officer.key,
  });
  expect(await handOutFile(assistant, id, now)).toBeNull();
  await expect(handOutFile(beside, id, now)).rejects.toMatchObject({ kind: "missing" });
  // The officer sees his own exports, and none of his place.
  const seen = await within(officer, (db) => listExports(db, GORGAN));
  expect(new Set(seen.rows.map(({ takenByKey }) => takenByKey))).toEqual(new Set([officer.key]));
});

test("nothing leaves by a personal link, on paper, by the place's page, or in another office's name", async () => {
  const before = await ownerRows("select 1 from export_log");
  const byLink = officeActor({ id: "link", name: "" }, officer.office);
  await expect(takeExport(byLink, wanted(), { format: "csv" }, now)).rejects.toMatchObject({
    kind: "forbidden",
  });
  await expect(takeExport(officer, wanted(), { format: "pdf" }, now)).rejects.toMatchObject({
    kind: "invalid",
    code: "exports.no-paper",
  });
  const { desk: _none, ...placeList } = wanted();
  await expect(takeExport(assistant, placeList, { format: "csv" }, now)).rejects.toMatchObject({
    kind: "missing",
  });
  expect(() => exportedListOf(assistant, "office-tray")).toThrow();
  await expect(takeExport(beside, wanted(), { format: "csv" }, now)).rejects.toThrow();
  expect(await ownerRows("select 1 from export_log")).toHaveLength(before.length);
});
