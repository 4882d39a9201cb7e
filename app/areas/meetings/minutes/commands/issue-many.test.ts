import { beforeAll, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { actorOf, GOLESTAN } from "../../../../../tests/factories/actors";
import { asOwner, openOfficesOfGolestan } from "../../../../../tests/factories/offices";
import { getDraft } from "../../queries.server/minutes";
import { importMinutes } from "./import-minutes.server";
import { issueMinutes } from "./issue-minutes.server";

const NOW = new Date("2026-12-08T07:00:00Z");
const expert = actorOf(GOLESTAN, "provincial-expert");
const ROWS = 1000;

let offices: Awaited<ReturnType<typeof openOfficesOfGolestan>>;
beforeAll(async () => {
  offices = await openOfficesOfGolestan();
}, 60_000);

const minutes = [
  "عنوان جلسه: شورای اداری استان گلستان",
  "تاریخ جلسه: ۱۴۰۵/۰۹/۱۵",
  "ردیف\tشرح مصوبات\tدستگاه مسئول\tمهلت اقدام",
  ...Array.from(
    { length: ROWS },
    (_, row) =>
      `${row + 1}\tمقرر گردید گزارش شماره ${row + 1} تهیه و ارسال شود.\tکلیه دستگاه های اجرایی استان\t۱۴۰۵/۱۱/۲۱`,
  ),
].join("\n");

test("minutes of a thousand rows are issued to every body that each row means, in one press", async () => {
  const { id: draftId } = await importMinutes(expert, { text: minutes }, NOW);
  const { revision } = await within(expert, (db) => getDraft(db, GOLESTAN, draftId));
  const { id } = await issueMinutes(expert, draftId, { revision }, NOW);
  const owed = await asOwner(
    async (owner) =>
      (
        await owner.query<{ texts: number; rows: number }>(
          `select count(distinct b.source_id)::int as texts, count(*)::int as rows
           from obligation b join issuance i on i.id = b.source_id where i.record_id = $1`,
          [id],
        )
      ).rows[0],
  );
  expect(owed).toEqual({ texts: ROWS, rows: ROWS * offices.executives });
  const meant = await asOwner(
    async (owner) =>
      (
        await owner.query<{ uses: number; members: number }>(
          `select count(*)::int as uses, min(cardinality(u.office_ids))::int as members
           from group_use u join issuance i on i.id = u.source_id where i.record_id = $1`,
          [id],
        )
      ).rows[0],
  );
  expect(meant).toEqual({ uses: ROWS, members: offices.executives });
}, 120_000);
