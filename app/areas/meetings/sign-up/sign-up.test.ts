import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordDemand } from "~/areas/demands/commands/record-demand.server";
import { RecordDemand } from "~/areas/demands/schema";
import { within } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { openSignUpPage } from "~/sign-up-door.server";
import { actorOf, AQQALA, GOLESTAN, GORGAN } from "../../../../tests/factories/actors";
import { plantPlaces } from "../../../../tests/factories/posts";
import { Records } from "../../../../tests/factories/records";
import { ownerRows } from "../../../../tests/setup/owner";
import { inviteGuest } from "../invitations/commands/invite.server";
import { markAttendance } from "../invitations/commands/mark-attendance.server";
import { openSession } from "../session/commands/open-session.server";
import { forgetSignUps } from "./commands/forget-sign-ups.server";
import { closeSignUp, openSignUp } from "./commands/open-sign-up.server";
import { signUp } from "./commands/sign-up.server";
import { declineSignUp, takeSignUps } from "./commands/take-sign-ups.server";
import { findAsk, findSignUpPage, listSignUps } from "./queries.server";

const assistant = actorOf(GORGAN, "assistant");
const now = new Date("2026-12-24T05:30:00Z");
const HELD: IsoDate = "2026-12-26";

let records: Records;
beforeAll(async () => {
  await plantPlaces();
  records = await Records.open();
});
afterAll(() => records.close());

const announced = (kind = "among-people", more: Record<string, unknown> = {}) =>
  records.meeting(kind, HELD, { state: "announced", starts_at: "16:00", ends_at: "18:00", ...more });

/** An open page, and who came to it by its address. */
async function aPage(capacity = 10) {
  const id = await announced();
  await openSignUp(assistant, id, { until: HELD, capacity }, now);
  const page = await within(assistant, (db) => findSignUpPage(db, GORGAN, id));
  const token = page?.token ?? "";
  const door = await openSignUpPage(token, now);
  if (!door) throw new Error("the page is not open");
  return { id, token, hand: door.hand };
}
let sent = 0;
const somebody = (more: { subject?: string; website?: string; mobile?: string } = {}) => {
  sent += 1;
  return {
    fullName: `شهروند ${sent}`,
    mobile: `+98935${String(2_000_000 + sent)}`,
    consent: "on" as const,
    ...more,
  };
};
const names = (id: string, actor = assistant) =>
  within(actor, async (db) => (await listSignUps(db, GORGAN, id)).rows);

describe("the page of a sign-up", () => {
  test("is opened for an announced meeting among the people, to its day, by those who invite there", async () => {
    const draft = await announced("among-people", { state: "draft" });
    await expect(openSignUp(assistant, draft, { until: HELD, capacity: 5 }, now)).rejects.toMatchObject({
      code: "meetings.invited.not-now",
    });
    const thematic = await announced("thematic");
    await expect(openSignUp(assistant, thematic, { until: HELD, capacity: 5 }, now)).rejects.toMatchObject({
      code: "meetings.sign-up.not-public",
    });
    const id = await announced();
    for (const until of ["2026-12-23", "2026-12-27"] as const)
      await expect(openSignUp(assistant, id, { until, capacity: 5 }, now)).rejects.toMatchObject({
        details: { field: "until" },
      });
    await expect(
      openSignUp(actorOf(GORGAN, "governor"), id, { until: HELD, capacity: 5 }, now),
    ).rejects.toMatchObject({ kind: "forbidden" });
    await expect(
      openSignUp(actorOf(AQQALA, "assistant"), id, { until: HELD, capacity: 5 }, now),
    ).rejects.toMatchObject({ kind: "missing" });
    expect(await within(assistant, (db) => findSignUpPage(db, GORGAN, id))).toBeNull();
  });

  test("opens nothing once it is closed, over, or its meeting called off, and keeps its address when it opens again", async () => {
    const { id, token } = await aPage();
    expect(await openSignUpPage(`${token}x`, now)).toBeNull();
    expect(await openSignUpPage(token, new Date("2026-12-27T05:30:00Z"))).toBeNull();
    await closeSignUp(assistant, id, { revision: 1 }, now);
    expect(await openSignUpPage(token, now)).toBeNull();
    await expect(closeSignUp(assistant, id, { revision: 1 }, now)).rejects.toMatchObject({
      kind: "conflict",
    });
    await openSignUp(assistant, id, { until: HELD, capacity: 10 }, now);
    expect(await openSignUpPage(token, now)).not.toBeNull();
    await records.change("meeting", id, { state: "cancelled", cancel_reason: "باران" });
    expect(await openSignUpPage(token, now)).toBeNull();
  });
});

describe("whoever puts his name down", () => {
  test("stands there once, in his place alone, and a program that fills the hidden field does not", async () => {
    const { id, hand } = await aPage();
    const one = somebody({ subject: "آب روستا" });
    await signUp(hand, id, one, now);
    await signUp(hand, id, { ...one, fullName: "نامی دیگر" }, now);
    await signUp(hand, id, somebody({ website: "http://x" }), now);
    expect(await names(id)).toMatchObject([
      { fullName: one.fullName, mobile: one.mobile, subject: "آب روستا", state: "waiting" },
    ]);
    expect(await names(id, actorOf(GOLESTAN, "representative"))).toEqual([]);
    expect(await names(id, actorOf(AQQALA, "assistant"))).toEqual([]);
    // Nobody's words stand in the audit.
    expect(
      await ownerRows(
        "select 1 from audit_entry where subject = 'SignUp' and actor_key <> 'sign-up' and verb = 'send'",
      ),
    ).toEqual([]);
  });

  test("finds no place where all are taken, however many come at once", async () => {
    const { id, hand } = await aPage(2);
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map(() => signUp(hand, id, somebody(), now)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect(await names(id)).toHaveLength(2);
    await expect(signUp(hand, id, somebody(), now)).rejects.toMatchObject({ code: "meetings.sign-up.full" });
    // Who is struck off leaves his place to the next, and no word behind.
    const [first] = await names(id);
    await declineSignUp(assistant, id, { signUpId: first?.id ?? "" }, now);
    await signUp(hand, id, somebody(), now);
    expect(await names(id)).toMatchObject([{ state: "declined", fullName: null, mobile: null }, {}, {}]);
  });

  test("may do nothing else with the hand of the place", async () => {
    const { id, hand } = await aPage();
    await expect(takeSignUps(hand, id, now)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(inviteGuest(hand, id, { name: "م", participants: "people" }, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});

describe("the list", () => {
  test("brings all to the invited once, whoever was invited keeps his one invitation, and they are marked there", async () => {
    const { id, hand } = await aPage();
    const known = somebody();
    const fresh = somebody({ subject: "راه روستا" });
    await inviteGuest(
      assistant,
      id,
      { name: known.fullName, mobile: known.mobile, participants: "people" },
      now,
    );
    for (const one of [known, fresh]) await signUp(hand, id, one, now);
    expect(await takeSignUps(assistant, id, now)).toEqual({ taken: 2, over: 0 });
    expect(await takeSignUps(assistant, id, now)).toEqual({ taken: 0, over: 0 });
    const taken = await names(id);
    expect(taken).toMatchObject([
      { state: "taken", fullName: known.fullName, number: 1 },
      { state: "taken", fullName: fresh.fullName, mobile: fresh.mobile, number: 2, attended: null },
    ]);
    // The name and number stand in one place.
    expect(
      await ownerRows(
        "select 1 from sign_up where meeting_id = $1 and (full_name is not null or mobile is not null)",
        [id],
      ),
    ).toEqual([]);
    await expect(declineSignUp(assistant, id, { signUpId: taken[1]?.id ?? "" }, now)).rejects.toMatchObject({
      code: "meetings.sign-up.decided",
    });
    await openSession(assistant, id, { revision: 1 }, new Date("2026-12-26T12:30:00Z"));
    const invitationId = taken[1]?.invitationId ?? "";
    await markAttendance(assistant, id, { invitationId, attended: "present", was: "none" }, now);
    expect((await names(id))[1]).toMatchObject({ attended: "present" });
  });

  test("makes one demand of what somebody asked, under its own id", async () => {
    const { id, hand } = await aPage();
    await signUp(hand, id, somebody({ subject: "چراغ‌های خیابان شهید رجایی خاموش است." }), now);
    const [row] = await names(id);
    const ask = await within(assistant, (db) => findAsk(db, GORGAN, row?.id ?? ""));
    expect(ask).toMatchObject({ meetingId: id, words: "چراغ‌های خیابان شهید رجایی خاموش است." });
    expect(await within(actorOf(AQQALA, "assistant"), (db) => findAsk(db, GORGAN, row?.id ?? ""))).toBeNull();
    const input = RecordDemand.parse({
      kind: "request",
      title: "روشنایی خیابان",
      field: "other",
      channel: "meeting",
      receivedOn: "۱۴۰۵/۱۰/۰۳",
      fullName: ask?.fullName,
      words: ask?.words,
    });
    await recordDemand(assistant, input, now, row?.id);
    await expect(recordDemand(assistant, input, now, row?.id)).rejects.toMatchObject({
      code: "demands.recorded-already",
    });
    expect((await names(id))[0]).toMatchObject({ demandId: row?.id });
  });

  test("forgets words and numbers after 90 days by real time, and keeps who was there", async () => {
    const { id, hand } = await aPage();
    for (const one of [somebody({ subject: "نان" }), somebody()]) await signUp(hand, id, one, now);
    await takeSignUps(assistant, id, now);
    await signUp(hand, id, somebody({ subject: "آب" }), now);
    await ownerRows("update sign_up set received_at = now() where meeting_id = $1", [id]);
    await ownerRows("update meeting_invitation set created_at = now() where meeting_id = $1", [id]);
    await forgetSignUps();
    expect((await names(id)).filter(({ subject }) => subject !== null)).toHaveLength(2);
    await ownerRows("update sign_up set received_at = now() - interval '91 days' where meeting_id = $1", [
      id,
    ]);
    await ownerRows(
      "update meeting_invitation set created_at = now() - interval '91 days' where meeting_id = $1",
      [id],
    );
    await forgetSignUps();
    const left = await names(id);
    expect(left.map(({ subject, mobile, state }) => ({ subject, mobile, state }))).toEqual([
      { subject: null, mobile: null, state: "taken" },
      { subject: null, mobile: null, state: "taken" },
      { subject: null, mobile: null, state: "forgotten" },
    ]);
    expect(left[0]?.fullName).toMatch(/^شهروند/);
    expect(left[2]?.fullName).toBeNull();
  });
});
