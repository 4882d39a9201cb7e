import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openInvitation } from "~/invitee-door.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { anEdit, aPerson } from "../../../../tests/factories/network";
import { actorOf, AQQALA, GOLESTAN, GORGAN, placeAt } from "../../../../tests/factories/actors";
import { asOwner, openOffice } from "../../../../tests/factories/offices";
import { plantPlaces } from "../../../../tests/factories/posts";
import { Records } from "../../../../tests/factories/records";
import { ownerRows } from "../../../../tests/setup/owner";
import { areaRules } from "~/abilities";
import { systemActor } from "~/actor.server";
import type { PlacedActor } from "~/kernel/actor";
import { abilityFrom } from "~/kernel/authorize";
import { editPerson } from "../../network/commands/edit-person.server";
import { erasePerson } from "../../network/commands/erase-person.server";
import { registerPerson } from "../../network/commands/register-person.server";
import { savePeopleList } from "../../network/commands/save-people-list.server";
import { settleWays } from "../../network/commands/settle-ways.server";
import { WAYS } from "../../network/people/ways";
import { answerInvitation } from "./commands/answer-invitation.server";
import { forgetDeputies } from "./commands/forget-deputies.server";
import { carryOnCalling } from "./commands/carry-on-calling.server";
import { inviteGuest, inviteOffices } from "./commands/invite.server";
import { invitePeople } from "./commands/invite-people.server";
import { renewLink } from "./commands/renew-link.server";
import { newRecordToken, storeRecordLink } from "~/areas/identity/door.server";
import { tellOfChange } from "./commands/tell-invitees.server";
import { withdrawInvitation } from "./commands/withdraw-invitation.server";
import { linkToken } from "./link.server";
import { countInvitations, listCallings, listClashes, listInvitations } from "./queries.server";

const assistant = actorOf(GORGAN, "assistant");
const now = new Date("2026-12-24T05:30:00Z");
const DAY = "2026-12-28";

let records: Records;
let education: string;
let power: string;

beforeAll(async () => {
  await plantPlaces();
  records = await Records.open();
  await asOwner(async (owner) => {
    education = await openOffice(owner, GORGAN, "education");
    power = await openOffice(owner, GORGAN, "power-distribution");
  });
});
afterAll(() => records.close());

const meetingIn = (state: string, more = {}) =>
  records.meeting("thematic", DAY, { state, starts_at: "10:00", ends_at: "11:30", ...more });
const invited = async (meetingId: string) =>
  (await within(assistant, (db) => listInvitations(db, GORGAN, meetingId))).rows;
const aGuest = { name: "زهرا کاظمی", mobile: "+989111234567", participants: "people" } as const;

/** The county's hand for what a person says on his own page. */
function handOf(personId: string): PlacedActor {
  const who = {
    kind: "system" as const,
    key: "member:test",
    name: "",
    member: { divisionId: GORGAN, personId },
    place: placeAt(GORGAN),
  };
  return { ...who, ability: abilityFrom(who, areaRules) };
}

/** Whoever opens a link in a browser that nobody is signed in with. */
const visit = (token: string, at = now, powers: { divisionId: number }[] = []) =>
  openInvitation({ params: { token }, context: { scope: { powers } } }, at);
const tokenOf = (id: string, turn = 1) => linkToken(GORGAN, id, turn);

describe("inviting", () => {
  test("gives running numbers, invites nobody twice, and keeps a number that was taken back for its own", async () => {
    const meeting = await meetingIn("draft");
    expect(await inviteOffices(assistant, meeting, { officeIds: [education] }, now)).toEqual({
      added: 1,
      known: 0,
      over: 0,
    });
    expect(await inviteOffices(assistant, meeting, { officeIds: [education, power] }, now)).toMatchObject({
      added: 1,
      known: 1,
    });
    await inviteGuest(assistant, meeting, aGuest, now);
    const rows = await invited(meeting);
    expect(rows.map(({ number, kind, participants }) => [number, kind, participants])).toEqual([
      [1, "office", "bodies"],
      [2, "office", "bodies"],
      [3, "guest", "people"],
    ]);

    await withdrawInvitation(assistant, rows[2]?.id ?? "", { revision: 1 }, now);
    await withdrawInvitation(assistant, rows[1]?.id ?? "", { revision: 1 }, now);
    await inviteGuest(assistant, meeting, { ...aGuest, name: "حسن نوری", mobile: "+989111234568" }, now);
    await inviteOffices(assistant, meeting, { officeIds: [power] }, now);
    expect((await invited(meeting)).map(({ number, nameFa }) => [number, nameFa])).toEqual([
      [1, rows[0]?.nameFa],
      [2, rows[1]?.nameFa],
      [4, "حسن نوری"],
    ]);
  });

  test("is refused to whoever does not call meetings, in other places, and once the meeting is over", async () => {
    const meeting = await meetingIn("announced");
    const invite = (actor: typeof assistant, id = meeting) =>
      inviteOffices(actor, id, { officeIds: [education] }, now);
    await expect(invite(actorOf(GORGAN, "governor"))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(invite(actorOf(AQQALA, "assistant"))).rejects.toMatchObject({ kind: "missing" });
    await expect(invite(actorOf(GOLESTAN, "representative"))).rejects.toMatchObject({ kind: "missing" });
    await expect(invite(assistant, await meetingIn("held"))).rejects.toMatchObject({ kind: "conflict" });
    await expect(
      inviteOffices(assistant, meeting, { officeIds: [education, uuidv7()] }, now),
    ).rejects.toMatchObject({ kind: "missing" });
    expect(await invited(meeting)).toEqual([]);
  });

  test("stops at two thousand, and says who found no room", async () => {
    const meeting = await meetingIn("draft");
    await records.query(
      `insert into meeting_invitation (division_id, id, meeting_id, number, kind, participants, name, created_by_key)
       select $1, gen_random_uuid(), $2, n, 'guest', 'people', 'مهمان', 'test' from generate_series(1, 1999) n`,
      [GORGAN, meeting],
    );
    expect(await inviteOffices(assistant, meeting, { officeIds: [education, power] }, now)).toEqual({
      added: 1,
      known: 0,
      over: 1,
    });
    expect((await within(assistant, (db) => countInvitations(db, GORGAN, meeting))).all).toBe(2000);
  });

  test("takes whom a list holds, leaves out who asks for no contact, and goes on where a killed job ended", async () => {
    const place = "روستای زیارت";
    const people: string[] = [];
    for (let n = 0; n < 3; n += 1)
      people.push((await registerPerson(assistant, aPerson({ locality: place }))).id);
    const quiet = aPerson({ locality: place });
    const silent = (await registerPerson(assistant, quiet)).id;
    await editPerson(assistant, silent, anEdit(quiet, { noContact: true }));
    const walled = (await registerPerson(assistant, aPerson({ locality: place }))).id;
    const barred = Object.fromEntries(WAYS.map((way) => [way, "barred"])) as Record<
      (typeof WAYS)[number],
      "barred"
    >;
    await settleWays(assistant, walled, { ...barred, revision: 1 });
    const list = await savePeopleList(
      assistant,
      { view: "name", locality: place },
      { name: "زیارت", seenBy: "own" },
    );
    const meeting = await meetingIn("draft");
    const { id } = await invitePeople(assistant, meeting, { source: { kind: "list", id: list.id } }, now);
    const system = await systemActor(GORGAN);
    // Two jobs at once, as after a worker that was taken for dead.
    await Promise.all([carryOnCalling(system, id, now), carryOnCalling(system, id, now)]);
    await carryOnCalling(system, id, now);
    const rows = await invited(meeting);
    expect(rows.map(({ personId }) => personId).sort()).toEqual([...people].sort());
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(await within(assistant, (db) => listCallings(db, GORGAN, meeting))).toMatchObject([
      { state: "done", seen: 5, invited: 3, noContact: 1, barred: 1, known: 0 },
    ]);
    // The name stands in his own record: erased there, it is nowhere.
    const him = rows[0]?.personId ?? "";
    await erasePerson(handOf(him), him, now);
    expect((await invited(meeting)).find(({ personId }) => personId === him)?.nameFa).toBe("—");
  });

  test("says who is invited to another meeting in the same hours, also past midnight", async () => {
    const evening = await meetingIn("announced", { starts_at: "22:00", ends_at: "01:00" });
    const night = await records.meeting("thematic", "2026-12-29", {
      state: "announced",
      starts_at: "00:30",
      ends_at: "02:00",
    });
    const morning = await records.meeting("thematic", "2026-12-29", {
      state: "announced",
      starts_at: "08:00",
      ends_at: "09:00",
    });
    for (const meeting of [evening, night, morning])
      await inviteOffices(assistant, meeting, { officeIds: [education] }, now);
    const clashes = (meeting: string) => within(assistant, (db) => listClashes(db, GORGAN, meeting));
    expect((await clashes(evening)).map(({ meetingId }) => meetingId)).toEqual([night]);
    expect(await clashes(morning)).toEqual([]);
    const [row] = await invited(night);
    await records.change("meeting_invitation", row?.id ?? "", { reply: "no" });
    expect(await clashes(evening)).toEqual([]);
  });
});

describe("the link of an invitation", () => {
  const invite = async (state: string) => {
    const meeting = await meetingIn(state);
    await inviteOffices(assistant, meeting, { officeIds: [education] }, now);
    await inviteGuest(assistant, meeting, aGuest, now);
    const [office, guest] = await invited(meeting);
    return { meeting, office: office?.id ?? "", guest: guest?.id ?? "" };
  };

  test("opens its own invitation, until a day after the meeting, and its hash alone is kept", async () => {
    const { meeting, office, guest } = await invite("announced");
    const door = await visit(tokenOf(office));
    expect(door).toMatchObject({ invitation: { id: office }, meeting: { id: meeting }, readOnly: false });
    expect(door?.office?.office).toMatchObject({ divisionId: GORGAN, officeId: education });
    expect((await visit(tokenOf(guest)))?.office).toBeNull();
    expect(await visit(tokenOf(office, 2))).toBeNull();
    expect(await visit("x".repeat(43))).toBeNull();
    expect(await visit(tokenOf(office), new Date("2026-12-29T07:59:00Z"))).not.toBeNull();
    expect(await visit(tokenOf(office), new Date("2026-12-29T08:01:00Z"))).toBeNull();
    const kept = await ownerRows<{ row: string }>(
      "select to_jsonb(i)::text as row from meeting_invitation i where meeting_id = $1",
      [meeting],
    );
    for (const { row } of kept) expect(row).not.toContain(tokenOf(office));
  });

  test("opens nothing of a draft, of an invitation that was taken back, and of a link that was renewed", async () => {
    expect(await visit(tokenOf((await invite("draft")).office))).toBeNull();
    const { office, guest } = await invite("announced");
    await renewLink(assistant, office, { turn: 1 });
    expect(await visit(tokenOf(office))).toBeNull();
    expect(await visit(tokenOf(office, 2))).not.toBeNull();
    await expect(renewLink(assistant, office, { turn: 1 })).rejects.toMatchObject({ kind: "conflict" });
    await withdrawInvitation(assistant, guest, { revision: 1 }, now);
    expect(await visit(tokenOf(guest))).toBeNull();
  });

  test("is read and not answered by staff over the place", async () => {
    const { office } = await invite("announced");
    expect(await visit(tokenOf(office), now, [{ divisionId: GORGAN }])).toMatchObject({ readOnly: true });
    expect(await visit(tokenOf(office), now, [{ divisionId: GOLESTAN }])).toMatchObject({ readOnly: true });
    expect(await visit(tokenOf(office), now, [{ divisionId: AQQALA }])).toMatchObject({ readOnly: false });
  });

  test("answers for that one alone, and again until the meeting is over; an older page sees what was said", async () => {
    const { meeting, office, guest } = await invite("announced");
    const door = await visit(tokenOf(office));
    if (!door) throw new Error("the link opens");
    const deputy = {
      reply: "deputy" as const,
      deputyName: "رضا مرادی",
      deputyRole: "معاون",
      revision: 1,
    };
    await answerInvitation(door.hand, office, deputy, now);
    await expect(
      answerInvitation(door.hand, office, { reply: "no", note: "در سفرم", revision: 1 }, now),
    ).rejects.toMatchObject({
      kind: "conflict",
      details: { revision: 2, theirs: { reply: "deputy", deputyName: "رضا مرادی" } },
    });
    await answerInvitation(door.hand, office, { reply: "no", note: "در سفرم", revision: 2 }, now);
    expect((await invited(meeting))[0]).toMatchObject({
      reply: "no",
      replyNote: "در سفرم",
      deputyName: null,
      revision: 3,
    });
    await expect(
      answerInvitation(door.hand, guest, { reply: "yes", revision: 1 }, now),
    ).rejects.toMatchObject({ kind: "forbidden" });
    await expect(inviteOffices(door.hand, meeting, { officeIds: [power] }, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await records.change("meeting", meeting, { state: "held" });
    await expect(
      answerInvitation(door.hand, office, { reply: "yes", revision: 3 }, now),
    ).rejects.toMatchObject({ kind: "conflict" });
    expect((await invited(meeting)).map(({ reply }) => reply)).toEqual(["no", null]);
  });
});

test("a deputy whose number is given gets a link of his own, which opens while he is sent and answers for nobody", async () => {
  const meeting = await meetingIn("announced");
  await inviteOffices(assistant, meeting, { officeIds: [education] }, now);
  const id = (await invited(meeting))[0]?.id ?? "";
  const own = await visit(tokenOf(id));
  if (!own) throw new Error("the link opens");
  const sends = (deputyName: string, deputyMobile: string, revision: number) =>
    answerInvitation(own.hand, id, { reply: "deputy", deputyName, deputyMobile, revision }, now);
  const told = () =>
    ownerRows<{ kind: string; to: string; at: string; link: string; state: string }>(
      `select kind, guest_name as to, typed_address as at, link_purpose as link, state from message
       where about = $1 and about_part = $2 order by id`,
      [`meeting:${meeting}`, `${id}:deputy`],
    );
  await sends("رضا مرادی", "+989115550001", 1);
  const one = { kind: "meeting-invited", to: "رضا مرادی", at: "+989115550001", link: "meeting-deputy" };
  expect(await told()).toEqual([{ ...one, state: "queued" }]);
  // Saying it once more says nothing anew.
  await sends("رضا مرادی", "+989115550001", 2);
  expect(await told()).toHaveLength(1);

  const system = await systemActor(GORGAN);
  const made = await newRecordToken();
  await within(system, (db) =>
    storeRecordLink(db, system, made, {
      purpose: "meeting-deputy",
      recordId: id,
      receiver: "guest:+989115550001",
      expiresAt: new Date("2027-01-05T00:00:00Z"),
      now,
    }),
  );
  expect(await visit(made.token)).toMatchObject({ invitation: { id }, office: null, isDeputy: true });
  expect(await visit(tokenOf(id))).toMatchObject({ isDeputy: false });

  await records.change("meeting", meeting, { ics_sequence: 1 });
  await tellOfChange(system, uuidv7(), meeting, { kind: "meeting-moved", sequence: 1 }, now);
  expect((await told()).map(({ kind, state }) => [kind, state])).toEqual([
    ["meeting-invited", "withheld"],
    ["meeting-moved", "queued"],
  ]);

  await sends("سارا نوری", "+989115550002", 3);
  expect(await visit(made.token)).toBeNull();
  expect((await told()).map(({ to, state }) => [to, state])).toEqual([
    ["رضا مرادی", "withheld"],
    ["رضا مرادی", "withheld"],
    ["سارا نوری", "queued"],
  ]);
  await answerInvitation(own.hand, id, { reply: "yes", revision: 4 }, now);
  expect((await told()).every(({ state }) => state === "withheld")).toBe(true);
});

test("a deputy who was told hears that he is sent no more, whoever never heard of it hears nothing, and their numbers are forgotten in time", async () => {
  const meeting = await meetingIn("announced");
  await inviteOffices(assistant, meeting, { officeIds: [education] }, now);
  const id = (await invited(meeting))[0]?.id ?? "";
  const own = await visit(tokenOf(id));
  if (!own) throw new Error("the link opens");
  const sends = (deputyName: string, deputyMobile: string, revision: number) =>
    answerInvitation(own.hand, id, { reply: "deputy", deputyName, deputyMobile, revision }, now);
  const taken = async () =>
    ownerRows<{ at: string; link: string | null; href: string | null }>(
      `select typed_address as at, link_purpose as link, href from message
       where about = $1 and about_part = $2 and kind = 'meeting-withdrawn' order by id`,
      [`meeting:${meeting}`, `${id}:deputy`],
    );
  const goesOut = () =>
    ownerRows(
      "update message set state = 'accepted', may_have_gone = true where about_part = $1 and state = 'queued'",
      [`${id}:deputy`],
    );
  await sends("رضا مرادی", "+989115550011", 1);
  await goesOut();
  await sends("سارا نوری", "+989115550012", 2);
  const first = { at: "+989115550011", link: null, href: null };
  expect(await taken()).toEqual([first]);
  // She was not told yet.
  await sends("امید رضایی", "+989115550013", 3);
  expect(await taken()).toEqual([first]);
  await goesOut();
  await withdrawInvitation(assistant, id, { revision: 4 }, now);
  expect(await taken()).toEqual([first, { ...first, at: "+989115550013" }]);

  const numbers = () =>
    ownerRows<{ mobile: string | null }>(
      "select deputy_mobile as mobile from meeting_invitation where id = $1",
      [id],
    );
  const namedDaysAgo = (days: number) =>
    ownerRows("update meeting_invitation set replied_at = now() - make_interval(days => $2) where id = $1", [
      id,
      days,
    ]);
  await namedDaysAgo(179);
  await forgetDeputies();
  expect(await numbers()).toEqual([{ mobile: "+989115550013" }]);
  await namedDaysAgo(181);
  await forgetDeputies();
  expect(await numbers()).toEqual([{ mobile: null }]);
});

test("the people of a place are told to no other place by their invitations", async () => {
  const meeting = await meetingIn("announced");
  await inviteGuest(assistant, meeting, aGuest, now);
  for (const other of [actorOf(AQQALA, "assistant"), actorOf(GOLESTAN, "representative")]) {
    const rows = await within(other, (db) => listInvitations(db, GORGAN, meeting));
    expect(rows.rows).toEqual([]);
  }
});
