import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemActor } from "~/actor.server";
import { within } from "~/kernel/db.server";
import { relayActor } from "~/kernel/queue-embedded.server";
import { uuidv7 } from "~/lib/identifiers";
import { isoOf, jalaliOf, weekdayOf, type IsoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN } from "../../../../../tests/factories/actors";
import { aSeries } from "../../../../../tests/factories/callings";
import { Records } from "../../../../../tests/factories/records";
import { ownerRows } from "../../../../../tests/setup/owner";
import { listAgenda, listBacklog } from "../agenda.server";
import { getSeries, listSeries, listSeriesMeetings, placesWithSeries } from "../series.server";
import { addAgendaItem } from "./add-agenda-item.server";
import { announceMeeting } from "./announce-meeting.server";
import { changeAgenda } from "./change-agenda.server";
import { editSeries, endSeries } from "./edit-series.server";
import { expandSeriesOfPlace } from "./expand-series.server";
import { planSeries } from "./plan-series.server";

const now = new Date("2026-12-24T05:30:00Z");
const TODAY = "2026-12-24" as const;
const assistant = actorOf(GORGAN, "assistant");
const representative = actorOf(GOLESTAN, "representative");
let records: Records;
beforeAll(async () => {
  records = await Records.open();
});
afterAll(() => records.close());

const meetings = (id: string, actor = assistant) =>
  within(actor, (db) => listSeriesMeetings(db, actor.place.id, id, TODAY));
const days = async (id: string, actor = assistant) => (await meetings(id, actor)).map((one) => one.heldOn);
const written = (list: readonly `${number}-${number}-${number}`[]) =>
  list.map((day) => Object.values(jalaliOf(day)).join("/"));

test("a series stands at once up to the horizon, as drafts with their agenda that its province does not see", async () => {
  const { id } = await planSeries(assistant, aSeries(), now);
  const made = await meetings(id);
  expect(written(made.map((one) => one.heldOn))).toEqual([
    "1405/10/14",
    "1405/11/12",
    "1405/12/10",
    "1406/1/9",
  ]);
  expect(made.every((one) => one.state === "draft" && weekdayOf(one.heldOn) === 2)).toBe(true);
  const agenda = await within(assistant, (db) => listAgenda(db, GORGAN, made[0]?.id ?? ""));
  expect(agenda.map((item) => item.title)).toEqual(
    expect.arrayContaining(["دستور جلسه", "جمع‌بندی و مصوبات"]),
  );
  expect(await within(representative, (db) => listSeries(db, GORGAN))).toEqual([]);
  expect(await within(actorOf(AQQALA, "assistant"), (db) => listSeries(db, GORGAN))).toEqual([]);
  await expect(planSeries(actorOf(GORGAN, "governor"), aSeries(), now)).rejects.toMatchObject({
    kind: "forbidden",
  });
});

describe("the monthly meeting of a province over Nowruz", () => {
  const monthly = (monthDay: number, title: string) =>
    planSeries(
      representative,
      aSeries({
        title,
        typeCode: "monthly-provincial",
        rule: "month-day",
        weekday: undefined,
        nth: undefined,
        monthDay,
        startsOn: isoOf(1405, 11, 1),
        onClosedDay: "next-working",
      }),
      now,
    );
  const daysByRule = async (id: string) => {
    const { rows } = await records.query(
      "select held_on::text as day, occurrence_on::text as rule from meeting where series_id = $1 order by 2",
      [id],
    );
    return new Map(
      (rows as { day: IsoDate; rule: IsoDate }[]).map(
        (row) => written([row.rule, row.day]) as [string, string],
      ),
    );
  };

  test("is held once a month: on the first working day after the closed days of Farvardin, before the end of Esfand", async () => {
    const first = await daysByRule((await monthly(1, "اول ماه")).id);
    expect([...first.keys()]).toEqual(["1405/11/1", "1405/12/1", "1406/1/1", "1406/2/1"]);
    const [, , nowruz = ""] = first.values();
    expect(nowruz.startsWith("1406/1/")).toBe(true);
    expect(Number(nowruz.split("/")[2])).toBeGreaterThan(4);
    const last = await daysByRule((await monthly(31, "پایان ماه")).id);
    const days = [...last.values()];
    expect(days.map((day) => day.split("/")[1])).toEqual(["11", "12", "1"]);
    // 29 Esfand is a holiday: a month of its own has the working day before it.
    expect(last.get("1405/12/29")).toMatch(/^1405\/12\/2[0-8]$/);
  });

  test("has its drafts made by the night's work, and its agenda filled with what is open when the day is near", async () => {
    const { id } = await monthly(1, "جلسه ماهانه");
    const obstacle = await records.obstacle("2026-12-01");
    await ownerRows(
      `insert into obstacle_leg (division_id, id, source_division_id, obstacle_id, title, kind, tried_locally, effect,
         state, arrived_at)
       values ($1, gen_random_uuid(), $2, $3, 'پروانه چاه', 'permit', 'x', 'x', 'waiting', '2027-03-02')`,
      [GOLESTAN, GORGAN, obstacle],
    );
    await records.obligation("2027-03-05", { source_division_id: GOLESTAN, text: "گزارش پایان سال" });
    await records.obligation("2027-03-05", {
      source_division_id: GOLESTAN,
      text: "انجام شده است",
      state: "verified",
    });
    // 25 Esfand: the meeting of Farvardin is less than two weeks away.
    const night = new Date("2027-03-16T01:00:00Z");
    const worker = await systemActor(GOLESTAN);
    await Promise.all([1, 2].map(() => expandSeriesOfPlace(worker, night)));
    const inFarvardin = (
      await records.query(
        "select id::text, held_on::text as day from meeting where series_id = $1 and occurrence_on = $2",
        [id, isoOf(1406, 1, 1)],
      )
    ).rows as { id: string }[];
    expect(inFarvardin).toHaveLength(1);
    const agenda = await within(representative, (db) => listAgenda(db, GOLESTAN, inFarvardin[0]?.id ?? ""));
    expect(
      agenda.filter(({ sourceKind }) => sourceKind).map(({ section, title }) => [section, title]),
    ).toEqual([
      ["تعهدهای معوق", "گزارش پایان سال"],
      ["مانع‌های باز شهرستان‌ها", "پروانه چاه"],
    ]);
    const months = [...(await daysByRule(id)).values()].map((day) => day.split("/").slice(0, 2).join("/"));
    expect(months).toEqual([...new Set(months)]);
    expect(months.slice(0, 6)).toEqual(["1405/11", "1405/12", "1406/1", "1406/2", "1406/3", "1406/4"]);
  });
});

test("the job makes what the horizon has reached, nothing twice, whatever the number of workers", async () => {
  const { id } = await planSeries(
    assistant,
    aSeries({ rule: "week", nth: undefined, weekday: "0", typeCode: "committee" }),
    now,
  );
  const before = await days(id);
  expect(before).toHaveLength(18);
  const later = new Date("2027-01-24T05:30:00Z");
  expect(await within(relayActor, placesWithSeries, { readOnly: true })).toContain(GORGAN);
  const worker = await systemActor(GORGAN);
  await Promise.all([1, 2, 3].map(() => expandSeriesOfPlace(worker, later)));
  expect(await expandSeriesOfPlace(worker, later)).toBe(0);
  const after = await days(id);
  expect(after.slice(0, 18)).toEqual(before);
  expect(after).toHaveLength(new Set(after).size);
  expect(after.length - before.length).toBeGreaterThanOrEqual(4);
});

test("offices receive it by turns, and one that has ended is passed over", async () => {
  const office = async (name: string, at: number) => {
    const id = uuidv7();
    await ownerRows(
      `insert into office (division_id, id, organisation_id, name_fa, name_en, opened_on)
       values ($1, $2, (select id from organisation order by id offset $4 limit 1), $3, $3, '2020-01-01')`,
      [GORGAN, id, name, at],
    );
    return id;
  };
  const hosts = [await office("یک", 0), await office("دو", 1), await office("سه", 2)];
  const { id } = await planSeries(
    assistant,
    aSeries({ rule: "week", nth: undefined, weekday: "1", typeCode: "committee", hostOfficeIds: hosts }),
    now,
  );
  const turns = async () => (await meetings(id)).map((one) => one.hostFa);
  expect((await turns()).slice(0, 4)).toEqual(["یک", "دو", "سه", "یک"]);
  const made = (await turns()).length;
  const last = (await turns()).at(-1);
  await ownerRows("update office set closed_on = '2027-01-01' where id = $1", [hosts[0]]);
  await expandSeriesOfPlace(await systemActor(GORGAN), new Date("2027-02-20T05:30:00Z"));
  const added = (await turns()).slice(made);
  expect(added.length).toBeGreaterThan(5);
  expect(added).not.toContain("یک");
  expect(added[0]).toBe(last === "دو" ? "سه" : "دو");
});

test("changing it makes its drafts anew and leaves what was announced; what was written for them waits", async () => {
  const { id } = await planSeries(assistant, aSeries({ typeCode: "pr-assembly" }), now);
  const [first, second] = await meetings(id);
  await addAgendaItem(assistant, { meetingId: second?.id ?? "" }, { title: "گزارش کمیته" }, now);
  const chaired = await within(assistant, (db) => getSeries(db, GORGAN, id));
  await ownerRows("update meeting set chair_name = 'فرماندار' where id = $1", [first?.id]);
  await announceMeeting(assistant, first?.id ?? "", { revision: 1, withoutClasses: "on" }, now);
  const change = {
    ...aSeries({ typeCode: "pr-assembly", weekday: "4", nth: "-1" }),
    revision: chaired.revision,
  };
  await editSeries(assistant, id, change, now);
  const after = await meetings(id);
  expect(after.find((one) => one.id === first?.id)?.state).toBe("announced");
  expect(after.filter((one) => one.state === "draft").every((one) => weekdayOf(one.heldOn) === 4)).toBe(true);
  await expect(editSeries(assistant, id, { ...change, title: "دیگر" }, now)).rejects.toMatchObject({
    kind: "conflict",
    details: { theirs: { nth: "-1", weekday: "4" } },
  });
  const waiting = await within(assistant, (db) => listBacklog(db, GORGAN, id));
  expect(waiting.map((item) => item.title)).toEqual(["گزارش کمیته"]);
  const next = after.find((one) => one.state === "draft")?.id ?? "";
  await changeAgenda(assistant, next, { act: "take", itemId: waiting[0]?.id }, now);
  expect(await within(assistant, (db) => listBacklog(db, GORGAN, id))).toEqual([]);
  const agenda = await within(assistant, (db) => listAgenda(db, GORGAN, next));
  expect(agenda.at(-1)?.title).toBe("گزارش کمیته");

  await endSeries(assistant, id, { revision: 2 }, now);
  expect((await meetings(id)).map((one) => one.state)).toEqual(["announced"]);
  await expect(endSeries(assistant, id, { revision: 3 }, now)).rejects.toMatchObject({
    details: { isTooLate: true },
  });
  await expandSeriesOfPlace(await systemActor(GORGAN), now);
  expect(await meetings(id)).toHaveLength(1);
});

test("what a held meeting left undone goes to the next of its series, or waits for one", async () => {
  const { id } = await planSeries(assistant, aSeries({ typeCode: "committee" }), now);
  const [first, second] = await meetings(id);
  await addAgendaItem(assistant, { meetingId: first?.id ?? "" }, { title: "ناتمام" }, now);
  await records.change("meeting", first?.id ?? "", { state: "held" });
  await changeAgenda(assistant, first?.id ?? "", { act: "carry" }, now);
  const agenda = await within(assistant, (db) => listAgenda(db, GORGAN, second?.id ?? ""));
  expect(agenda.map((item) => item.title)).toContain("ناتمام");
  const series = await within(assistant, (db) => getSeries(db, GORGAN, id));
  await endSeries(assistant, id, { revision: series.revision }, now);
  const waiting = await within(assistant, (db) => listBacklog(db, GORGAN, id));
  expect(waiting.map((item) => item.title)).toContain("ناتمام");
});
