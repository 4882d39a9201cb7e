import { addFinding } from "~/areas/visits/commands/add-finding.server";
import { announceVisit } from "~/areas/visits/commands/announce-visit.server";
import { editTurn } from "~/areas/visits/commands/edit-turn.server";
import { proposeRota } from "~/areas/visits/commands/propose-rota.server";
import { listTurns } from "~/areas/visits/rota-queries.server";
import { within } from "~/kernel/db.server";
import { editFinding } from "~/areas/visits/commands/edit-finding.server";
import { editVisit } from "~/areas/visits/commands/edit-visit.server";
import { excuseNoShow } from "~/areas/visits/commands/excuse-no-show.server";
import { moveVisit } from "~/areas/visits/commands/move-visit.server";
import { planVisit } from "~/areas/visits/commands/plan-visit.server";
import { settleMade, settleNoShow } from "~/areas/visits/commands/settle-visit.server";
import { writeReport } from "~/areas/visits/commands/write-report.server";
import {
  EditFinding,
  EditTurn,
  EditVisit,
  MissVisit,
  MoveVisit,
  PlanVisit,
  ProposeRota,
  WriteReport,
} from "~/areas/visits/schema";
import { actorOf, AQQALA, GOLESTAN, GORGAN } from "../factories/actors";
import { aPost } from "../factories/posts";
import type { Editing } from "./editings";

const now = new Date("2026-12-24T05:30:00Z");
const expert = actorOf(GOLESTAN, "provincial-expert");

const said = async () => {
  const { postId } = await aPost(GOLESTAN, "representative");
  return {
    visitor: `post:${postId}`,
    target: `division:${GORGAN}`,
    purpose: "دیدن روند کار",
    plannedOn: "۱۴۰۵/۱۰/۰۳",
  };
};
const aVisit = async (upTo: "planned" | "announced" | "made" | "no-show") => {
  const { id } = await planVisit(expert, PlanVisit.parse(await said()), now);
  if (upTo === "planned") return id;
  await announceVisit(expert, id, { revision: 1 }, now);
  if (upTo === "made") await settleMade(expert, id, { revision: 2 }, now);
  if (upTo === "no-show")
    await settleNoShow(expert, id, { reason: "جلسه فوری", excused: "no", revision: 2 }, now);
  return id;
};

export const EDITINGS_OF_VISITS: Editing[] = [
  {
    command: "visits/commands/edit-visit.server.ts",
    schema: EditVisit,
    told: { target: `division:${AQQALA}` },
    besides: { visitor: "is told by the id of a post that this case opens anew" },
    open: async () => {
      const id = await aVisit("planned");
      const other = await said();
      return {
        save: (input) => editVisit(expert, id, input, now),
        first: {
          ...other,
          target: `division:${AQQALA}`,
          spot: "نوده",
          purpose: "دیدار با شبکه",
          plannedOn: "۱۴۰۵/۱۰/۰۵",
          startsAt: "9:00",
          endsAt: "11:00",
          companions: "علی رضایی",
          revision: "1",
        },
        second: { ...other, purpose: "دیدار دیگر", revision: "1" },
      };
    },
  },
  {
    command: "visits/commands/move-visit.server.ts",
    schema: MoveVisit,
    open: async () => {
      const id = await aVisit("announced");
      return {
        save: (input) => moveVisit(expert, id, input, now),
        first: {
          plannedOn: "۱۴۰۵/۱۰/۰۵",
          startsAt: "9:00",
          endsAt: "11:00",
          reason: "بارندگی",
          revision: "2",
        },
        second: { plannedOn: "۱۴۰۵/۱۰/۰۶", reason: "جلسه", revision: "2" },
      };
    },
  },
  {
    command: "visits/commands/excuse-no-show.server.ts",
    schema: MissVisit,
    open: async () => {
      const id = await aVisit("no-show");
      return {
        save: (input) => excuseNoShow(expert, id, input),
        first: { reason: "بیماری", excused: "yes", revision: "3" },
        second: { reason: "نامعلوم", excused: "no", revision: "3" },
      };
    },
  },
  {
    command: "visits/commands/write-report.server.ts",
    schema: WriteReport,
    told: { answers: "post-filled=yes (تازه)" },
    open: async () => {
      const id = await aVisit("made");
      return {
        save: (input) => writeReport(expert, id, input, now),
        first: {
          summary: "کار پیش می‌رود",
          answers: [{ code: "post-filled", answer: "yes", note: "تازه" }],
          revision: "0",
        },
        second: { summary: "کار نمی‌رود", revision: "0" },
      };
    },
  },
  {
    command: "visits/commands/edit-finding.server.ts",
    schema: EditFinding,
    open: async () => {
      const visit = await aVisit("made");
      const { id } = await addFinding(expert, visit, { text: "چراغ خاموش" }, null, now);
      return {
        save: (input) => editFinding(expert, id, input),
        first: { text: "چراغ معبر خاموش", spot: "نوده", revision: "1" },
        second: { text: "چراغ‌ها خاموش", revision: "1" },
      };
    },
  },
  {
    command: "visits/commands/edit-turn.server.ts",
    schema: EditTurn,
    besides: { visitor: "is told by the id of a post that this case opens anew" },
    told: { target: `division:${AQQALA}` },
    open: async () => {
      const { visitor } = await said();
      const { id: rota } = await proposeRota(
        expert,
        ProposeRota.parse({
          period: "1406-Q1",
          targetKind: "division",
          count: "2",
          purpose: "دیدن روند کار",
          visitors: [visitor],
        }),
        now,
      );
      const [turn] = await within(expert, (db) => listTurns(db, GOLESTAN, rota));
      const id = turn?.id ?? "";
      return {
        save: (input) => editTurn(expert, id, input, now),
        first: { onDay: "۱۴۰۶/۰۲/۰۵", target: `division:${AQQALA}`, visitor, revision: "1" },
        second: { onDay: "۱۴۰۶/۰۲/۰۶", target: `division:${GORGAN}`, visitor, revision: "1" },
      };
    },
  },
];
