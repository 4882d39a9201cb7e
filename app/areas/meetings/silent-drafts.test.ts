import { expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN, NATION } from "../../../tests/factories/actors";
import { Records } from "../../../tests/factories/records";
import { findRecord } from "../obligations/evidence/record.server";
import { countMeetings, listLastHeld, listMeetings } from "./queries.server/meetings";

const assistant = actorOf(GORGAN, "assistant");
const province = actorOf(GOLESTAN, "representative");
const nation = actorOf(NATION, "national-officer");
const DAY = "2026-12-28";

test("a draft is read in its own place alone, and stays so when it is dropped before it was announced", async () => {
  const records = await Records.open();
  const id = await records.meeting("thematic", DAY, { state: "draft" });
  const seenBy = async (actor: typeof assistant) =>
    (await within(actor, (db) => listMeetings(db, actor.place))).rows.some((row) => row.id === id);
  const above = async () => [await seenBy(province), await seenBy(nation)];

  expect(await seenBy(assistant)).toBe(true);
  expect(await seenBy(actorOf(AQQALA, "assistant"))).toBe(false);
  expect(await above()).toEqual([false, false]);
  await records.change("meeting", id, { state: "cancelled" });
  expect(await above()).toEqual([false, false]);
  expect(await seenBy(assistant)).toBe(true);

  const announced = await records.meeting("thematic", DAY, { state: "draft" });
  await records.change("meeting", announced, { state: "announced" });
  await records.change("meeting", announced, { state: "cancelled" });
  const rows = await within(province, (db) => listMeetings(db, province.place));
  expect(rows.rows.map((row) => row.id)).toContain(announced);
  await records.close();
});

test("what is planned is counted nowhere, shown by no list of meetings held, and proves nothing", async () => {
  const records = await Records.open();
  const day = "2026-06-01";
  const ids: Record<string, string> = {};
  for (const state of ["draft", "announced", "in-session", "held"])
    ids[state] = await records.meeting("joint", day, { state });
  const bounds = { from: day, before: "2026-06-02" } as const;
  await within(assistant, async (db) => {
    const held = await listMeetings(db, assistant.place, { view: "held", ...bounds });
    expect(held.rows.map((row) => row.state)).toEqual(["held"]);
    expect((await countMeetings(db, assistant.place, bounds)).joint).toBe(1);
    const proves = async (state: string) => findRecord(db, GORGAN, "meeting", ids[state] ?? "");
    expect([await proves("draft"), await proves("announced")]).toEqual([false, false]);
    expect([await proves("in-session"), await proves("held")]).toEqual([true, true]);
  });
  await records.change("meeting", ids.held ?? "", { state: "cancelled" });
  const last = await within(province, (db) => listLastHeld(db, province.place));
  expect(last.filter((row) => row.divisionId === GORGAN && row.day === day)).toEqual([]);
  await records.close();
});

test("the database refuses a room twice at once, over midnight too, and leaves drafts alone", async () => {
  const records = await Records.open();
  const room = await records.room("سالن شهید رجایی");
  const meet = (day: IsoDate, starts_at: string, ends_at: string, state: string) =>
    records.meeting("other", day, { starts_at, ends_at, state, room_id: room });
  await meet("2026-12-30", "22:30", "00:30", "announced");
  await expect(meet("2026-12-31", "00:15", "02:00", "announced")).rejects.toThrow(/meeting_room_taken/);
  await expect(meet("2026-12-30", "20:00", "22:45", "in-session")).rejects.toThrow(/meeting_room_taken/);
  await meet("2026-12-31", "00:30", "02:00", "announced");
  await meet("2026-12-30", "22:30", "00:30", "draft");
  await meet("2026-12-30", "22:30", "00:30", "cancelled");
  await records.close();
});
