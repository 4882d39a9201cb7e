import { describe, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { isoDate } from "~/lib/jalali";
import { AQQALA, GOLESTAN, GORGAN, actorOf } from "../../../../../tests/factories/actors";
import { aMeeting } from "../../../../../tests/factories/meetings";
import { getMeeting, listMeetings } from "../../queries.server/meetings";
import { cancelMeeting } from "./cancel-meeting.server";
import { editMeeting } from "./edit-meeting.server";
import { recordMeeting } from "./record-meeting.server";

const now = new Date("2026-12-24T05:30:00Z");
const assistant = actorOf(GORGAN, "assistant");
const province = actorOf(GOLESTAN, "representative");
const list = (actor = assistant) => within(actor, (db) => listMeetings(db, actor.place));

describe("a held meeting", () => {
  test("is seen with its attendance by the county and its province, and by nobody beside it", async () => {
    const { id } = await recordMeeting(
      assistant,
      aMeeting({ kind: "joint", title: "نشست مشترک", network: 9, bodies: 6, councils: 2, municipalities: 1 }),
      now,
    );
    for (const actor of [assistant, province]) {
      expect(await within(actor, (db) => getMeeting(db, actor.place, id))).toMatchObject({
        title: "نشست مشترک",
        divisionId: GORGAN,
        attendance: { network: 9, bodies: 6, councils: 2, municipalities: 1, people: 0 },
        total: 18,
      });
    }
    expect((await list(province)).rows.map((row) => row.id)).toContain(id);
    expect((await list(actorOf(AQQALA, "assistant"))).rows).toEqual([]);
  });

  test("has not been held on a day to come, and nothing of it is kept", async () => {
    const before = (await list()).rows.length;
    await expect(recordMeeting(assistant, aMeeting({ heldOn: "2026-12-25" }), now)).rejects.toMatchObject({
      kind: "invalid",
      details: { field: "heldOn" },
    });
    expect((await list()).rows).toHaveLength(before);
  });

  test("is recorded by the county's assistant and expert alone", async () => {
    for (const actor of [actorOf(GORGAN, "governor"), province]) {
      await expect(recordMeeting(actor, aMeeting(), now)).rejects.toMatchObject({ kind: "forbidden" });
    }
    await expect(recordMeeting(actorOf(GORGAN, "expert"), aMeeting(), now)).resolves.toHaveProperty("id");
  });

  test("is mended with its attendance; the second editor sees what the first wrote", async () => {
    const { id } = await recordMeeting(assistant, aMeeting(), now);
    await editMeeting(
      assistant,
      id,
      { ...aMeeting({ network: 20, bodies: undefined, people: 5 }), revision: 1 },
      now,
    );
    expect(await within(assistant, (db) => getMeeting(db, assistant.place, id))).toMatchObject({
      attendance: { network: 20, bodies: 0, people: 5 },
      revision: 2,
    });
    await expect(
      editMeeting(actorOf(GORGAN, "expert"), id, { ...aMeeting({ title: "نام دیگر" }), revision: 1 }, now),
    ).rejects.toMatchObject({
      kind: "conflict",
      details: { revision: 2, theirs: { network: "20", people: "5", title: "نشست آب و فاضلاب روستایی" } },
    });
  });

  test("is cancelled once, with a reason, and is then neither mended nor lost", async () => {
    const { id } = await recordMeeting(assistant, aMeeting(), now);
    await cancelMeeting(assistant, id, { reason: "دو بار ثبت شده بود.", revision: 1 });
    expect(await within(assistant, (db) => getMeeting(db, assistant.place, id))).toMatchObject({
      state: "cancelled",
      cancelReason: "دو بار ثبت شده بود.",
    });
    const held = await within(assistant, (db) => listMeetings(db, assistant.place, { view: "held" }));
    expect(held.rows.map((row) => row.id)).not.toContain(id);
    await expect(cancelMeeting(assistant, id, { reason: "باز", revision: 2 })).rejects.toMatchObject({
      kind: "conflict",
    });
    await expect(editMeeting(assistant, id, { ...aMeeting(), revision: 2 }, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  test("of another county is missing to whoever names its id", async () => {
    const { id } = await recordMeeting(assistant, aMeeting(), now);
    const neighbour = actorOf(AQQALA, "assistant");
    await expect(editMeeting(neighbour, id, { ...aMeeting(), revision: 1 }, now)).rejects.toMatchObject({
      kind: "missing",
    });
    await expect(cancelMeeting(neighbour, id, { reason: "نیست", revision: 1 })).rejects.toMatchObject({
      kind: "missing",
    });
  });
});

test("lists of meetings are cut by kind and period and paged by day", async () => {
  const there = actorOf(AQQALA, "assistant");
  for (let day = 1; day <= 30; day += 1) {
    const heldOn = isoDate(`2026-11-${String(day).padStart(2, "0")}`);
    await recordMeeting(there, aMeeting({ heldOn, kind: "thematic" }), now);
    await recordMeeting(there, aMeeting({ heldOn, kind: "among-people", people: 40 }), now);
  }
  await within(there, async (db) => {
    const first = await listMeetings(db, there.place);
    const second = await listMeetings(db, there.place, { cursor: first.next });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null]);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(60);
    const some = await listMeetings(db, there.place, {
      kind: "among-people",
      from: "2026-11-10",
      before: "2026-11-13",
    });
    expect(some.rows.map((row) => row.heldOn)).toEqual(["2026-11-12", "2026-11-11", "2026-11-10"]);
  });
});
