import { afterAll, beforeAll, expect, test } from "vitest";
import { AQQALA, actorOf, GOLESTAN, GORGAN } from "../../../tests/factories/actors";
import { Records } from "../../../tests/factories/records";
import {
  appoint,
  aSubmittedReport,
  AUTUMN,
  NOW,
  revisionOf,
  seeSample,
} from "../../../tests/factories/reports";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import type { ExportedList, Say } from "~/kernel/sheets/exported-list";
import { approveReport } from "./commands/approve-report.server";
import {
  exportedBoard,
  exportedFigures,
  exportedOwnReport,
  exportedReport,
} from "./exported-documents.server";

const assistant = actorOf(GORGAN, "assistant");
const representative = actorOf(GOLESTAN, "representative");
const say: Say = {
  t: (key) => key,
  locale: "en",
  day: (iso) => iso ?? "",
  named: ({ nameEn }) => nameEn,
};
let records: Records;

beforeAll(async () => {
  records = await Records.open();
  await records.query(
    "truncate report, rollup_cell, rollup_mark, expected_report, meeting, appointment, post cascade",
  );
  await appoint(records, GORGAN, "assistant");
  await appoint(records, AQQALA, "assistant");
  for (const day of ["2026-10-10", "2026-11-10", "2026-11-11"] as const)
    await records.meeting("thematic", day);
  await records.meeting("thematic", "2026-11-12", { state: "cancelled" });
  await records.meeting("thematic", "2026-10-10", { division_id: AQQALA });
  const reportId = await aSubmittedReport(assistant);
  await seeSample(representative, GORGAN, reportId);
  const revision = await revisionOf(representative, GORGAN, reportId);
  await approveReport(representative, { divisionId: GORGAN, reportId, revision }, NOW);
  // What comes after the approval stands in no document of it.
  await records.meeting("thematic", "2026-11-20");
}, 60_000);
afterAll(() => records.close());

const at = (actor: PlacedActor) => ({ place: actor.place, today: "2026-12-24" as const });
const taken = (list: ExportedList, actor: PlacedActor, asked: Record<string, string>) =>
  within(actor, async (db) => {
    const search = new URLSearchParams(asked);
    const page = { after: null, size: 1000 };
    const { rows } = await list.read(db, at(actor), search, say, page);
    return { rows, dressed: await list.dressed(db, at(actor), search, say) };
  });

test("a report's document says what was sent: figures, narratives, who attested and who approved", async () => {
  const asked = { division: String(GORGAN), period: AUTUMN };
  const { rows, dressed } = await taken(exportedReport, representative, asked);
  const own = await taken(exportedOwnReport, assistant, { period: AUTUMN });
  expect(own.rows).toEqual(rows);
  expect(rows.filter(([, name]) => name === "Thematic meetings held").map((row) => row[2])).toEqual(["3"]);
  // Three of the four that were planned, in per cent.
  expect(rows.filter((row) => row[2] === "75" && row[4] === "4")).toHaveLength(1);
  expect(dressed?.texts?.every(({ lines }) => lines.join().includes("جلسه‌ها"))).toBe(true);
  const facts = Object.fromEntries(dressed?.facts ?? []);
  expect(facts["reports.list.state"]).toBe("reports.state.approved");
  expect(facts["reports.paper.attested"]).toContain("2026-12-24");
  expect(facts["reports.step.approved"]).toContain("2026-12-24");
});

test("nobody takes out what was not sent, nor what lies beside or above him", async () => {
  for (const [actor, asked] of [
    [representative, { division: String(AQQALA), period: AUTUMN }],
    [representative, { division: "27001", period: AUTUMN }],
    [representative, { division: "0", period: AUTUMN }],
    [actorOf(AQQALA, "assistant"), { division: String(GORGAN), period: AUTUMN }],
  ] as const)
    await expect(taken(exportedReport, actor, asked)).rejects.toMatchObject({ kind: "missing" });
});

test("a board and the book of all figures say the same of a county, and nothing of one that is silent", async () => {
  const asked = { indicator: "a6.thematic-held", period: AUTUMN };
  const board = await taken(exportedBoard, representative, asked);
  const line = (name: string) => board.rows.find(([place]) => place === name);
  expect(line("Gorgan")?.slice(1, 5)).toEqual(["reports.standing.approved", "3", "3", ""]);
  expect(line("Aqqala")?.slice(1, 5)).toEqual(["reports.standing.missing", "", "", ""]);
  expect(Object.fromEntries(board.dressed?.facts ?? [])["reports.board.table.value"]).toMatch(/^3 /);

  const book = await taken(exportedFigures, representative, { period: AUTUMN });
  const cells = (name: string) =>
    book.rows.filter(([place, , code]) => place === name && code === "a6.thematic-held");
  expect(cells("Gorgan").map((row) => row[4])).toEqual(["3"]);
  expect(cells("Aqqala").map((row) => row[4])).toEqual([""]);
  const counties = new Set(book.rows.map(([place]) => place)).size;
  expect(counties).toBe(board.rows.length);
  expect(book.rows.length % counties).toBe(0);

  // Once it is sent, Aqqala is provisional with what its records say now.
  await aSubmittedReport(actorOf(AQQALA, "assistant"));
  const after = await taken(exportedFigures, representative, { period: AUTUMN });
  expect(
    after.rows.find(([place, , code]) => place === "Aqqala" && code === "a6.thematic-held")?.slice(1, 5),
  ).toEqual(["reports.standing.provisional", "a6.thematic-held", expect.any(String), "1"]);
});
