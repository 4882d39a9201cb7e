import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "~/actor.server";
import { newRecordToken, storeRecordLink } from "~/areas/identity/door.server";
import { openInvitation } from "~/invitee-door.server";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import type { IsoDate } from "~/lib/jalali";
import { actorOf, GORGAN } from "../../../../tests/factories/actors";
import { plantPlaces } from "../../../../tests/factories/posts";
import { Records } from "../../../../tests/factories/records";
import { ownerRows } from "../../../../tests/setup/owner";
import { inviteGuest } from "./commands/invite.server";
import {
  planReminders,
  remindInvitees,
  sendInvitations,
  tellOfChange,
} from "./commands/tell-invitees.server";
import { withdrawInvitation } from "./commands/withdraw-invitation.server";
import { listInvitations } from "./queries.server";

const assistant = actorOf(GORGAN, "assistant");
const now = new Date("2026-12-20T05:30:00Z");
const DAY: IsoDate = "2026-12-31";

let records: Records;
let system: PlacedActor;
beforeAll(async () => {
  await plantPlaces();
  records = await Records.open();
  system = await systemActor(GORGAN);
});
afterAll(() => records.close());

async function called(state = "announced", day: IsoDate = DAY) {
  const id = await records.meeting("thematic", day, { state, starts_at: "10:00", ends_at: "11:30" });
  for (const [n, name] of ["زهرا کاظمی", "حسن نوری", "لیلا احمدی"].entries())
    await inviteGuest(assistant, id, { name, mobile: `+98911000000${n}`, participants: "people" }, now);
  await inviteGuest(assistant, id, { name: "بی‌شماره", participants: "people" }, now);
  return id;
}
const rowsOf = async (id: string) => (await within(assistant, (db) => listInvitations(db, GORGAN, id))).rows;
const saidOf = (id: string, kind: string, state = "queued") =>
  ownerRows<{ guest_name: string }>(
    "select guest_name from message where about = $1 and kind = $2 and state = $3 order by guest_name",
    [`meeting:${id}`, kind, state],
  );

test("an announced meeting is told to whoever has a way, once each, also to who is invited later; a draft to nobody", async () => {
  const draft = await called("draft");
  await sendInvitations(system, draft, now);
  expect(await saidOf(draft, "meeting-invited")).toEqual([]);
  const id = await called();
  await Promise.all([sendInvitations(system, id, now), sendInvitations(system, id, now)]);
  await sendInvitations(system, id, now);
  expect(await saidOf(id, "meeting-invited")).toHaveLength(3);
  expect((await rowsOf(id)).map(({ sentAt }) => sentAt !== null)).toEqual([true, true, true, false]);
  await inviteGuest(assistant, id, { name: "تازه", mobile: "+989110000009", participants: "people" }, now);
  await sendInvitations(system, id, now);
  expect(await saidOf(id, "meeting-invited")).toHaveLength(4);
});

test("reminders go on working days, to nobody who declined, and never twice", async () => {
  // 2026-12-31 is a Thursday: a week before it is one too, and Fridays are closed; the day before Saturday 2027-01-02 is one.
  const id = await called("announced", "2027-01-02");
  const eventId = uuidv7();
  await planReminders(system, eventId, "plan", id, now);
  await planReminders(system, eventId, "plan", id, now);
  const due = await ownerRows<{ payload: { which: "week" | "day"; heldOn: string }; ms: number }>(
    `select payload, extract(epoch from due_at - created_at) * 1000 as ms from outbox_event
      where type = 'InviteesToRemind' and payload->>'meetingId' = $1 order by due_at`,
    [id],
  );
  const days = due.map(({ ms }) => new Date(now.getTime() + Number(ms)).toISOString().slice(0, 10));
  expect(due.map(({ payload }) => payload.which)).toEqual(["week", "day"]);
  expect(days[0]).toBe("2026-12-26");
  expect(days[1]).not.toBe("2027-01-01");
  const [first] = await rowsOf(id);
  await records.change("meeting_invitation", first?.id ?? "", { reply: "no" });
  const reminder = { meetingId: id, which: "week", heldOn: "2027-01-02" } as const;
  await Promise.all([remindInvitees(system, reminder, now), remindInvitees(system, reminder, now)]);
  await remindInvitees(system, reminder, now);
  expect(await saidOf(id, "meeting-reminder")).toHaveLength(2);
  // Of a meeting that was moved meanwhile the old reminder says nothing.
  await remindInvitees(system, { ...reminder, which: "day", heldOn: "2026-12-31" }, now);
  expect(await saidOf(id, "meeting-reminder")).toHaveLength(2);
});

test("a moved and a cancelled meeting is told to everybody who was invited, once; what had not gone is called off", async () => {
  const id = await called();
  await sendInvitations(system, id, now);
  await inviteGuest(assistant, id, { name: "ناگفته", mobile: "+989110000008", participants: "people" }, now);
  const move = { kind: "meeting-moved", sequence: 1 } as const;
  const eventId = uuidv7();
  await tellOfChange(system, eventId, id, move, now);
  await tellOfChange(system, eventId, id, move, now);
  expect(await saidOf(id, "meeting-moved")).toHaveLength(3);
  expect(await saidOf(id, "meeting-invited")).toEqual([]);
  expect(await saidOf(id, "meeting-invited", "withheld")).toHaveLength(3);
  await tellOfChange(system, uuidv7(), id, { ...move, sequence: 2 }, now);
  expect(await saidOf(id, "meeting-moved")).toHaveLength(3);
  expect(await saidOf(id, "meeting-moved", "withheld")).toHaveLength(3);
  await records.change("meeting", id, { state: "cancelled" });
  const cancelling = uuidv7();
  const cancelled = { kind: "meeting-cancelled", sequence: 0 } as const;
  await tellOfChange(system, cancelling, id, cancelled, now);
  await tellOfChange(system, cancelling, id, cancelled, now);
  expect(await saidOf(id, "meeting-cancelled")).toHaveLength(3);
  const over = await called("announced", "2026-12-01");
  await sendInvitations(system, over, now);
  await records.change("meeting", over, { state: "cancelled" });
  await tellOfChange(system, uuidv7(), over, cancelled, now);
  expect(await saidOf(over, "meeting-cancelled")).toEqual([]);
});

test("the link of a message opens its invitation and nothing else, and nothing once it was taken back", async () => {
  const id = await called();
  const [row, other] = await rowsOf(id);
  const made = await newRecordToken();
  const store = (purpose: string, token: typeof made) =>
    within(system, (db) =>
      storeRecordLink(db, system, token, {
        purpose,
        recordId: row?.id ?? "",
        receiver: "guest:+989110000000",
        expiresAt: new Date("2027-01-05T00:00:00Z"),
        now,
      }),
    );
  await store("meeting-invitation", made);
  const visit = (token: string) =>
    openInvitation({ params: { token }, context: { scope: { powers: [] } } }, now);
  const door = await visit(made.token);
  expect(door?.invitation.id).toBe(row?.id);
  expect(door?.invitation.id).not.toBe(other?.id);
  const foreign = await newRecordToken();
  await store("something-else", foreign);
  expect(await visit(foreign.token)).toBeNull();
  await withdrawInvitation(assistant, row?.id ?? "", { revision: 1 }, now);
  expect(await visit(made.token)).toBeNull();
});
