import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
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
import { toPersianDigits } from "~/lib/digits";
import { uuidv7 } from "~/lib/identifiers";
import { actorOf, GORGAN } from "../../../../tests/factories/actors";
import { openOfficesOfGolestan } from "../../../../tests/factories/offices";

/*
 * What others open our papers with: poppler and LibreOffice. Where a machine has neither the same papers are read by the
 * project's own reader alone (`papers.test.ts`); `LOOK_AT` names a folder in which they are kept to be looked at.
 */
const has = (tool: string) => {
  try {
    execFileSync("which", [tool], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};
const [POPPLER, OFFICE] = ["pdftotext", "soffice"];
const [poppler, office] = [has(POPPLER), has(OFFICE)];
if (!poppler || !office)
  console.info(`Not run here: papers in ${poppler ? "" : "pdftotext "}${office ? "" : "soffice"}`);

const NOW = new Date("2026-12-24T06:00:00Z");
const assistant = actorOf(GORGAN, "assistant");
const kept = process.env.LOOK_AT;
const folder = kept ?? mkdtempSync(path.join(tmpdir(), "paper-"));
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
afterAll(() => {
  if (!kept) rmSync(folder, { recursive: true, force: true });
});

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

/** What others call a word: without spaces and marks that turn directions, in letters and digits of one kind. */
const bare = (text: string) =>
  toPersianDigits(text.normalize("NFKC")).replaceAll(/[\s\u200c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");

/** The pages of a PDF as poppler reads them. */
function pagesOf(pdf: string): string[] {
  const out = `${pdf}.txt`;
  execFileSync(POPPLER, ["-enc", "UTF-8", pdf, out]);
  return readFileSync(out, "utf8")
    .split("\f")
    .map(bare)
    .filter((page) => page !== "");
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
  isWhole(pagesOf(await paper("pdf")));
});

test.skipIf(!poppler || !office)(
  "LibreOffice opens the Word file of the same ledger, and prints it whole",
  async () => {
    const file = await paper("docx");
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const into = path.join(folder, "word");
    execFileSync(OFFICE, ["--headless", profile, "--convert-to", "pdf", "--outdir", into, file], {
      stdio: "ignore",
    });
    isWhole(pagesOf(path.join(into, "ledger.pdf")));
  },
  120_000,
);
