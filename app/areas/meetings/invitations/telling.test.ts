import { afterAll, beforeAll, expect, test } from "vitest";
import { areaRules } from "~/abilities";
import { systemActor } from "~/actor.server";
import { newRecordToken, storeRecordLink } from "~/areas/identity/door.server";
import { linkOfOwnPost, openInvitation } from "~/invitee-door.server";
import type { PlacedActor } from "~/kernel/actor";
import { abilityFrom } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import type { IsoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN, SARI } from "../../../../tests/factories/actors";
import { asOwner, openOffice } from "../../../../tests/factories/offices";
import { aPost, plantPlaces } from "../../../../tests/factories/posts";
import { Records } from "../../../../tests/factories/records";
import { ownerRows } from "../../../../tests/setup/owner";
import { answerInvitation } from "./commands/answer-invitation.server";
import { inviteGuest, inviteOffices } from "./commands/invite.server";
import {
  planReminders,
  remindInvitees,
  sendInvitations,
  tellOfChange,
} from "./commands/tell-invitees.server";
import { withdrawInvitation } from "./commands/withdraw-invitation.server";
import { tellOfficeBelow, tellPostBelow } from "./commands/tell-post-below.server";
import { linkHash } from "./link.server";
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

/** So many messages of a kind that waited went out. */
const went = (id: string, kind: string, count: number) =>
  ownerRows(
    `update message set state = 'accepted', may_have_gone = true where id in (
      select id from message where about = $1 and kind = $2 and state = 'queued' order by id limit $3)`,
    [`meeting:${id}`, kind, count],
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
  // Two of the three invitations went out; the third still waited.
  await went(id, "meeting-invited", 2);
  const move = { kind: "meeting-moved", sequence: 1 } as const;
  const eventId = uuidv7();
  await records.change("meeting", id, { ics_sequence: 1 });
  await tellOfChange(system, eventId, id, move, now);
  await tellOfChange(system, eventId, id, move, now);
  expect(await saidOf(id, "meeting-moved")).toHaveLength(2);
  expect(await saidOf(id, "meeting-invited", "withheld")).toHaveLength(1);
  // Who had not heard of the meeting is invited to it as it stands now, with whoever was added meanwhile.
  expect(await saidOf(id, "meeting-invited")).toHaveLength(2);
  await went(id, "meeting-invited", 2);
  await went(id, "meeting-moved", 1);
  await records.change("meeting", id, { ics_sequence: 2 });
  await tellOfChange(system, uuidv7(), id, { ...move, sequence: 2 }, now);
  expect(await saidOf(id, "meeting-moved")).toHaveLength(4);
  expect(await saidOf(id, "meeting-moved", "withheld")).toHaveLength(1);
  await records.change("meeting", id, { state: "cancelled" });
  const cancelling = uuidv7();
  const cancelled = { kind: "meeting-cancelled", sequence: 0 } as const;
  await tellOfChange(system, cancelling, id, cancelled, now);
  await tellOfChange(system, cancelling, id, cancelled, now);
  expect(await saidOf(id, "meeting-cancelled")).toHaveLength(4);
  const over = await called("announced", "2026-12-01");
  await sendInvitations(system, over, now);
  await went(over, "meeting-invited", 3);
  await records.change("meeting", over, { state: "cancelled" });
  await tellOfChange(system, uuidv7(), over, cancelled, now);
  expect(await saidOf(over, "meeting-cancelled")).toEqual([]);
});

test("who declines gets no reminder that waits, and who is taken off the list is told so if he may know of it", async () => {
  const id = await called();
  await sendInvitations(system, id, now);
  const rows = await rowsOf(id);
  const reminder = { meetingId: id, which: "week", heldOn: DAY } as const;
  await remindInvitees(system, reminder, now);
  expect(await saidOf(id, "meeting-reminder")).toHaveLength(3);
  const decline = (row: (typeof rows)[number] | undefined) =>
    answerInvitation(
      { ...system, ability: abilityFrom({ ...system, invitationId: row?.id ?? "" }, areaRules) },
      row?.id ?? "",
      { reply: "no", revision: row?.revision ?? 0 },
      now,
    );
  await decline(rows[0]);
  expect(await saidOf(id, "meeting-reminder", "withheld")).toHaveLength(1);
  expect(await saidOf(id, "meeting-invited")).toHaveLength(3);

  // Nothing of the second's had gone: he never hears of the meeting. The third's had.
  await withdrawInvitation(assistant, rows[1]?.id ?? "", { revision: rows[1]?.revision ?? 0 }, now);
  expect(await saidOf(id, "meeting-withdrawn")).toEqual([]);
  expect(await saidOf(id, "meeting-reminder", "withheld")).toHaveLength(2);
  await ownerRows("update message set state = 'accepted', may_have_gone = true where about_part = $1", [
    rows[2]?.id,
  ]);
  await withdrawInvitation(assistant, rows[2]?.id ?? "", { revision: rows[2]?.revision ?? 0 }, now);
  expect(await saidOf(id, "meeting-withdrawn")).toHaveLength(1);

  // Invited once more he hears of it once more.
  await inviteGuest(
    assistant,
    id,
    { name: "لیلا احمدی", mobile: "+989110000002", participants: "people" },
    now,
  );
  await sendInvitations(system, id, now);
  expect(
    await ownerRows("select from message where about_part = $1 and kind = 'meeting-invited'", [rows[2]?.id]),
  ).toHaveLength(2);
});

test("two thousand invitees are told in batches, each in one unit of work, and none twice", async () => {
  const id = await records.meeting("thematic", DAY, {
    state: "announced",
    starts_at: "10:00",
    ends_at: "11:00",
  });
  await records.query(
    `insert into meeting_invitation (division_id, id, meeting_id, number, kind, participants, name, mobile, created_by_key)
     select $1, gen_random_uuid(), $2, n, 'guest', 'people', 'مهمان ' || n, '+98913' || (1000000 + n), 'test'
     from generate_series(1, 2000) n`,
    [GORGAN, id],
  );
  await Promise.all([sendInvitations(system, id, now), sendInvitations(system, id, now)]);
  const [said] = await ownerRows(
    `select count(*)::int as messages, count(distinct typed_address)::int as receivers,
       count(distinct xmin::text)::int as units from message where about = $1`,
    [`meeting:${id}`],
  );
  expect(said).toEqual({ messages: 2000, receivers: 2000, units: 10 });
  const [due] = await ownerRows(
    "select count(*)::int as n, count(distinct xmin::text)::int as units from outbox_event where type = 'MessageDue' and payload->>'messageId' in (select id::text from message where about = $1)",
    [`meeting:${id}`],
  );
  expect(due).toEqual({ n: 2000, units: 10 });
});

test("the holder of a post below hears on his own pages of what the place above calls, and opens his invitation alone", async () => {
  const { postId } = await aPost(GORGAN, "governor");
  const accountId = uuidv7();
  await ownerRows(
    `insert into appointment (division_id, id, post_id, account_id, holder_name, order_number, starts_on, created_by_key)
     values ($1, gen_random_uuid(), $2, $3, 'فرماندار', '1', '2022-09-11', 'test')`,
    [GORGAN, postId, accountId],
  );
  const province = await systemActor(GOLESTAN);
  const id = await records.meeting("monthly", DAY, {
    division_id: GOLESTAN,
    state: "announced",
    starts_at: "10:00",
    ends_at: "11:00",
  });
  const invitationId = uuidv7();
  await records.query(
    `insert into meeting_invitation (division_id, id, meeting_id, number, kind, participants, name, post_division_id, post_id, token_hash,
       created_by_key)
     values ($1, $2, $3, 1, 'post', 'bodies', '', $4, $5, $6, 'test')`,
    [GOLESTAN, invitationId, id, GORGAN, postId, await linkHash(GOLESTAN, invitationId, 1)],
  );
  const carry = async () => {
    const events = await ownerRows<{ id: string; payload: Parameters<typeof tellPostBelow>[3] }>(
      "select id, payload from outbox_event where type = 'PostBelowTold' order by created_at, id",
    );
    for (const { id: eventId, payload } of [...events, ...events])
      await tellPostBelow(province, system, eventId, payload, now);
    return events.length;
  };
  const told = () =>
    ownerRows<{ key: string; href: string }>(
      "select key, href from notification where account_id = $1 order by created_at, id",
      [accountId],
    );
  await sendInvitations(province, id, now);
  await sendInvitations(province, id, now);
  expect(await carry()).toBe(1);
  const href = `/${GORGAN}/invited/${GOLESTAN}/${invitationId}`;
  expect(await told()).toEqual([{ key: "meeting-invited", href }]);

  const holder = { ...assistant, accountId };
  const link = await linkOfOwnPost(holder, GOLESTAN, invitationId, now);
  const door = await openInvitation(
    { params: { token: link?.split("/").at(-1) }, context: { scope: { powers: [] } } },
    now,
  );
  expect(door?.invitation.id).toBe(invitationId);
  expect(await linkOfOwnPost({ ...assistant, accountId: uuidv7() }, GOLESTAN, invitationId, now)).toBeNull();
  expect(
    await linkOfOwnPost({ ...actorOf(AQQALA, "governor"), accountId }, GOLESTAN, invitationId, now),
  ).toBeNull();
  expect(await linkOfOwnPost(holder, SARI, invitationId, now)).toBeNull();

  await records.change("meeting", id, { ics_sequence: 1 });
  await tellOfChange(province, uuidv7(), id, { kind: "meeting-moved", sequence: 1 }, now);
  await records.change("meeting", id, { state: "cancelled" });
  await tellOfChange(province, uuidv7(), id, { kind: "meeting-cancelled", sequence: 0 }, now);
  expect(await carry()).toBe(3);
  expect((await told()).map(({ key }) => key).sort()).toEqual([
    "meeting-cancelled",
    "meeting-invited",
    "meeting-moved",
  ]);
});

test("whoever acts for a post hears of its invitations, a move and a cancelling as its holder does, and answers for it", async () => {
  const { postId } = await aPost(GORGAN, "governor");
  const [holder, acting, former] = [uuidv7(), uuidv7(), uuidv7()];
  const appointmentId = uuidv7();
  await records.query(
    `insert into appointment (division_id, id, post_id, account_id, holder_name, order_number, starts_on, created_by_key)
     values ($1, $2, $3, $4, 'فرماندار', '1', '2022-09-11', 'test')`,
    [GORGAN, appointmentId, postId, holder],
  );
  for (const [account, startsOn, endsOn] of [
    [acting, "2026-12-02", "2027-01-20"],
    [former, "2026-11-01", "2026-12-01"],
  ])
    await records.query(
      `insert into deputy (division_id, id, post_id, appointment_id, account_id, deputy_name, starts_on, ends_on, named_by_key, named_by_name)
       values ($1, $2, $3, $4, $5, 'معاون', $6, $7, 'test', 'test')`,
      [GORGAN, uuidv7(), postId, appointmentId, account, startsOn, endsOn],
    );
  const invite = async (divisionId: number) => {
    const id = await records.meeting("monthly", DAY, {
      division_id: divisionId,
      state: "announced",
      starts_at: "10:00",
      ends_at: "11:00",
    });
    const invitationId = uuidv7();
    await records.query(
      `insert into meeting_invitation (division_id, id, meeting_id, number, kind, participants, name, post_division_id, post_id,
         token_hash, created_by_key)
       values ($1, $2, $3, 1, 'post', 'bodies', '', $4, $5, $6, 'test')`,
      [divisionId, invitationId, id, GORGAN, postId, await linkHash(divisionId, invitationId, 1)],
    );
    return { id, invitationId };
  };
  const province = await systemActor(GOLESTAN);
  const carry = async () => {
    const events = await ownerRows<{ id: string; payload: Parameters<typeof tellPostBelow>[3] }>(
      "select id, payload from outbox_event where type = 'PostBelowTold' and payload->>'postId' = $1 order by created_at, id",
      [postId],
    );
    for (const { id, payload } of events) await tellPostBelow(province, system, id, payload, now);
  };
  const told = async (account: string) =>
    (
      await ownerRows<{ key: string }>("select key from notification where account_id = $1 order by key", [
        account,
      ])
    ).map(({ key }) => key);

  const own = await invite(GORGAN);
  await sendInvitations(system, own.id, now);
  const above = await invite(GOLESTAN);
  await sendInvitations(province, above.id, now);
  await carry();
  for (const account of [holder, acting])
    expect(await told(account)).toEqual(["meeting-invited", "meeting-invited"]);

  for (const [hand, { id }] of [
    [system, own],
    [province, above],
  ] as const) {
    await records.change("meeting", id, { ics_sequence: 1 });
    await tellOfChange(hand, uuidv7(), id, { kind: "meeting-moved", sequence: 1 }, now);
    await records.change("meeting", id, { state: "cancelled" });
    await tellOfChange(hand, uuidv7(), id, { kind: "meeting-cancelled", sequence: 0 }, now);
  }
  await carry();
  for (const account of [holder, acting])
    expect(await told(account)).toEqual(
      ["meeting-cancelled", "meeting-invited", "meeting-moved"].flatMap((one) => [one, one]),
    );
  expect(await told(former)).toEqual([]);
  const link = (accountId: string) =>
    linkOfOwnPost({ ...assistant, accountId }, GOLESTAN, above.invitationId, now);
  expect(await link(acting)).toBe(await link(holder));
  expect(await link(holder)).toMatch(/^\/i\//);
  expect(await link(former)).toBeNull();
});

test("the officers of an office below hear in their own place of what the place above calls, moves and calls off, once", async () => {
  const officeId = await asOwner((owner) => openOffice(owner, GORGAN, "county-governorate"));
  const [officer, former] = [uuidv7(), uuidv7()];
  for (const [account, startsOn, endsOn] of [
    [officer, "2026-12-02", null],
    [former, "2022-09-11", "2026-12-01"],
  ])
    await records.query(
      `insert into office_appointment (division_id, id, office_id, kind, title_fa, title_en, account_id, holder_name, order_number,
         starts_on, ends_on, created_by_key)
       values ($1, $2, $3, 'officer', 'مسئول', 'Officer', $4, 'مسئول', '1', $5, $6, 'test')`,
      [GORGAN, uuidv7(), officeId, account, startsOn, endsOn],
    );
  const province = await systemActor(GOLESTAN);
  const id = await records.meeting("monthly", DAY, {
    division_id: GOLESTAN,
    state: "announced",
    starts_at: "10:00",
    ends_at: "11:00",
  });
  await inviteOffices(actorOf(GOLESTAN, "representative"), id, { officeIds: [officeId] }, now);
  const carry = async () => {
    const events = await ownerRows<{ id: string; payload: Parameters<typeof tellOfficeBelow>[3] }>(
      "select id, payload from outbox_event where type = 'OfficeBelowTold' and payload->>'officeId' = $1 order by created_at, id",
      [officeId],
    );
    for (const one of [...events, ...events])
      await tellOfficeBelow(province, system, one.id, one.payload, now);
  };
  const told = async (account: string) =>
    (
      await ownerRows<{ key: string; href: string }>(
        "select key, href from notification where account_id = $1 order by key",
        [account],
      )
    ).map(({ key, href }) => [key, href]);
  const page = `/${GORGAN}/office/${officeId}/notifications`;
  await sendInvitations(province, id, now);
  await sendInvitations(province, id, now);
  await carry();
  expect(await told(officer)).toEqual([["meeting-invited", page]]);
  await records.change("meeting", id, { ics_sequence: 1 });
  await tellOfChange(province, uuidv7(), id, { kind: "meeting-moved", sequence: 1 }, now);
  await records.change("meeting", id, { state: "cancelled" });
  await tellOfChange(province, uuidv7(), id, { kind: "meeting-cancelled", sequence: 0 }, now);
  await carry();
  expect(await told(officer)).toEqual([
    ["meeting-cancelled", page],
    ["meeting-invited", page],
    ["meeting-moved", page],
  ]);
  expect(await told(former)).toEqual([]);
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
