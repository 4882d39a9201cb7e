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
  approve,
  expert,
  now,
  plantOwnMinutes,
  ready,
  records,
} from "../../../../tests/factories/own-minutes";
import { textOfPdf } from "../../../../tests/factories/pdf-text";
import { listVersions } from "./queries.server";

beforeAll(plantOwnMinutes, 60_000);
afterAll(() => records.close());

/** The pages of an approved version, as they are handed out for the file of the meeting. */
async function pagesOf(versionId: string): Promise<string[]> {
  const list = exportedListNamed("minutes-version");
  if (!list) throw new Error("minutes are printed");
  const asked = new URLSearchParams({ version: versionId });
  const wanted = { list, asked, say: sayIn("fa"), post: "کارشناس فرمانداری" };
  const { id } = await takeExport(expert, wanted, { format: "pdf", reason: "بایگانی دبیرخانه" }, now);
  const spoken = () => Promise.resolve({ list, say: sayIn("fa") });
  await writePaper(await systemActor(GORGAN), { exportId: id, eventId: uuidv7() }, spoken, now);
  const row = await handOutFile(expert, id, now);
  if (!row) throw new Error("the file is handed out");
  const bytes = Buffer.from(await (await writtenPaper({ ...row, format: "pdf" })).arrayBuffer());
  return textOfPdf(bytes);
}

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
  const [version] = await within(expert, (db) => listVersions(db, GORGAN, id));
  const [page = ""] = await pagesOf(version?.id ?? "");
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
