import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN } from "../../../../../tests/factories/actors";
import { aPlan } from "../../../../../tests/factories/callings";
import { aMeeting } from "../../../../../tests/factories/meetings";
import { Records } from "../../../../../tests/factories/records";
import { ownerRows } from "../../../../../tests/setup/owner";
import { cancelMeeting } from "../../held/commands/cancel-meeting.server";
import { editMeeting } from "../../held/commands/edit-meeting.server";
import { listMeetings } from "../../queries.server/meetings";
import { listAgenda } from "../agenda.server";
import { getCalling, listClashes, listNextMeetings } from "../planned.server";
import type { AddMeetingType } from "../schema";
import { sectionTexts } from "../type-columns";
import { findMeetingType, listMeetingTypes, listOfferedTypes } from "../types.server";
import { addMeetingType } from "./add-meeting-type.server";
import { addRoom } from "./add-room.server";
import { announceMeeting } from "./announce-meeting.server";
import { editMeetingType, retireMeetingType } from "./edit-meeting-type.server";
import { closeRoom, editRoom } from "./edit-room.server";
import { editPlan } from "./edit-plan.server";
import { moveMeeting } from "./move-meeting.server";
import { planMeeting } from "./plan-meeting.server";
import { shiftDraft } from "./shift-draft.server";

const now = new Date("2026-12-24T05:30:00Z");
const assistant = actorOf(GORGAN, "assistant");
const provincial = actorOf(GOLESTAN, "provincial-expert");
const get = (id: string, actor = assistant) => within(actor, (db) => getCalling(db, actor.place, id));
const eventsOf = (id: string, type: string) =>
  ownerRows<{ payload: Record<string, unknown> }>(
    "select payload from outbox_event where type = $1 and payload->>'meetingId' = $2",
    [type, id],
  );
const announce = (id: string, revision = 1, more = {}) =>
  announceMeeting(assistant, id, { revision, withoutClasses: "on", ...more }, now);
const announced = async (more: Parameters<typeof aPlan>[0] = {}) => {
  const { id } = await planMeeting(assistant, aPlan(more), now);
  await announce(id);
  return id;
};

let records: Records;
beforeAll(async () => {
  records = await Records.open();
});
afterAll(() => records.close());

describe("a planned meeting", () => {
  test("takes kind, length and agenda of its type, and is counted nowhere", async () => {
    const { id } = await planMeeting(assistant, aPlan({ title: undefined, endsAt: undefined }), now);
    expect(await get(id)).toMatchObject({
      state: "draft",
      kind: "thematic",
      title: "نشست موضوعی شبکه با دستگاه‌ها",
      startsAt: "10:00",
      endsAt: "11:30",
      place: "سالن فرمانداری",
    });
    const agenda = await within(assistant, (db) => listAgenda(db, GORGAN, id));
    expect(agenda.map(({ title, minutes }) => [title, minutes])).toEqual([
      ["گزارش دستگاه", 20],
      ["نظر شبکه", 35],
      ["جمع‌بندی و مصوبات", 15],
    ]);
    await expect(
      editMeeting(assistant, id, { ...aMeeting({ heldOn: "2026-12-01" }), revision: 1 }, now),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("is planned by the clerks of a county and of a province, each in its own place", async () => {
    for (const role of ["assistant", "expert"] as const)
      await expect(planMeeting(actorOf(GORGAN, role), aPlan(), now)).resolves.toHaveProperty("id");
    for (const role of ["representative", "provincial-expert"] as const)
      await expect(
        planMeeting(actorOf(GOLESTAN, role), aPlan({ typeCode: "monthly-provincial" }), now),
      ).resolves.toHaveProperty("id");
    await expect(planMeeting(actorOf(GORGAN, "governor"), aPlan(), now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(
      planMeeting(assistant, aPlan({ typeCode: "monthly-provincial" }), now),
    ).rejects.toMatchObject({ kind: "invalid", details: { field: "typeCode" } });
    const { id } = await planMeeting(assistant, aPlan(), now);
    await expect(
      announceMeeting(provincial, id, { revision: 1, withoutClasses: "on" }, now),
    ).rejects.toMatchObject({
      kind: "missing",
    });
    await expect(get(id, actorOf(AQQALA, "assistant"))).rejects.toMatchObject({ kind: "missing" });
  });

  test("is changed while it is a draft; the second of two editors sees the other's words", async () => {
    const { id } = await planMeeting(assistant, aPlan(), now);
    await editPlan(
      assistant,
      id,
      { ...aPlan({ title: "گرد و غبار", heldOn: "2026-12-29" }), revision: 1 },
      now,
    );
    await expect(
      editPlan(assistant, id, { ...aPlan({ title: "آب" }), revision: 1 }, now),
    ).rejects.toMatchObject({
      details: { theirs: { title: "گرد و غبار", heldOn: "2026-12-29" }, revision: 2 },
    });
    await announce(id, 2);
    await expect(editPlan(assistant, id, { ...aPlan(), revision: 3 }, now)).rejects.toMatchObject({
      details: { isTooLate: true },
    });
  });

  test("takes no room, post or host of another place", async () => {
    const other = await records.room("سالن آق‌قلا", { division_id: AQQALA });
    await expect(planMeeting(assistant, aPlan({ roomId: other }), now)).rejects.toMatchObject({
      details: { field: "roomId" },
    });
    await expect(planMeeting(assistant, aPlan({ chairPostId: other }), now)).rejects.toMatchObject({
      details: { field: "chairPostId" },
    });
    await expect(planMeeting(assistant, aPlan({ hostOfficeId: other }), now)).rejects.toMatchObject({
      details: { field: "hostOfficeId" },
    });
  });
});

describe("announcing", () => {
  test.each([
    ["hours", { startsAt: undefined, endsAt: undefined }, "calling.announce.needs-hours"],
    [
      "an hour to come",
      { heldOn: "2026-12-24", startsAt: "08:00", endsAt: "08:30" },
      "calling.announce.is-over",
    ],
    ["a place", { place: undefined }, "calling.announce.needs-place"],
    ["a chair", { chairName: undefined }, "calling.announce.needs-chair"],
  ] as const)("needs %s", async (_what, more, code) => {
    const { id } = await planMeeting(assistant, aPlan(more), now);
    await expect(announce(id)).rejects.toMatchObject({ kind: "invalid", code });
    expect(await get(id)).toMatchObject({ state: "draft", revision: 1 });
    expect(await eventsOf(id, "MeetingAnnounced")).toEqual([]);
  });

  test("needs an agenda", async () => {
    const { id } = await planMeeting(assistant, aPlan(), now);
    await ownerRows("update agenda_item set removed_at = now() where meeting_id = $1", [id]);
    await expect(announce(id)).rejects.toMatchObject({ code: "calling.announce.needs-agenda" });
  });

  test("needs somebody of every class of its type, unless it is said to be held without them", async () => {
    const { id } = await planMeeting(assistant, aPlan(), now);
    const invite = (number: number, participants: string) =>
      ownerRows(
        `insert into meeting_invitation (division_id, id, meeting_id, number, kind, participants, name, created_by_key)
         values ($1, gen_random_uuid(), $2, $3, 'guest', $4, 'مهمان', 'test')`,
        [GORGAN, id, number, participants],
      );
    await invite(1, "network");
    await expect(announce(id, 1, { withoutClasses: undefined })).rejects.toMatchObject({
      code: "calling.announce.needs-classes",
      details: { field: "withoutClasses" },
    });
    await invite(2, "bodies");
    await announce(id, 1, { withoutClasses: undefined, invitationNumber: "12/405" });
    expect(await get(id)).toMatchObject({ state: "announced", invitationNumber: "12/405", announcedAt: now });
    expect(await eventsOf(id, "MeetingAnnounced")).toHaveLength(1);
    await expect(announce(id, 2)).rejects.toMatchObject({ details: { isTooLate: true } });
  });

  test("shows it to its province, whose hand is not in it", async () => {
    const id = await announced();
    const seen = await within(provincial, (db) => listMeetings(db, provincial.place, { view: "planned" }));
    expect(seen.rows.map((row) => row.id)).toContain(id);
    await expect(cancelMeeting(provincial, id, { reason: "نه", revision: 2 })).rejects.toMatchObject({
      kind: "missing",
    });
  });
});

describe("a type of the place's own", () => {
  test("is changed and retired by its place alone; what was planned by it stays, and no form offers it any more", async () => {
    const said = { fa: "نشست محله", kind: "other", quorumKind: "none", minutesLong: 60 } as const;
    const { code } = await addMeetingType(assistant, { ...said, participants: [] }, now);
    const { id } = await planMeeting(assistant, aPlan({ typeCode: code }), now);
    const edit = (more: object, actor = assistant) =>
      editMeetingType(actor, code, { ...said, participants: [], revision: 1, ...more });
    await expect(edit({ fa: "شورای اداری" })).rejects.toMatchObject({ code: "calling.type.twice" });
    await expect(edit({}, actorOf(AQQALA, "assistant"))).rejects.toMatchObject({ kind: "missing" });
    await expect(edit({}, actorOf(GORGAN, "governor"))).rejects.toMatchObject({ kind: "forbidden" });
    // The nation's types are the nation's.
    await expect(
      editMeetingType(assistant, "committee", { ...said, participants: [], revision: 1 }),
    ).rejects.toMatchObject({ kind: "missing" });
    await edit({ fa: "نشست محله‌ها", minutesLong: 45 });
    await expect(retireMeetingType(assistant, code, { revision: 1 }, now)).rejects.toMatchObject({
      details: { isTooLate: true },
    });
    await retireMeetingType(assistant, code, { revision: 2 }, now);
    expect((await get(id)).typeCode).toBe(code);
    await expect(planMeeting(assistant, aPlan({ typeCode: code }), now)).rejects.toMatchObject({
      code: "calling.type.unknown",
    });
    const known = await within(assistant, (db) => listMeetingTypes(db, assistant.place));
    expect(known.find((type) => type.code === code)).toMatchObject({
      fa: "نشست محله‌ها",
      minutesLong: 45,
      retiredOn: "2026-12-24",
    });
  });
});

describe("a room", () => {
  test("is refused twice at once in a sentence that names the other meeting, and is free again when that is called off", async () => {
    const { id: roomId } = await addRoom(assistant, { name: "سالن شهدا" }, now);
    await expect(addRoom(assistant, { name: "سالن شهدا" }, now)).rejects.toMatchObject({ kind: "conflict" });
    const night = { roomId, heldOn: "2026-12-30", startsAt: "22:00", endsAt: "00:30" } as const;
    const first = await announced({ ...night, title: "شب‌نشینی شبکه" });
    const { id } = await planMeeting(
      assistant,
      aPlan({ roomId, heldOn: "2026-12-31", startsAt: "00:15", endsAt: "01:00" }),
      now,
    );
    const taken = {
      kind: "conflict",
      code: `calling.room.taken?${new URLSearchParams({ title: "شب‌نشینی شبکه" })}`,
      details: { field: "roomId" },
    };
    await expect(announce(id)).rejects.toMatchObject(taken);
    const other = await announced({ heldOn: "2027-01-02" });
    await expect(moveMeeting(assistant, other, { ...night, revision: 2 }, now)).rejects.toMatchObject(taken);
    expect(await get(other)).toMatchObject({ icsSequence: 0, heldOn: "2027-01-02" });
    await cancelMeeting(assistant, first, { reason: "برف", revision: 2 });
    await announce(id);
    expect(await get(id)).toMatchObject({ state: "announced", roomName: "سالن شهدا" });
  });

  test("is given to one of two who ask at the same moment", async () => {
    const { id: roomId } = await addRoom(assistant, { name: "سالن کوچک" }, now);
    const plans = await Promise.all(
      [1, 2, 3].map(() => planMeeting(assistant, aPlan({ roomId, heldOn: "2027-01-20" }), now)),
    );
    const answers = await Promise.allSettled(plans.map(({ id }) => announce(id)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === "rejected") expect(answer.reason).toMatchObject({ kind: "conflict" });
  });
});

describe("an announced meeting", () => {
  test("moves: the day before stands beside it, and each move is told once with its number", async () => {
    const id = await announced();
    const to = { heldOn: "2026-12-29", startsAt: "16:00", endsAt: "17:30", place: "مسجد جامع" } as const;
    await moveMeeting(assistant, id, { ...to, revision: 2 }, now);
    expect(await get(id)).toMatchObject({
      ...to,
      icsSequence: 1,
      movedFrom: { heldOn: "2026-12-28", startsAt: "10:00", endsAt: "11:30", place: "سالن فرمانداری" },
    });
    await expect(moveMeeting(assistant, id, { ...to, revision: 3 }, now)).rejects.toMatchObject({
      code: "calling.move.same",
    });
    await expect(
      moveMeeting(assistant, id, { ...to, startsAt: "15:00", revision: 2 }, now),
    ).rejects.toMatchObject({ details: { theirs: { startsAt: "16:00" }, revision: 3 } });
    await expect(
      moveMeeting(assistant, id, { ...to, heldOn: "2026-12-23", revision: 3 }, now),
    ).rejects.toMatchObject({ code: "calling.announce.is-over" });
    expect((await eventsOf(id, "MeetingMoved")).map(({ payload }) => payload)).toEqual([
      { meetingId: id, sequence: 1 },
    ]);
    const draft = await planMeeting(assistant, aPlan(), now);
    await expect(moveMeeting(assistant, draft.id, { ...to, revision: 1 }, now)).rejects.toMatchObject({
      details: { isTooLate: true },
    });
  });

  test("is called off with a reason, once, and told", async () => {
    const id = await announced();
    await cancelMeeting(assistant, id, { reason: "تعطیلی به سبب آلودگی هوا", revision: 2 });
    expect(await get(id)).toMatchObject({ state: "cancelled", icsSequence: 1 });
    expect(await eventsOf(id, "MeetingCancelled")).toHaveLength(1);
    await expect(cancelMeeting(assistant, id, { reason: "باز", revision: 3 })).rejects.toMatchObject({
      details: { isTooLate: true },
    });
  });

  test("says which other meeting needs its chair or its people in the same hours", async () => {
    const heldOn = "2027-02-01" as const;
    const [one, two] = [await announced({ heldOn }), await announced({ heldOn, title: "دیگری" })];
    const person = await records.person("2026-01-01");
    for (const [meeting, number] of [
      [one, 1],
      [two, 1],
    ])
      await ownerRows(
        `insert into meeting_invitation (division_id, id, meeting_id, number, kind, participants, person_id, created_by_key)
         values ($1, gen_random_uuid(), $2, $3, 'person', 'network', $4, 'test')`,
        [GORGAN, meeting, number, person],
      );
    const clashes = await within(assistant, (db) => listClashes(db, GORGAN, one));
    expect(clashes).toMatchObject([{ id: two, title: "دیگری", people: 1, room: false, chair: false }]);
    const next = await within(assistant, (db) => listNextMeetings(db, GORGAN, heldOn, 2));
    expect(next.map(({ id }) => id).sort()).toEqual([one, two].sort());
  });
});

describe("types of meetings", () => {
  test("come from the nation and from the place itself, and go down and not up", async () => {
    const representative = actorOf(GOLESTAN, "representative");
    const type = {
      fa: "میز خدمت",
      kind: "among-people",
      participants: ["bodies", "people"],
      quorumKind: "count",
      quorumCount: 5,
      minutesLong: 120,
      sections: "سخن مردم\nپاسخ",
    } as const;
    const { code } = await addMeetingType(
      representative,
      { ...type, participants: ["bodies", "people"] },
      now,
    );
    await expect(addMeetingType(representative, { ...type, participants: [] }, now)).rejects.toMatchObject({
      kind: "conflict",
      details: { field: "fa" },
    });
    await expect(
      addMeetingType(actorOf(GORGAN, "expert"), { ...type, participants: [] }, now),
    ).rejects.toMatchObject({ kind: "forbidden" });
    const codes = async (actor: typeof assistant) =>
      (await within(actor, (db) => listMeetingTypes(db, actor.place))).map((one) => one.code);
    expect(await codes(assistant)).toContain(code);
    expect(await codes(actorOf(3_007, "assistant"))).not.toContain(code);
    const { id } = await planMeeting(assistant, aPlan({ typeCode: code }), now);
    const agenda = await within(assistant, (db) => listAgenda(db, GORGAN, id));
    expect(agenda.map(({ title, minutes }) => [title, minutes])).toEqual([
      ["سخن مردم", 60],
      ["پاسخ", 60],
    ]);
    const offered = await within(assistant, (db) => listOfferedTypes(db, assistant.place, "2026-12-24"));
    expect(offered.map((one) => one.code)).not.toContain("monthly-provincial");
  });

  test("of one's own keep the English names of their sections when something else of them changes", async () => {
    const said = {
      fa: "نشست محله",
      kind: "other",
      participants: ["people"],
      quorumKind: "none",
      minutesLong: 90,
      sections: "گزارش\nگفت‌وگو\nجمع‌بندی",
      sectionsEn: "Report\nTalk",
    } satisfies AddMeetingType;
    const { code } = await addMeetingType(assistant, said, now);
    const typeOf = () => within(assistant, (db) => findMeetingType(db, assistant.place, code));
    const named = async () => (await typeOf())?.agenda.map(({ fa, en }) => [fa, en]);
    const names = [
      ["گزارش", "Report"],
      ["گفت‌وگو", "Talk"],
      ["جمع‌بندی", "جمع‌بندی"],
    ];
    expect(await named()).toEqual(names);
    // What the form shows is what it takes back.
    const shown = sectionTexts((await typeOf())?.agenda ?? []);
    await editMeetingType(assistant, code, { ...said, ...shown, minutesLong: 60, revision: 1 });
    expect(await named()).toEqual(names);
    expect((await typeOf())?.agenda.map(({ minutes }) => minutes)).toEqual([20, 20, 20]);
  });
});

describe("a room", () => {
  test("is renamed under a name of its own, and once closed is offered no more while its meetings stay", async () => {
    const { id: roomId } = await addRoom(assistant, { name: "سالن یک" }, now);
    await addRoom(assistant, { name: "سالن دو" }, now);
    await expect(editRoom(assistant, roomId, { name: "سالن دو", revision: 1 }, now)).rejects.toMatchObject({
      kind: "conflict",
      code: "calling.room.twice",
    });
    await editRoom(assistant, roomId, { name: "سالن یکم", seats: 30, revision: 1 }, now);
    const id = await announced({ roomId, place: undefined, startsAt: "06:00", endsAt: "07:00" });
    await expect(closeRoom(actorOf(GORGAN, "governor"), roomId, { revision: 2 }, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(closeRoom(actorOf(AQQALA, "assistant"), roomId, { revision: 2 }, now)).rejects.toMatchObject(
      { kind: "missing" },
    );
    await closeRoom(assistant, roomId, { revision: 2 }, now);
    await expect(closeRoom(assistant, roomId, { revision: 3 }, now)).rejects.toMatchObject({
      kind: "missing",
    });
    expect((await get(id)).roomName).toBe("سالن یکم");
    await expect(planMeeting(assistant, aPlan({ roomId }), now)).rejects.toMatchObject({
      code: "calling.room.unknown",
    });
    // Its name is free for a room that is opened anew.
    await addRoom(assistant, { name: "سالن یکم" }, now);
  });
});

describe("a draft that is carried to another day", () => {
  test("has that day and all else as it was, and goes back by its way back; the second of two is refused", async () => {
    const { id } = await planMeeting(assistant, aPlan(), now);
    const shift = (heldOn: IsoDate, revision: number, actor = assistant) =>
      shiftDraft(actor, { meetingId: id, heldOn, revision });
    const first = await shift("2026-12-30", 1);
    expect(first).toMatchObject({ from: "2026-12-28", heldOn: "2026-12-30", revision: 2 });
    await expect(shift("2026-12-31", 1)).rejects.toMatchObject({ details: { isTooLate: true } });
    await expect(shift("2026-12-31", 2, actorOf(AQQALA, "assistant"))).rejects.toMatchObject({
      kind: "missing",
    });
    await expect(shift("2026-12-31", 2, actorOf(GORGAN, "governor"))).rejects.toMatchObject({
      kind: "forbidden",
    });
    await shift(first.from, first.revision);
    const own = { lo: GORGAN, hi: GORGAN };
    expect(await within(assistant, (db) => getCalling(db, own, id))).toMatchObject({
      heldOn: "2026-12-28",
      startsAt: "10:00",
      title: "آب شرب روستاهای شرق",
      revision: 3,
    });
  });

  test("is no way to move what was announced: everybody is told of that by its own form", async () => {
    const { id } = await planMeeting(assistant, aPlan(), now);
    await announceMeeting(assistant, id, { revision: 1, withoutClasses: "on" }, now);
    await expect(
      shiftDraft(assistant, { meetingId: id, heldOn: "2026-12-30", revision: 2 }),
    ).rejects.toMatchObject({ code: "calling.not-a-draft" });
  });
});
