import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { AQQALA, actorOf, GOLESTAN, GORGAN } from "../../../../tests/factories/actors";
import { Records } from "../../../../tests/factories/records";
import { aReadyReport, aSubmittedReport, AUTUMN, NOW, revisionOf } from "../../../../tests/factories/reports";
import { within } from "~/kernel/db.server";
import { freezeExpected } from "../queries/standings.server";
import { commentOnReport } from "./comment-on-report.server";
import { excusePlace } from "./excuse-place.server";
import { explainFigure } from "./explain-figure.server";
import { nameMissingChild } from "./name-missing-child.server";
import { replyToComment } from "./reply-to-comment.server";
import { returnReport } from "./return-report.server";

let records: Records;
beforeAll(async () => {
  records = await Records.open();
});
afterAll(() => records.close());
beforeEach(() => records.query("truncate report, expected_report, rollup_cell, rollup_mark cascade"));

const assistant = actorOf(GORGAN, "assistant");
const colleague = actorOf(GORGAN, "expert");
const representative = actorOf(GOLESTAN, "representative");

type Save = (text: string, revision: number, second?: boolean) => Promise<unknown>;

/** What each text stands in and how it is saved; `field` is its place in the form. */
const TEXTS: {
  what: string;
  field: string;
  open: () => Promise<{ save: Save; kept: () => Promise<unknown> }>;
}[] = [
  {
    what: "a sentence about a figure",
    field: "text",
    open: async () => {
      const reportId = await aReadyReport(assistant);
      return {
        save: (text, revision, second) =>
          explainFigure(
            second ? colleague : assistant,
            { reportId, subject: "a6.thematic-held", text, revision },
            NOW,
          ),
        kept: async () => (await records.query("select text from report_explanation")).rows,
      };
    },
  },
  {
    what: "the answer to a comment",
    field: "text",
    open: async () => {
      const reportId = await aSubmittedReport(assistant);
      const seen = { divisionId: GORGAN, reportId };
      const { id: commentId } = await commentOnReport(representative, { ...seen, text: "چرا؟" }, NOW);
      const revision = await revisionOf(representative, GORGAN, reportId);
      await returnReport(representative, { ...seen, reason: "پاسخ بدهید", revision }, NOW);
      return {
        save: (text, saved, second) =>
          replyToComment(second ? colleague : assistant, { reportId, commentId, text, revision: saved }, NOW),
        kept: async () => (await records.query("select reply_text as text from report_comment")).rows,
      };
    },
  },
  {
    what: "the reason why a county is missing",
    field: "reason",
    open: async () => {
      const reportId = await aReadyReport(representative);
      return {
        save: (reason, revision) =>
          nameMissingChild(representative, { reportId, childDivisionId: AQQALA, reason, revision }, NOW),
        kept: async () => (await records.query("select reason as text from report_exception")).rows,
      };
    },
  },
  {
    what: "the reason why a county is excused",
    field: "reason",
    open: async () => {
      await within(representative, (db) =>
        freezeExpected(db, { lo: GOLESTAN, hi: GOLESTAN + 999, level: "county" }, AUTUMN, NOW),
      );
      return {
        save: (reason, revision) =>
          excusePlace(representative, { divisionId: AQQALA, period: AUTUMN, reason, revision }, NOW),
        kept: async () =>
          (await records.query("select note as text from expected_report where status = 'excused'")).rows,
      };
    },
  },
];

test.each(TEXTS)("$what: the second of two editors sees both and replaces neither unasked", async (one) => {
  const { save, kept } = await one.open();
  await save("متن نخست", 0);
  await expect(save("متن دوم", 0, true)).rejects.toMatchObject({
    kind: "conflict",
    details: { theirs: { [one.field]: "متن نخست" }, revision: 1 },
  });
  expect(await kept()).toEqual([{ text: "متن نخست" }]);
  // The same words once more are no second text, and a knowing replacement is taken.
  await save("متن نخست", 0, true);
  await save("متن دوم", 1, true);
  await expect(save("متن سوم", 1)).rejects.toMatchObject({ details: { revision: 2 } });
  expect(await kept()).toEqual([{ text: "متن دوم" }]);
});

test.each(TEXTS)("$what: of two saved at once one is kept and one is told", async ({ open }) => {
  const { save, kept } = await open();
  const saved = await Promise.allSettled([save("یکی", 0), save("دیگری", 0, true)]);
  expect(saved.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await kept()).toHaveLength(1);
});
