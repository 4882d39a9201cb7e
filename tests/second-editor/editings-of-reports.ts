import { commentOnReport } from "~/areas/reports/commands/comment-on-report.server";
import { exceptFigure } from "~/areas/reports/commands/except-figure.server";
import { excusePlace } from "~/areas/reports/commands/excuse-place.server";
import { explainFigure } from "~/areas/reports/commands/explain-figure.server";
import { nameMissingChild } from "~/areas/reports/commands/name-missing-child.server";
import { replyToComment } from "~/areas/reports/commands/reply-to-comment.server";
import { returnReport } from "~/areas/reports/commands/return-report.server";
import { saveNarrative } from "~/areas/reports/commands/save-narrative.server";
import { freezeExpected } from "~/areas/reports/queries/standings.server";
import {
  ExceptFigure,
  ExcusePlace,
  ExplainFigure,
  NameMissingChild,
  ReplyToComment,
  SaveNarrative,
} from "~/areas/reports/schema";
import { within } from "~/kernel/db.server";
import { actorOf, AQQALA, GOLESTAN, GORGAN } from "../factories/actors";
import { aReadyReport, aSubmittedReport, AUTUMN, NOW, revisionOf } from "../factories/reports";
import type { Editing } from "./editings";

const assistant = actorOf(GORGAN, "assistant");
const representative = actorOf(GOLESTAN, "representative");
const WHERE = "says where the words stand";

async function aReturnedReport() {
  const reportId = await aSubmittedReport(assistant);
  const seen = { divisionId: GORGAN, reportId };
  const { id: commentId } = await commentOnReport(representative, { ...seen, text: "چرا؟" }, NOW);
  const revision = await revisionOf(representative, GORGAN, reportId);
  await returnReport(representative, { ...seen, reason: "پاسخ بدهید", revision }, NOW);
  return { reportId, commentId };
}
let returned: ReturnType<typeof aReturnedReport> | undefined;
/** Gorgan's report, with its county to mend: a county has one a quarter. */
const theReport = () => (returned ??= aReturnedReport());

/** The texts of a quarter's report. */
export const EDITINGS_OF_REPORTS: Editing[] = [
  {
    command: "reports/commands/save-narrative.server.ts",
    schema: SaveNarrative,
    besides: { reportId: WHERE, dutyCode: WHERE },
    open: async () => {
      const { reportId } = await theReport();
      const base = { reportId, dutyCode: "a6", revision: "1" };
      return {
        save: (input) => saveNarrative(assistant, input, NOW),
        first: { ...base, text: "نخست", blankReason: "دلیل نخست" },
        second: { ...base, text: "دوم", blankReason: "" },
      };
    },
  },
  {
    command: "reports/commands/explain-figure.server.ts",
    schema: ExplainFigure,
    besides: { reportId: WHERE, subject: WHERE },
    open: async () => {
      const { reportId } = await theReport();
      const base = { reportId, subject: "a6.thematic-held", revision: "0" };
      return {
        save: (input) => explainFigure(assistant, input, NOW),
        first: { ...base, text: "نخست" },
        second: { ...base, text: "دوم" },
      };
    },
  },
  {
    command: "reports/commands/reply-to-comment.server.ts",
    schema: ReplyToComment,
    besides: { reportId: WHERE, commentId: WHERE },
    open: async () => {
      const { reportId, commentId } = await theReport();
      const base = { reportId, commentId, revision: "0" };
      return {
        save: (input) => replyToComment(assistant, input, NOW),
        first: { ...base, text: "نخست" },
        second: { ...base, text: "دوم" },
      };
    },
  },
  {
    command: "reports/commands/name-missing-child.server.ts",
    schema: NameMissingChild,
    besides: { reportId: WHERE, childDivisionId: WHERE },
    open: async () => {
      const reportId = await aReadyReport(representative);
      const base = { reportId, childDivisionId: String(AQQALA), revision: "0" };
      return {
        save: (input) => nameMissingChild(representative, input, NOW),
        first: { ...base, reason: "نخست" },
        second: { ...base, reason: "دوم" },
      };
    },
  },
  {
    command: "reports/commands/except-figure.server.ts",
    schema: ExceptFigure,
    besides: { divisionId: WHERE, reportId: WHERE, indicatorCode: WHERE },
    open: async () => {
      const reportId = await aSubmittedReport(actorOf(AQQALA, "assistant"));
      const base = {
        divisionId: String(AQQALA),
        reportId,
        indicatorCode: "a6.thematic-held",
        revision: "0",
      };
      return {
        save: (input) => exceptFigure(representative, input, NOW),
        first: { ...base, reason: "نخست" },
        second: { ...base, reason: "دوم" },
      };
    },
  },
  {
    command: "reports/commands/excuse-place.server.ts",
    schema: ExcusePlace,
    besides: { divisionId: WHERE, period: WHERE },
    open: async () => {
      await within(representative, (db) =>
        freezeExpected(db, { lo: GOLESTAN, hi: GOLESTAN + 999, level: "county" }, AUTUMN, NOW),
      );
      const base = { divisionId: String(AQQALA), period: AUTUMN, revision: "0" };
      return {
        save: (input) => excusePlace(representative, input, NOW),
        first: { ...base, reason: "نخست" },
        second: { ...base, reason: "دوم" },
      };
    },
  },
];
