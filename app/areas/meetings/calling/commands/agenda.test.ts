import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import type { IsoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN } from "../../../../../tests/factories/actors";
import { aPlan } from "../../../../../tests/factories/callings";
import { Records } from "../../../../../tests/factories/records";
import { ownerRows } from "../../../../../tests/setup/owner";
import { listAgenda } from "../agenda.server";
import { addAgendaItem } from "./add-agenda-item.server";
import { changeAgenda } from "./change-agenda.server";
import { editAgendaItem } from "./edit-agenda-item.server";
import { planMeeting } from "./plan-meeting.server";

const now = new Date("2026-12-24T05:30:00Z");
const assistant = actorOf(GORGAN, "assistant");
const representative = actorOf(GOLESTAN, "representative");
let records: Records;
beforeAll(async () => {
  records = await Records.open();
});
afterAll(() => records.close());

const agendaOf = (id: string, actor = assistant) => within(actor, (db) => listAgenda(db, actor.place.id, id));
const titles = async (id: string) =>
  (await agendaOf(id)).filter((item) => !item.isRemoved).map((item) => item.title);
const owes = (source: number, dueOn: IsoDate, text: string, more: Record<string, unknown> = {}) =>
  records.obligation(dueOn, { source_division_id: source, text, due_on: dueOn, ...more });

describe("the follow-up of earlier resolutions", () => {
  test("fills itself with what is overdue that day, a text that many owe once, and nothing that is done", async () => {
    const sourceId = uuidv7();
    const late = { source_id: sourceId, source_number: 3 };
    await owes(GORGAN, "2026-12-20", "لوله‌گذاری زیارت", late);
    await owes(GORGAN, "2026-12-20", "لوله‌گذاری زیارت", late);
    await owes(GORGAN, "2026-12-01", "روشنایی معبر", { state: "in-progress" });
    await owes(GORGAN, "2026-12-02", "انجام‌شده", { state: "verified" });
    await owes(GORGAN, "2027-03-01", "هنوز وقت دارد");
    await owes(AQQALA, "2026-12-03", "از جای دیگر");
    const { id } = await planMeeting(assistant, aPlan(), now);
    const filled = (await agendaOf(id)).filter((item) => item.sourceKind === "obligation");
    expect(filled.map(({ title, section, minutes }) => [title, section, minutes])).toEqual([
      ["روشنایی معبر", "پیگیری مصوبات قبل", 10],
      ["لوله‌گذاری زیارت", "پیگیری مصوبات قبل", 10],
    ]);
  });

  test("brings what is new when asked, and not again what stands or was taken off", async () => {
    const { id } = await planMeeting(assistant, aPlan(), now);
    const [first] = (await agendaOf(id)).filter((item) => item.sourceKind === "obligation");
    await changeAgenda(assistant, id, { act: "remove", itemId: first?.id }, now);
    await owes(GORGAN, "2026-12-10", "آسفالت");
    expect(await changeAgenda(assistant, id, { act: "fill" }, now)).toEqual({ filled: 1 });
    expect(await changeAgenda(assistant, id, { act: "fill" }, now)).toEqual({ filled: 0 });
    expect(await titles(id)).not.toContain(first?.title);
    await changeAgenda(assistant, id, { act: "restore", itemId: first?.id }, now);
    expect(await titles(id)).toContain(first?.title);
  });

  test("of the monthly provincial meeting has the obstacles that wait for the province as well", async () => {
    const obstacle = await records.obstacle("2026-12-01");
    await ownerRows(
      `insert into obstacle_leg (division_id, id, source_division_id, obstacle_id, title, kind, tried_locally, effect,
         state, arrived_at)
       values ($1, gen_random_uuid(), $2, $3, 'صدور پروانه', 'permit', 'x', 'x', 'waiting', '2026-12-02')`,
      [GOLESTAN, GORGAN, obstacle],
    );
    await owes(GOLESTAN, "2026-12-05", "گزارش فصل");
    const { id } = await planMeeting(representative, aPlan({ typeCode: "monthly-provincial" }), now);
    const filled = (await agendaOf(id, representative)).filter((item) => item.sourceId !== null);
    expect(filled.map(({ sourceKind, title }) => [sourceKind, title])).toEqual(
      expect.arrayContaining([
        ["obligation", "گزارش فصل"],
        ["obstacle", "صدور پروانه"],
      ]),
    );
  });
});

describe("an agenda", () => {
  test("is added to, changed and ordered within its sections; a neighbour's end moves nothing", async () => {
    const { id } = await planMeeting(assistant, aPlan({ typeCode: "committee" }), now);
    const add = (title: string) =>
      addAgendaItem(assistant, { meetingId: id }, { title, section: "دستور", minutes: 10 }, now);
    const { id: a } = await add("الف");
    await add("ب");
    const { id: c } = await add("پ");
    const own = async () => (await titles(id)).filter((title) => ["الف", "ب", "پ"].includes(title));
    await changeAgenda(assistant, id, { act: "up", itemId: c }, now);
    expect(await own()).toEqual(["الف", "پ", "ب"]);
    await changeAgenda(assistant, id, { act: "up", itemId: a }, now);
    await changeAgenda(assistant, id, { act: "down", itemId: a }, now);
    expect(await own()).toEqual(["پ", "الف", "ب"]);
    await expect(
      editAgendaItem(assistant, a, { title: "دیگر", minutes: 15, revision: 1 }),
    ).rejects.toMatchObject({ kind: "conflict" });
    const item = (await agendaOf(id)).find((one) => one.id === a);
    await editAgendaItem(assistant, a, { title: "دیگر", minutes: 15, revision: item?.revision ?? 0 });
    expect((await agendaOf(id)).find((one) => one.id === a)).toMatchObject({ title: "دیگر", minutes: 15 });
  });

  test("keeps a section of its type under one name, whichever language it was chosen in", async () => {
    const { id: meetingId } = await planMeeting(assistant, aPlan({ typeCode: "committee" }), now);
    const { id } = await addAgendaItem(assistant, { meetingId }, { title: "بند", section: "Agenda" }, now);
    const section = async () => (await agendaOf(meetingId)).find((one) => one.id === id)?.section;
    expect(await section()).toBe("دستور جلسه");
    await editAgendaItem(assistant, id, {
      title: "بند",
      section: "Conclusions and resolutions",
      revision: 1,
    });
    expect(await section()).toBe("جمع‌بندی و مصوبات");
  });

  test("of a meeting that is over or elsewhere is changed by nobody", async () => {
    const { id } = await planMeeting(assistant, aPlan(), now);
    await expect(
      addAgendaItem(actorOf(GORGAN, "governor"), { meetingId: id }, { title: "بند" }, now),
    ).rejects.toMatchObject({ kind: "forbidden" });
    await expect(
      addAgendaItem(actorOf(AQQALA, "assistant"), { meetingId: id }, { title: "بند" }, now),
    ).rejects.toMatchObject({ kind: "missing" });
    await records.change("meeting", id, { state: "cancelled" });
    await expect(addAgendaItem(assistant, { meetingId: id }, { title: "بند" }, now)).rejects.toMatchObject({
      details: { isTooLate: true },
    });
  });

  test("gives what was not done to the next meeting of its type, once", async () => {
    const { id } = await planMeeting(assistant, aPlan({ typeCode: "pr-assembly" }), now);
    const { id: open } = await addAgendaItem(assistant, { meetingId: id }, { title: "ناتمام" }, now);
    const { id: done } = await addAgendaItem(assistant, { meetingId: id }, { title: "تمام" }, now);
    await records.change("agenda_item", done, { state: "done" });
    await expect(changeAgenda(assistant, id, { act: "carry" }, now)).rejects.toMatchObject({
      details: { isTooLate: true },
    });
    await records.change("meeting", id, { state: "held" });
    await expect(changeAgenda(assistant, id, { act: "carry" }, now)).rejects.toMatchObject({
      code: "calling.carry.nowhere",
    });
    const next = await planMeeting(assistant, aPlan({ typeCode: "pr-assembly", heldOn: "2027-02-08" }), now);
    await changeAgenda(assistant, id, { act: "carry" }, now);
    await changeAgenda(assistant, id, { act: "carry" }, now);
    expect((await titles(next.id)).filter((title) => title === "ناتمام")).toHaveLength(1);
    expect(await titles(next.id)).not.toContain("تمام");
    expect((await agendaOf(id)).find((one) => one.id === open)?.state).toBe("carried");
  });
});
