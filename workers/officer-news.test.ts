import { beforeAll, expect, test } from "vitest";
import { officerActor, type OfficerActor } from "~/actor.server";
import { countUnread, listNotifications } from "~/areas/notifications/queries.server";
import { acknowledgeObligation } from "~/areas/obligations/commands/acknowledge-obligation.server";
import { chaseSilent } from "~/areas/obligations/commands/chase-silent.server";
import { issueDecision } from "~/areas/obligations/commands/issue-decision.server";
import { passOnObligation } from "~/areas/obligations/commands/pass-on-obligation.server";
import { rejectObligation } from "~/areas/obligations/commands/reject-obligation.server";
import { remindOffices } from "~/areas/obligations/commands/remind-offices.server";
import { reportObligation } from "~/areas/obligations/commands/report-obligation.server";
import { correctIssuedTexts } from "~/areas/obligations/door.server";
import {
  ObligationPassedOn,
  ObligationRejected,
  ObligationReported,
  ObligationsIssued,
  OfficesReminded,
  SilentChased,
  WordsCorrected,
} from "~/areas/obligations/events";
import { IssueDecision } from "~/areas/obligations/schema";
import { endOfficer } from "~/areas/officers/commands/end-officer.server";
import { appointOfficer } from "~/areas/officers/commands/appoint-officer.server";
import { OfficerAppointed } from "~/areas/officers/events";
import { systemActor } from "~/actor.server";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { isoDate, todayIn } from "~/lib/jalali";
import { actorOf, GOLESTAN, GORGAN } from "../tests/factories/actors";
import { openOfficesOfGolestan } from "../tests/factories/offices";
import { aHolder } from "../tests/factories/posts";
import { ownerRows } from "../tests/setup/owner";
import { reactions } from "./reactions";

// Appointments begin long before the day that the machine has: recipients are taken by it.
const NOW = new Date("2026-12-26T06:00:00Z");
const real = new Date();
const expert = actorOf(GOLESTAN, "provincial-expert");
let offices: Awaited<ReturnType<typeof openOfficesOfGolestan>>;
let assistant: PlacedActor;
let officer: OfficerActor;
let beside: OfficerActor;
let appointment: string;
const office = (code: string) => offices.ids.get(`${GORGAN} ${code}`) ?? "";

let serial = 0;
async function anOfficer(code: string): Promise<{ id: string; actor: OfficerActor }> {
  const order = { mobile: `+98911${7_000_000 + ++serial}`, orderNumber: "1", startsOn: todayIn(real) };
  const who = { ...order, kind: "officer" as const, fullName: "رضا کریمی", endsOn: undefined };
  const { id } = await appointOfficer(assistant, office(code), who, real);
  const [row] = await ownerRows<{ account: string }>(
    "select account_id::text as account from office_appointment where id = $1",
    [id],
  );
  const power = { divisionId: GORGAN, officeId: office(code), appointmentId: id, titleFa: "", titleEn: "" };
  return { id, actor: officerActor({ id: row?.account ?? "" }, { ...power, holderName: "" }) };
}

beforeAll(async () => {
  offices = await openOfficesOfGolestan();
  assistant = actorOf(GORGAN, "assistant", await aHolder(GORGAN, "assistant"));
  const own = await anOfficer("county-governorate");
  [officer, appointment] = [own.actor, own.id];
  beside = (await anOfficer("education")).actor;
}, 60_000);

/** Runs every reaction to the newest event of a kind, and once more: a job may come twice. */
async function carried(event: { type: string }): Promise<void> {
  const [row] = await ownerRows<{ id: string; divisionId: number; payload: Record<string, unknown> }>(
    `select id::text, division_id as "divisionId", payload from outbox_event where type = $1 order by id desc limit 1`,
    [event.type],
  );
  if (!row) throw new Error(`no ${event.type} was emitted`);
  const data = { eventId: row.id, divisionId: row.divisionId, payload: row.payload };
  for (const reaction of [...(reactions[event.type] ?? []), ...(reactions[event.type] ?? [])])
    await reaction.run({ id: row.id, name: reaction.name, data });
}

const toldTo = async (who: OfficerActor) =>
  (
    await within(who, (db) =>
      listNotifications(db, GORGAN, who.accountId, null, undefined, who.office.officeId),
    )
  ).rows.map(({ key, params }) => ({ key, count: params.count }));
const toldStaff = async (key: string) =>
  (await within(assistant, (db) => listNotifications(db, GORGAN, assistant.accountId ?? ""))).rows.filter(
    (row) => row.key === key,
  );
const issue = (text: string, dueOn = "1405/10/20") =>
  issueDecision(
    expert,
    IssueDecision.parse({ title: "نامه استاندار", text, to: ["group:governors"], kind: "dated", dueOn }),
    NOW,
  );

test("what is issued reaches the officer of the office that owes it once, and no other office", async () => {
  await issue("روشنایی پارک درست شود");
  await carried(ObligationsIssued);
  expect(await toldTo(officer)).toEqual([{ key: "office-owes", count: 1 }]);
  expect(await toldTo(beside)).toEqual([]);
  expect(await toldStaff("office-owes")).toEqual([]);
  const at = { officeId: officer.office.officeId };
  expect(await within(officer, (db) => countUnread(db, GORGAN, officer.accountId, at.officeId))).toBe(1);
  expect(await within(officer, (db) => countUnread(db, GORGAN, officer.accountId))).toBe(0);
});

test("a chase and a reminder tell his account, one each however many items", async () => {
  const { id } = await issue("جدول خیابان ترمیم شود", "1405/10/8");
  await chaseSilent(expert, id, {}, NOW);
  await carried(SilentChased);
  expect(await toldTo(officer)).toContainEqual({ key: "office-chased", count: 1 });
  await remindOffices(await systemActor(GORGAN), uuidv7(), NOW);
  await carried(OfficesReminded);
  expect((await toldTo(officer)).filter(({ key }) => key === "office-reminded")).toHaveLength(1);
  expect(await toldTo(beside)).toEqual([]);
});

test("what an office passes on tells the officer of the other, whose report tells him", async () => {
  const { id: text } = await issue("فهرست مدرسه‌های روستایی فرستاده شود");
  const [row] = await ownerRows<{ id: string }>(
    "select id::text from obligation where source_id = $1 and division_id = $2",
    [text, GORGAN],
  );
  const which = { divisionId: GORGAN, id: row?.id ?? "" };
  const children = [{ officeId: office("education"), dueOn: isoDate("2027-01-05") }];
  const { childIds } = await passOnObligation(officer, which, { children }, NOW);
  await carried(ObligationPassedOn);
  expect((await toldTo(beside)).filter(({ key }) => key === "office-owes")).toHaveLength(1);
  const child = { divisionId: GORGAN, id: childIds[0] ?? "" };
  await acknowledgeObligation(beside, child, NOW);
  await reportObligation(beside, child, { text: "انجام شد" }, undefined, NOW);
  await carried(ObligationReported);
  expect((await toldTo(officer)).filter(({ key }) => key === "obligation-reported")).toHaveLength(1);
});

test("a report that is sent back tells the officer, and whoever of the place had reported it", async () => {
  const { id: text } = await issue("گزارش خاموشی فرستاده شود");
  const [row] = await ownerRows<{ id: string }>(
    "select id::text from obligation where source_id = $1 and division_id = $2",
    [text, GORGAN],
  );
  const which = { divisionId: GORGAN, id: row?.id ?? "" };
  await acknowledgeObligation(officer, which, NOW);
  await reportObligation(assistant, which, { text: "انجام شد" }, undefined, NOW);
  await rejectObligation(expert, which, { note: "عکس ندارد" }, NOW);
  await carried(ObligationRejected);
  expect((await toldTo(officer)).filter(({ key }) => key === "obligation-rejected")).toHaveLength(1);
  expect(await toldStaff("obligation-rejected")).toHaveLength(1);
});

test("corrected words tell the staff of a debtor's place and the officer once, however many texts", async () => {
  const texts = [await issue("نخست"), await issue("دوم")];
  const corrected = texts.map(({ id }, index) => ({ id, text: `متن درست ${index}` }));
  await within(expert, (db) => correctIssuedTexts(db, expert, corrected, NOW));
  await carried(WordsCorrected);
  expect(await toldStaff("words-corrected")).toMatchObject([{ params: { count: 2 } }]);
  expect((await toldTo(officer)).filter(({ key }) => key === "words-corrected")).toEqual([
    { key: "words-corrected", count: 2 },
  ]);
});

test("the place hears who came to act for its office, and whoever has gone hears nothing more", async () => {
  await carried(OfficerAppointed);
  const before = await toldTo(officer);
  const word = { endsOn: todayIn(real), reason: "جابه‌جایی", revision: 1 };
  await endOfficer(assistant, appointment, word, real);
  await issue("پس از پایان");
  await carried(ObligationsIssued);
  expect(await toldTo(officer)).toEqual(before);
});
