import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { uuidv7 } from "~/lib/identifiers";
import { openInvitation, type InviteeDoor } from "~/invitee-door.server";
import { actorOf, AQQALA, GORGAN } from "../../../../tests/factories/actors";
import { asOwner, openOffice } from "../../../../tests/factories/offices";
import { plantPlaces } from "../../../../tests/factories/posts";
import { Records } from "../../../../tests/factories/records";
import { ownerRows } from "../../../../tests/setup/owner";
import { takeAgreedWalkIn } from "../../../../workers/jobs/walk-ins";
import { addWalkIn } from "../invitations/commands/add-walk-in.server";
import { inviteGuest, inviteOffices } from "../invitations/commands/invite.server";
import { markAttendance, markMany } from "../invitations/commands/mark-attendance.server";
import { sayPresent } from "../invitations/commands/say-present.server";
import { MOST_CODE_TRIES } from "../invitations/choices";
import { linkToken } from "../invitations/link.server";
import { listInvitations } from "../invitations/queries.server";
import { closeSession } from "./commands/close-session.server";
import { countOthers } from "./commands/count-others.server";
import { editOutcome, removeOutcome } from "./commands/edit-outcome.server";
import { openSession } from "./commands/open-session.server";
import { recordOutcome } from "./commands/record-outcome.server";
import { settleItem } from "./commands/settle-item.server";
import { countPresent, findSession, listOutcomes, listSessionItems, quorumOfMeeting } from "./queries.server";

const assistant = actorOf(GORGAN, "assistant");
const now = new Date("2026-12-24T05:30:00Z");
const TODAY: IsoDate = "2026-12-24";

let records: Records;
let offices: string[];

beforeAll(async () => {
  await plantPlaces();
  records = await Records.open();
  offices = await asOwner(async (owner) => [
    await openOffice(owner, GORGAN, "education"),
    await openOffice(owner, GORGAN, "power-distribution"),
    await openOffice(owner, GORGAN, "county-governorate"),
  ]);
});
afterAll(() => records.close());

const announced = async (kind = "thematic", day: IsoDate = TODAY, more = {}) => {
  const id = await records.meeting(kind, day, {
    state: "announced",
    starts_at: "08:00",
    ends_at: "10:00",
    ...more,
  });
  await inviteOffices(assistant, id, { officeIds: offices }, now);
  await inviteGuest(assistant, id, { name: "زهرا کاظمی", participants: "network" }, now);
  return id;
};
const inSession = async (kind?: string, more = {}) => {
  const id = await announced(kind, TODAY, more);
  await openSession(assistant, id, { revision: 1 }, now);
  return id;
};
const rowsOf = async (id: string) => (await within(assistant, (db) => listInvitations(db, GORGAN, id))).rows;
const stateOf = async (id: string) => {
  const [row] = await ownerRows<{ state: string; revision: number }>(
    "select state, revision from meeting where id = $1",
    [id],
  );
  return row;
};
/** How many of each class took part, as it is counted. */
async function countedOf(id: string): Promise<Record<string, number>> {
  const rows = await ownerRows<{ participants: string; count: number }>(
    "select participants, count from meeting_attendance where meeting_id = $1 order by 1",
    [id],
  );
  return Object.fromEntries(rows.map(({ participants, count }) => [participants, count]));
}
const mark = (id: string, invitationId: string, attended: "present" | "absent" | "none", was = "none") =>
  markAttendance(assistant, id, { invitationId, attended, was: was as "none" }, now);
async function doorOf(invitationId: string): Promise<InviteeDoor> {
  const args = { params: { token: linkToken(GORGAN, invitationId, 1) }, context: { scope: { powers: [] } } };
  const door = await openInvitation(args, now);
  if (!door) throw new Error("the link opens");
  return door;
}

describe("a meeting", () => {
  test("begins on its day and not before, once, and by whoever calls meetings", async () => {
    const tomorrow = await announced("thematic", "2026-12-25");
    await expect(openSession(assistant, tomorrow, { revision: 1 }, now)).rejects.toMatchObject({
      code: "meetings.session.not-its-day",
    });
    const id = await announced();
    await expect(openSession(actorOf(GORGAN, "governor"), id, { revision: 1 }, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(openSession(actorOf(AQQALA, "assistant"), id, { revision: 1 }, now)).rejects.toMatchObject({
      kind: "missing",
    });
    await openSession(assistant, id, { revision: 1 }, now);
    await expect(openSession(assistant, id, { revision: 2 }, now)).rejects.toMatchObject({
      kind: "conflict",
    });
    expect(await stateOf(id)).toEqual({ state: "in-session", revision: 2 });
    expect((await within(assistant, (db) => findSession(db, GORGAN, id)))?.code).toMatch(/^[1-9]\d{4}$/);
  });

  test("ends as held with the classes of those who were there, counted and marked; who was not marked was absent", async () => {
    const id = await inSession();
    const [first, second, third, guest] = await rowsOf(id);
    await mark(id, first?.id ?? "", "present");
    await markAttendance(
      assistant,
      id,
      { invitationId: second?.id ?? "", attended: "deputy", was: "none" },
      now,
    );
    await markAttendance(
      assistant,
      id,
      { invitationId: guest?.id ?? "", attended: "guest", was: "none" },
      now,
    );
    await countOthers(assistant, id, { people: 30, network: 4, revision: 1 });
    await closeSession(assistant, id, { revision: 2 }, now);
    expect(await stateOf(id)).toEqual({ state: "held", revision: 3 });
    expect(await countedOf(id)).toEqual({ bodies: 2, network: 5, people: 30 });
    expect((await rowsOf(id)).map(({ attended }) => attended)).toEqual([
      "present",
      "deputy",
      "absent",
      "guest",
    ]);
    // Somebody who came late was forgotten: the list is mended, and what is counted follows.
    await mark(id, third?.id ?? "", "present", "absent");
    expect(await countedOf(id)).toEqual({ bodies: 3, network: 5, people: 30 });
    await countOthers(assistant, id, { people: 31, network: 4, revision: 2 });
    expect(await countedOf(id)).toEqual({ bodies: 3, network: 5, people: 31 });
  });

  test("that was held keeps the classes without which it was none, and is mended by nobody elsewhere", async () => {
    const id = await inSession("joint");
    const [first, , , guest] = await rowsOf(id);
    await mark(id, first?.id ?? "", "present");
    await mark(id, guest?.id ?? "", "present");
    await countOthers(assistant, id, { councils: 2, revision: 1 }, now);
    await closeSession(assistant, id, { revision: 2 }, now);
    await expect(mark(id, guest?.id ?? "", "absent", "present")).rejects.toMatchObject({ kind: "invalid" });
    expect(await countedOf(id)).toEqual({ bodies: 1, network: 1, councils: 2 });
    expect((await rowsOf(id))[3]?.attended).toBe("present");
    const asked = { invitationId: first?.id ?? "", attended: "absent", was: "present" } as const;
    await expect(markAttendance(actorOf(AQQALA, "assistant"), id, asked, now)).rejects.toMatchObject({
      kind: "missing",
    });
    await expect(markAttendance(actorOf(GORGAN, "governor"), id, asked, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  test("is not over as a joint one while a class is missing, and nothing of the end is kept", async () => {
    const id = await inSession("joint");
    await markMany(assistant, id, { which: "the-rest-absent" }, now);
    await expect(closeSession(assistant, id, { revision: 2 }, now)).rejects.toMatchObject({
      code: "meetings.joint-needs-network",
    });
    expect((await stateOf(id))?.state).toBe("in-session");
    await countOthers(assistant, id, { network: 5, bodies: 3, councils: 1, revision: 1 });
    await closeSession(assistant, id, { revision: 2 }, now);
    expect((await stateOf(id))?.state).toBe("held");
  });
});

describe("attendance", () => {
  test("of two at one row the first stays; the same mark twice is one", async () => {
    const id = await inSession();
    const [row] = await rowsOf(id);
    await mark(id, row?.id ?? "", "present");
    await mark(id, row?.id ?? "", "present");
    await expect(mark(id, row?.id ?? "", "absent")).rejects.toMatchObject({
      code: "meetings.attendance.marked-meanwhile",
    });
    expect((await rowsOf(id))[0]).toMatchObject({ attended: "present", markedBy: "list" });
    await mark(id, row?.id ?? "", "none", "present");
    expect((await rowsOf(id))[0]).toMatchObject({ attended: null, arrivedAt: null, markedBy: null });
  });

  test("of many at once writes over nobody's mark", async () => {
    const id = await inSession();
    const [first, second, third] = await rowsOf(id);
    await records.change("meeting_invitation", second?.id ?? "", { reply: "deputy" });
    await records.change("meeting_invitation", third?.id ?? "", { reply: "yes" });
    await mark(id, third?.id ?? "", "absent");
    expect(await markMany(assistant, id, { which: "who-said-yes" }, now)).toEqual({ count: 1 });
    await mark(id, first?.id ?? "", "present");
    await markMany(assistant, id, { which: "the-rest-absent" }, now);
    expect((await rowsOf(id)).map(({ attended }) => attended)).toEqual([
      "present",
      "deputy",
      "absent",
      "absent",
    ]);
  });

  test("is said by the meeting's code while it sits, in digits of any kind, and after few wrong ones no more", async () => {
    const waiting = await announced();
    const [early] = await rowsOf(waiting);
    const before = await doorOf(early?.id ?? "");
    await expect(sayPresent(before.hand, early?.id ?? "", { code: "12345" }, now)).rejects.toMatchObject({
      code: "meetings.code.not-in-session",
    });
    const id = await inSession();
    const session = await within(assistant, (db) => findSession(db, GORGAN, id));
    const code = session?.code ?? "";
    const persian = [...code].map((digit) => String.fromCharCode(0x06f0 + Number(digit))).join("");
    const [row, other] = await rowsOf(id);
    const { hand } = await doorOf(row?.id ?? "");
    await sayPresent(hand, row?.id ?? "", { code: ` ${persian} ` }, now);
    expect((await rowsOf(id))[0]).toMatchObject({ attended: "present", markedBy: "code" });
    await expect(sayPresent(hand, other?.id ?? "", { code }, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    const { hand: his } = await doorOf(other?.id ?? "");
    const wrong = code === "99999" ? "99998" : "99999";
    for (let n = 0; n < MOST_CODE_TRIES; n += 1)
      await expect(sayPresent(his, other?.id ?? "", { code: wrong }, now)).rejects.toMatchObject({
        code: "meetings.code.wrong",
      });
    await expect(sayPresent(his, other?.id ?? "", { code }, now)).rejects.toMatchObject({
      code: "meetings.code.locked",
    });
    expect((await rowsOf(id))[1]?.attended).toBeNull();
  });

  test("decides whether the quorum of its type is there: guests and walk-ins count for nothing", async () => {
    await records.query(
      `insert into meeting_type (division_id, code, fa, en, kind, quorum_kind, published_at)
       values (0, 'test-half', 'آزمون', 'Test', 'other', 'half', now())`,
      [],
    );
    const id = await inSession("other", { type_code: "test-half" });
    const quorum = () => within(assistant, (db) => quorumOfMeeting(db, GORGAN, id));
    const [first, second, , guest] = await rowsOf(id);
    await mark(id, first?.id ?? "", "present");
    await mark(id, guest?.id ?? "", "present");
    await addWalkIn(assistant, id, { name: "حسن نوری", participants: "people" }, now);
    expect(await quorum()).toEqual({ needed: 2, present: 1, isReached: false });
    await mark(id, second?.id ?? "", "present");
    expect(await quorum()).toEqual({ needed: 2, present: 2, isReached: true });
    expect(await within(assistant, (db) => countPresent(db, GORGAN, id))).toMatchObject({
      bodies: 2,
      network: 1,
      people: 1,
    });
  });

  test("of whoever came uninvited and agreed makes one candidate of the network, however often the job comes", async () => {
    const id = await inSession();
    const agreed = {
      name: "لیلا احمدی",
      mobile: "+989117654321",
      participants: "people",
      consents: "yes",
    } as const;
    await addWalkIn(assistant, id, agreed, now);
    await addWalkIn(assistant, id, { name: "بی‌نام", participants: "people" }, now);
    await expect(addWalkIn(assistant, id, agreed, now)).rejects.toMatchObject({
      details: { field: "mobile" },
    });
    const events = await ownerRows<{ id: string; payload: { invitationId: string } }>(
      `select id, payload from outbox_event where type = 'WalkInAgreed'
        and payload->>'invitationId' in (select id::text from meeting_invitation where meeting_id = $1)`,
      [id],
    );
    expect(events).toHaveLength(1);
    for (let n = 0; n < 2; n += 1)
      for (const event of events)
        await takeAgreedWalkIn.run({
          id: `${event.id} take-agreed-walk-in`,
          name: takeAgreedWalkIn.name,
          data: { eventId: event.id, divisionId: GORGAN, payload: event.payload },
        });
    expect(
      await ownerRows("select full_name, mobile, state from join_request where link_id = $1", [id]),
    ).toEqual([{ full_name: "لیلا احمدی", mobile: "+989117654321", state: "waiting" }]);
    // Under no form that anybody could open.
    expect(
      await ownerRows("select revoked_at is not null as closed from join_link where id = $1", [id]),
    ).toEqual([{ closed: true }]);
  });
});

describe("outcomes", () => {
  const item = async (meetingId: string, title: string, position: number) => {
    const id = uuidv7();
    await records.query(
      `insert into agenda_item (division_id, id, meeting_id, title, position, created_by_key)
       values ($1, $2, $3, $4, $5, 'test')`,
      [GORGAN, id, meetingId, title, position],
    );
    return id;
  };
  const resolution = {
    kind: "resolution",
    text: "آب روستای زیارت تا پایان سال وصل شود.",
    parties: "آب و فاضلاب",
    limitWritten: "تا پایان سال",
    items: "بند یک\n\n بند دو ",
  } as const;

  test("stand in their turn under their items, and are mended by whoever saw the last words", async () => {
    const id = await inSession();
    const itemId = await item(id, "آب روستایی", 1);
    const made = await recordOutcome(assistant, id, { ...resolution, itemId }, now);
    await recordOutcome(assistant, id, { kind: "promise", text: "پیگیری می‌کنم.", speaker: "مدیر آب" }, now);
    const outcomes = () => within(assistant, (db) => listOutcomes(db, GORGAN, id));
    expect(await outcomes()).toMatchObject([
      { position: 1, itemId, kind: "resolution", items: ["بند یک", "بند دو"] },
      { position: 2, itemId: null, kind: "promise", speaker: "مدیر آب" },
    ]);
    await editOutcome(assistant, made.id, { ...resolution, text: "متن تازه", revision: 1 });
    await expect(
      editOutcome(actorOf(GORGAN, "expert"), made.id, { ...resolution, text: "متن دیگر", revision: 1 }),
    ).rejects.toMatchObject({ kind: "conflict", details: { revision: 2, theirs: { text: "متن تازه" } } });
    await expect(removeOutcome(assistant, made.id, { revision: 1 }, now)).rejects.toMatchObject({
      kind: "conflict",
    });
    await removeOutcome(assistant, made.id, { revision: 2 }, now);
    expect(await outcomes()).toMatchObject([{ position: 2 }]);
  });

  test("are written while the meeting sits, of its own items alone, and seen in no other place", async () => {
    const id = await inSession();
    const other = await item(await inSession(), "دیگر", 1);
    await expect(recordOutcome(assistant, id, { ...resolution, itemId: other }, now)).rejects.toMatchObject({
      kind: "missing",
    });
    await expect(recordOutcome(actorOf(GORGAN, "governor"), id, resolution, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await recordOutcome(assistant, id, resolution, now);
    expect(await within(actorOf(AQQALA, "assistant"), (db) => listOutcomes(db, GORGAN, id))).toEqual([]);
    await countOthers(assistant, id, { people: 3, revision: 1 });
    await closeSession(assistant, id, { revision: 2 }, now);
    await expect(recordOutcome(assistant, id, resolution, now)).rejects.toMatchObject({ kind: "conflict" });
  });

  test("of two secretaries who write at once none is lost", async () => {
    const id = await inSession();
    await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        recordOutcome(
          n % 2 ? assistant : actorOf(GORGAN, "expert"),
          id,
          { kind: "information", text: `خبر ${n}` },
          now,
        ),
      ),
    );
    const rows = await within(assistant, (db) => listOutcomes(db, GORGAN, id));
    expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("leave an item done, or open for the next meeting", async () => {
    const id = await inSession();
    const itemId = await item(id, "آب روستایی", 1);
    const items = () => within(assistant, (db) => listSessionItems(db, GORGAN, id));
    await settleItem(assistant, id, { itemId, state: "done", revision: 1 });
    await settleItem(actorOf(GORGAN, "expert"), id, { itemId, state: "done", revision: 1 });
    expect(await items()).toMatchObject([{ state: "done", revision: 2 }]);
    await expect(settleItem(assistant, id, { itemId, state: "planned", revision: 1 })).rejects.toMatchObject({
      kind: "conflict",
    });
    await settleItem(assistant, id, { itemId, state: "planned", revision: 2 });
    expect(await items()).toMatchObject([{ state: "planned" }]);
  });
});
