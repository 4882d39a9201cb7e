import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "~/actor.server";
import { handOutFile } from "~/areas/exports/commands/hand-out-file.server";
import { takeExport } from "~/areas/exports/commands/take-export.server";
import { writePaper } from "~/areas/exports/commands/write-paper.server";
import { writtenPaper } from "~/areas/exports/written-paper.server";
import { exportedListNamed, sayIn } from "~/exported-lists.server";
import { within } from "~/kernel/db.server";
import { toPersianDigits } from "~/lib/digits";
import { uuidv7 } from "~/lib/identifiers";
import { GORGAN } from "../../../../tests/factories/actors";
import { asOwner } from "../../../../tests/factories/offices";
import {
  bare,
  dropFolder,
  office,
  pagesInPoppler,
  paperFolder,
  poppler,
  printedByOffice,
} from "../../../../tests/factories/other-hands";
import {
  approve,
  expert,
  now,
  plantOwnMinutes,
  ready,
  records,
} from "../../../../tests/factories/own-minutes";
import { textOfPdf } from "../../../../tests/factories/pdf-text";
import { listVersions } from "./queries.server";

const folder = paperFolder();
beforeAll(plantOwnMinutes, 60_000);
afterAll(async () => {
  dropFolder(folder);
  await records.close();
});

/** An approved version as it is handed out for the file of the meeting. */
async function paperOf(versionId: string, format: "pdf" | "docx"): Promise<Buffer> {
  const list = exportedListNamed("minutes-version");
  if (!list) throw new Error("minutes are printed");
  const asked = new URLSearchParams({ version: versionId });
  const wanted = { list, asked, say: sayIn("fa"), post: "کارشناس فرمانداری" };
  const { id } = await takeExport(expert, wanted, { format, reason: "بایگانی دبیرخانه" }, now);
  const spoken = () => Promise.resolve({ list, say: sayIn("fa") });
  await writePaper(await systemActor(GORGAN), { exportId: id, eventId: uuidv7() }, spoken, now);
  const row = await handOutFile(expert, id, now);
  if (!row) throw new Error("the file is handed out");
  return Buffer.from(await (await writtenPaper({ ...row, format })).arrayBuffer());
}

/** The latest version of a meeting's minutes. */
const latest = async (meetingId: string) =>
  (await within(expert, (db) => listVersions(db, GORGAN, meetingId)))[0];

test("minutes that were approved without quorum say so on their paper, under their own number, and name who came and what was resolved", async () => {
  const type = `needs-two-thirds-${uuidv7().slice(-6)}`;
  await asOwner((owner) =>
    owner.query(
      `insert into meeting_type (division_id, code, fa, en, kind, quorum_kind) values ($1, $2, $2, $2, 'thematic', 'two-thirds')`,
      [GORGAN, type],
    ),
  );
  const id = await ready({ came: 1, more: { type_code: type } });
  await approve(id, { exception: "دو عضو در مأموریت سیل بودند" });
  const version = await latest(id);
  const [page = ""] = textOfPdf(await paperOf(version?.id ?? "", "pdf"));
  const text = page.replace(/\s+/g, " ");
  const number = toPersianDigits(`${version?.year}/${version?.number}`);
  for (const words of [
    `${number} شماره:`,
    "نشست آب و برق مدارس",
    "استثنا: بدون حد نصاب",
    "دو عضو در مأموریت سیل بودند",
    "حد نصاب",
    "حاضر از",
    "زهرا کاظمی",
    "مقرر گردید برق اضطراری مدارس تامین شود",
    "رئیس جلسه",
    "رضا فرماندار",
  ])
    expect(text).toContain(words);
  // What the paper says of itself is no part of what was said at the meeting.
  expect(text.indexOf("بایگانی دبیرخانه")).toBeLessThan(text.indexOf("مشروح مذاکرات"));
});

test.skipIf(!poppler || !office)(
  "LibreOffice opens the minutes in Word, and prints in the order of a letter what the meeting was, who was there, what was said and resolved, and who signs",
  async () => {
    const id = await ready();
    await approve(id);
    const version = await latest(id);
    const file = path.join(folder, "minutes.docx");
    writeFileSync(file, await paperOf(version?.id ?? "", "docx"));
    const text = pagesInPoppler(printedByOffice(file)).join("");
    const inOrder = [
      "نشست آب و برق مدارس",
      "سالن شهید رجایی",
      "زهرا کاظمی",
      "مشروح مذاکرات",
      "گزارش قطعی برق مدارس شنیده شد",
      "مقرر گردید برق اضطراری مدارس تامین شود",
      "خرید مولد",
      "مقرر گردید فهرست مدارس کم‌آب فرستاده شود",
      "رضا فرماندار",
    ].map((words) => ({ words, at: text.lastIndexOf(bare(words)) }));
    for (const { words, at } of inOrder) expect([words, at >= 0]).toEqual([words, true]);
    expect(inOrder.map(({ at }) => at)).toEqual(inOrder.map(({ at }) => at).sort((a, b) => a - b));
    expect(text).toContain(bare(`${version?.year}/${version?.number}`));
  },
  120_000,
);
