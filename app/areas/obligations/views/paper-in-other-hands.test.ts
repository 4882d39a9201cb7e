import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "~/actor.server";
import { handOutFile } from "~/areas/exports/commands/hand-out-file.server";
import { takeExport } from "~/areas/exports/commands/take-export.server";
import { writePaper } from "~/areas/exports/commands/write-paper.server";
import { writtenPaper } from "~/areas/exports/written-paper.server";
import { issueDecision } from "~/areas/obligations/commands/issue-decision.server";
import { IssueDecision } from "~/areas/obligations/schema";
import { exportedListNamed, sayIn } from "~/exported-lists.server";
import { uuidv7 } from "~/lib/identifiers";
import { actorOf, GORGAN } from "../../../../tests/factories/actors";
import { openOfficesOfGolestan } from "../../../../tests/factories/offices";
import {
  bare,
  dropFolder,
  office,
  pagesInPoppler,
  paperFolder,
  poppler,
  printedByOffice,
} from "../../../../tests/factories/other-hands";

const NOW = new Date("2026-12-24T06:00:00Z");
const assistant = actorOf(GORGAN, "assistant");
const folder = paperFolder();
const TEXT = "روشنایی پارک‌های روستای زیارت تا پایان کار درست شود";
let school: string;

beforeAll(async () => {
  school = (await openOfficesOfGolestan()).ids.get(`${GORGAN} education`) ?? "";
  // More than stands on one page.
  for (let n = 0; n < 30; n += 1)
    await issueDecision(
      assistant,
      IssueDecision.parse({
        title: "نامه فرماندار",
        text: TEXT,
        theirNumber: "۲۰۶/۹۳/۱۱۸۵۲",
        to: [`office:${school}`],
        kind: "relative",
        count: "10",
        unit: "working",
      }),
      NOW,
    );
}, 60_000);
afterAll(() => dropFolder(folder));

/** The ledger of one office as its job writes it; answers where it lies. */
async function paper(format: "pdf" | "docx"): Promise<string> {
  const list = exportedListNamed("obligations");
  if (!list) throw new Error("The ledger can be taken out.");
  const asked = new URLSearchParams({ end: "owed", office: school, filter: "open" });
  const wanted = { list, asked, say: sayIn("fa"), post: "دستیار فرماندار" };
  const { id } = await takeExport(assistant, wanted, { format, reason: "پیگیری با اداره" }, NOW);
  const spoken = () => Promise.resolve({ list, say: sayIn("fa") });
  await writePaper(await systemActor(GORGAN), { exportId: id, eventId: uuidv7() }, spoken, NOW);
  const row = await handOutFile(assistant, id, NOW);
  if (!row) throw new Error("What is written is handed out.");
  const file = path.join(folder, `ledger.${format}`);
  writeFileSync(file, Buffer.from(await (await writtenPaper({ ...row, format })).arrayBuffer()));
  return file;
}

/** Words stand joined and right to left, whoever signs is named, and each page says which of how many it is. */
function isWhole(pages: readonly string[]) {
  expect(pages.length).toBeGreaterThan(1);
  for (const words of ["رئیس اداره آموزش و پرورش شهرستان گرگان", "دستیار فرماندار", "امضا و تاریخ"])
    expect(pages.at(-1)).toContain(bare(words));
  pages.forEach((page, index) => {
    for (const words of ["روشنایی پارک‌های روستای زیارت", "ظرف ۱۰ روز", "۲۰۶/۹۳/۱۱۸۵۲"])
      expect(page).toContain(bare(words));
    expect(page).toContain(bare(`صفحه ${index + 1} از ${pages.length}`));
  });
}

test.skipIf(!poppler)("poppler reads the PDF of a ledger as it was written, page by page", async () => {
  isWhole(pagesInPoppler(await paper("pdf")));
});

test.skipIf(!poppler || !office)(
  "LibreOffice opens the Word file of the same ledger, and prints it whole",
  async () => {
    isWhole(pagesInPoppler(printedByOffice(await paper("docx"))));
  },
  120_000,
);
