import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { staffActor, systemActor } from "~/actor.server";
import {
  tellChairOfMinutes,
  tellOfOpenMinutes,
} from "~/areas/notifications/commands/tell-of-own-minutes.server";
import type { PlacedActor, Role } from "~/kernel/actor";
import { within, type Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn, type IsoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN, placeAt } from "../../../../tests/factories/actors";
import { asOwner, openOffice } from "../../../../tests/factories/offices";
import { aPost, plantPlaces } from "../../../../tests/factories/posts";
import { Records } from "../../../../tests/factories/records";
import { ownerRows } from "../../../../tests/setup/owner";
import { findOwed } from "../calling/agenda-sources.server";
import { inviteGuest, inviteOffices } from "../invitations/commands/invite.server";
import { editReviewResolution } from "../minutes/commands/edit-review-resolution.server";
import { importMinutes } from "../minutes/commands/import-minutes.server";
import { issueMinutes } from "../minutes/commands/issue-minutes.server";
import { minutesForComment, minutesToApprove } from "../queries.server/own-minutes";
import { getDraft } from "../queries.server/minutes";
import { answerComment, endComments, openComments, sayOnMinutes, takeBack } from "./commands/comments.server";
import { approveMinutes } from "./commands/approve-minutes.server";
import { correctMinutes } from "./commands/correct-minutes.server";
import { takeDraft, writeMinutes } from "./commands/write-minutes.server";
import { findOwnDraft, getVersion, listComments, listVersions } from "./queries.server";

// 3 Dey 1405.
const now = new Date("2026-12-24T05:30:00Z");
const HELD: IsoDate = "2026-12-23";
const expert = actorOf(GORGAN, "expert");
const colleague = actorOf(GORGAN, "expert", uuidv7(), "سارا محمدی");

let records: Records;
let offices: string[];
let chair: PlacedActor;
let chairPost: string;

/** Who is in a post from a day on. */
async function appointed(role: Role, postId: string, name: string) {
  const actor = staffActor({ id: uuidv7(), fullName: name }, placeAt(GORGAN), {
    divisionId: GORGAN,
    appointmentId: uuidv7(),
    postId,
    role,
    titleFa: role,
    titleEn: role,
  });
  await asOwner((owner) =>
    owner.query(
      `insert into appointment (division_id, id, post_id, account_id, holder_name, order_number, starts_on, created_by_key)
       values ($1, $2, $3, $4, $5, '1', '2022-09-11', 'test')`,
      [GORGAN, uuidv7(), postId, actor.key, name],
    ),
  );
  return actor;
}
const endAppointment = (key: string) =>
  asOwner((owner) => owner.query("update appointment set ended_at = now() where account_id = $1", [key]));

beforeAll(async () => {
  await plantPlaces();
  records = await Records.open();
  offices = await asOwner(async (owner) => [
    await openOffice(owner, GORGAN, "education"),
    await openOffice(owner, GORGAN, "power-distribution"),
    await openOffice(owner, GORGAN, "county-governorate"),
  ]);
  chairPost = (await aPost(GORGAN, "governor")).postId;
  chair = await appointed("governor", chairPost, "رضا فرماندار");
}, 60_000);
afterAll(() => records.close());

const outcome = (meetingId: string, position: number, values: Record<string, unknown>) =>
  asOwner((owner) => {
    const row: Record<string, unknown> = {
      division_id: GORGAN,
      id: uuidv7(),
      meeting_id: meetingId,
      position,
      created_by_key: "test",
      ...values,
    };
    const names = Object.keys(row);
    return owner.query(
      `insert into meeting_outcome (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")})`,
      Object.values(row),
    );
  });

/** A meeting that was held with two resolutions; of its three offices `came` were there. */
async function held({ came = 3, more = {} }: { came?: number; more?: Record<string, unknown> } = {}) {
  const id = await records.meeting("thematic", HELD, {
    title: "نشست آب و برق مدارس",
    starts_at: "15:30",
    ends_at: "18:00",
    place: "سالن شهید رجایی",
    state: "announced",
    chair_post_id: chairPost,
    ...more,
  });
  await inviteOffices(expert, id, { officeIds: offices }, now);
  await inviteGuest(expert, id, { name: "زهرا کاظمی", participants: "network" }, now);
  await records.query(
    `update meeting_invitation set attended = case when kind = 'guest' then 'guest' when number <= $2 then 'present'
       else 'absent' end where meeting_id = $1`,
    [id, came],
  );
  await outcome(id, 1, {
    kind: "information",
    text: "گزارش قطعی برق مدارس شنیده شد.",
    speaker: "رئیس اداره برق",
  });
  await outcome(id, 2, {
    kind: "resolution",
    text: "مقرر گردید برق اضطراری مدارس تامین شود.",
    parties_written: "توزیع برق",
    deadline_written: "۱۴۰۵/۱۱/۰۱",
    items: ["خرید مولد", "نصب در سه مدرسه"],
  });
  await outcome(id, 3, {
    kind: "resolution",
    text: "مقرر گردید فهرست مدارس کم‌آب فرستاده شود.",
    parties_written: "آموزش و پرورش",
    deadline_written: "۱۵ روز",
  });
  await outcome(id, 4, {
    kind: "promise",
    text: "آب روستای زیارت تا پایان ماه وصل می‌شود.",
    speaker: "مدیر آبفا",
    place_name: "زیارت",
  });
  await records.change("meeting", id, { state: "held" });
  return id;
}

const draftOf = async (meetingId: string) => {
  const draft = await within(expert, (db) => findOwnDraft(db, GORGAN, meetingId));
  if (!draft) throw new Error("minutes are written");
  return draft;
};

/** What a secretary does on the review page: looks at each resolution and saves it. */
async function settle(meetingId: string) {
  const { id, review } = await draftOf(meetingId);
  for (const { id: resolutionId } of review.resolutions) {
    const current = (await draftOf(meetingId)).review.resolutions.find((one) => one.id === resolutionId);
    if (!current) throw new Error("it is there");
    await editReviewResolution(
      expert,
      id,
      resolutionId,
      {
        revision: current.revision,
        number: current.number,
        text: current.text,
        items: current.subItems.map(({ label, text }) => ({ label, text })),
        refersTo: current.refersTo,
        keep: current.parties.map((party) => party.id),
        kind: "dated",
        dueOn: "2027-01-21",
      },
      now,
    );
  }
}

/** Written, settled, opened for comments and closed again: the chair's turn. */
async function ready(options?: Parameters<typeof held>[0]) {
  const id = await held(options);
  await writeMinutes(expert, id, now);
  await settle(id);
  await throughWindow(id);
  return id;
}
async function throughWindow(id: string) {
  await openComments(expert, id, { revision: (await draftOf(id)).revision, until: "2026-12-27" }, now);
  await endComments(expert, id, { revision: (await draftOf(id)).revision }, now);
}
const versionOf = async (db: Db, meetingId: string, version: number) => {
  const found = (await listVersions(db, GORGAN, meetingId)).find((one) => one.version === version);
  return getVersion(db, GORGAN, found?.id ?? "");
};
const approve = async (id: string, more: { exception?: string } = {}, actor = chair) =>
  approveMinutes(actor, id, { revision: (await draftOf(id)).revision, ...more }, now);

describe("the draft", () => {
  test("says what the meeting left behind, in an office's words, with parties and limits for a person to look at", async () => {
    const id = await held();
    const { id: draftId } = await writeMinutes(expert, id, now);
    expect((await writeMinutes(colleague, id, now)).id).toBe(draftId);
    const { review } = await within(expert, (db) => getDraft(db, GORGAN, draftId));
    expect(review.header).toMatchObject({
      title: "نشست آب و برق مدارس",
      heldOn: HELD,
      startsAt: "15:30",
      endsAt: "18:00",
      place: "سالن شهید رجایی",
    });
    expect(review.attendees.map(({ standing }) => standing)).toEqual([
      "present",
      "present",
      "present",
      "guest",
    ]);
    expect(review.attendees[3]?.name).toBe("زهرا کاظمی");
    expect(review.discussion).toEqual([
      "رئیس اداره برق: گزارش قطعی برق مدارس شنیده شد.",
      "قول مدیر آبفا، زیارت: آب روستای زیارت تا پایان ماه وصل می‌شود.",
    ]);
    expect(
      review.resolutions.map(({ number, parties, deadline, subItems }) => ({
        number,
        parties: parties.map(({ kind, officeId }) => [kind, offices.indexOf(officeId ?? "")]),
        deadline: deadline?.kind,
        items: subItems.map(({ text }) => text),
      })),
    ).toEqual([
      { number: 1, parties: [["office", 1]], deadline: "dated", items: ["خرید مولد", "نصب در سه مدرسه"] },
      { number: 2, parties: [["office", 0]], deadline: "relative", items: [] },
    ]);
    expect(await ownerRows("select 1 from minutes where meeting_id = $1", [id])).toEqual([]);
  });

  test("counts whom its list of those who took part has no room to name", async () => {
    const id = await held();
    await asOwner((owner) =>
      owner.query(
        `insert into meeting_invitation (division_id, id, meeting_id, number, kind, participants, name, attended, marked_by,
           created_by_key)
         select $1, gen_random_uuid(), $2, 100 + n, 'guest', 'people', 'شهروند ' || n,
           case when n <= 1900 then 'present' else 'absent' end, 'list', 'test' from generate_series(1, 1996) n`,
        [GORGAN, id],
      ),
    );
    await writeMinutes(expert, id, now);
    const { attendees } = (await draftOf(id)).review;
    expect(attendees).toHaveLength(300);
    // 2,000 were invited and 1,904 came; the first 299 of those are named.
    expect(attendees.at(-1)?.name).toBe("و ۱۷۰۱ دعوت‌شده دیگر که ۱۶۰۵ نفر از ایشان حاضر بودند");
  });

  test("is written of a meeting that was held, by the clerks of its place", async () => {
    const planned = await records.meeting("thematic", HELD, { state: "announced" });
    await expect(writeMinutes(expert, planned, now)).rejects.toMatchObject({ code: "minutes.own.not-held" });
    const id = await held();
    await expect(writeMinutes(actorOf(AQQALA, "expert"), id, now)).rejects.toMatchObject({ kind: "missing" });
    await expect(writeMinutes(actorOf(GOLESTAN, "provincial-expert"), id, now)).rejects.toMatchObject({
      kind: "missing",
    });
    await expect(writeMinutes(chair, id, now)).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("of two secretaries at one resolution the second sees both texts, and neither is lost", async () => {
    const id = await held();
    const { id: draftId } = await writeMinutes(expert, id, now);
    const [resolution] = (await draftOf(id)).review.resolutions;
    if (!resolution) throw new Error("it is there");
    const save = (actor: typeof expert, text: string) =>
      editReviewResolution(
        actor,
        draftId,
        resolution.id,
        { revision: resolution.revision, number: 1, text, keep: resolution.parties.map((party) => party.id) },
        now,
      );
    await save(expert, "متن دبیر نخست");
    await expect(save(colleague, "متن دبیر دوم")).rejects.toMatchObject({
      kind: "conflict",
      details: { theirs: { text: "متن دبیر نخست" } },
    });
    expect((await draftOf(id)).review.resolutions[0]?.text).toBe("متن دبیر نخست");
  });

  test("may be a document that was brought; it goes the same way and is issued by nobody but the chair", async () => {
    const id = await held();
    const { id: draftId } = await importMinutes(
      expert,
      {
        text: `عنوان جلسه: نشست دیگر تاریخ جلسه ۱۴۰۵/۱۰/۰۲\nمصوبات\nردیف\tشرح مصوبات\tدستگاه\tمهلت\n۱\tمقرر گردید برق وصل شود.\tتوزیع برق\t۱۴۰۵/۱۱/۰۱\n${id}`,
      },
      now,
    );
    await takeDraft(expert, id, { draftId }, now);
    expect((await writeMinutes(expert, id, now)).id).toBe(draftId);
    const { revision } = await draftOf(id);
    await expect(
      issueMinutes(actorOf(GORGAN, "assistant"), draftId, { revision }, now),
    ).rejects.toMatchObject({ code: "minutes.own.approve-first" });
    const other = await held();
    await expect(takeDraft(expert, other, { draftId }, now)).rejects.toMatchObject({
      code: "minutes.own.there",
    });
  });
});

describe("the window for comments", () => {
  test("takes comments of those of the place until its last day, while the words stand still", async () => {
    const id = await held();
    const { id: draftId } = await writeMinutes(expert, id, now);
    await settle(id);
    await expect(
      openComments(expert, id, { revision: (await draftOf(id)).revision, until: "2026-12-23" }, now),
    ).rejects.toMatchObject({ details: { field: "until" } });
    await expect(sayOnMinutes(chair, id, { draftId, body: "زود" }, now)).rejects.toMatchObject({
      kind: "conflict",
    });
    await openComments(expert, id, { revision: (await draftOf(id)).revision, until: "2026-12-25" }, now);
    const { id: commentId } = await sayOnMinutes(
      chair,
      id,
      { draftId, body: "نام روستا زیارت است.", resolution: 2 },
      now,
    );
    await expect(sayOnMinutes(chair, id, { draftId, body: "…", resolution: 9 }, now)).rejects.toMatchObject({
      details: { field: "resolution" },
    });
    const [resolution] = (await draftOf(id)).review.resolutions;
    await expect(
      editReviewResolution(
        expert,
        draftId,
        resolution?.id ?? "",
        { revision: resolution?.revision ?? 0, number: 1, text: "دیگر" },
        now,
      ),
    ).rejects.toMatchObject({ code: "minutes.own.open-for-comments" });
    const late = new Date("2026-12-26T05:30:00Z");
    await expect(sayOnMinutes(chair, id, { draftId, body: "دیر" }, late)).rejects.toMatchObject({
      code: "minutes.own.window-over",
    });
    await expect(approve(id)).rejects.toMatchObject({ code: "minutes.own.window-open" });
    await endComments(expert, id, { revision: (await draftOf(id)).revision }, now);
    await expect(approve(id)).rejects.toMatchObject({
      code: "minutes.own.unanswered",
      details: { params: { count: 1 } },
    });
    await answerComment(expert, id, { commentId, answer: "در متن آمده است." }, now);
    await expect(answerComment(colleague, id, { commentId, answer: "من هم" }, now)).rejects.toMatchObject({
      code: "minutes.own.answered",
    });
    await takeBack(expert, id, { revision: (await draftOf(id)).revision }, now);
    const said = await within(expert, (db) => listComments(db, GORGAN, draftId));
    expect(said).toMatchObject([
      { resolution: 2, body: "نام روستا زیارت است.", saidByName: "رضا فرماندار", answer: "در متن آمده است." },
    ]);
    await expect(approve(id)).rejects.toMatchObject({ code: "minutes.own.past-step" });
  });
});

describe("what is told of minutes on their way", () => {
  const run = async (meetingId: string, now: Date) => {
    const events = await ownerRows<{ id: string; type: string; payload: unknown }>(
      `select id, type, payload from outbox_event where type in ('MinutesOpened', 'MinutesWindowOver')
        and payload->>'meetingId' = $1 order by id`,
      [meetingId],
    );
    const about = z.object({
      meetingId: z.string(),
      draftId: z.string(),
      by: z.string().optional(),
      until: z.string().nullish(),
    });
    const system = await systemActor(GORGAN);
    for (const { id, type, payload } of events) {
      const { by = "", until = null, ...rest } = about.parse(payload);
      if (type === "MinutesOpened")
        await tellOfOpenMinutes(system, id, { ...rest, by }, minutesForComment, now);
      // No reaction begins before its day.
      else if (until === null || until < todayIn(now))
        await tellChairOfMinutes(system, id, { ...rest, until }, minutesToApprove, now);
    }
  };
  const heard = (meetingId: string) =>
    ownerRows<{ key: string; who: string }>(
      "select key, account_id::text as who from notification where href = $1 order by key, who",
      [`/${GORGAN}/meetings/${meetingId}/minutes`],
    );
  const written = async () => {
    const id = await held();
    await writeMinutes(expert, id, now);
    await settle(id);
    return id;
  };
  const open = async (id: string, until: IsoDate = "2026-12-26") =>
    openComments(expert, id, { revision: (await draftOf(id)).revision, until }, now);
  const after = new Date("2026-12-27T05:30:00Z");

  test("is the open window to the staff of the place, and once to the chair that it is his turn, when its days are over", async () => {
    const id = await written();
    await open(id);
    await run(id, now);
    expect((await heard(id)).map(({ key }) => key)).toContain("minutes-for-comment");
    expect((await heard(id)).filter(({ key }) => key === "minutes-to-approve")).toEqual([]);
    await takeBack(expert, id, { revision: (await draftOf(id)).revision }, now);
    await open(id);
    for (let n = 0; n < 2; n += 1) await run(id, after);
    expect((await heard(id)).filter(({ key }) => key === "minutes-to-approve")).toEqual([
      { key: "minutes-to-approve", who: chair.key },
    ]);
  });

  test("is nothing more to a chair who was told when the window was ended, nor of what he has approved", async () => {
    const id = await written();
    await open(id);
    await endComments(expert, id, { revision: (await draftOf(id)).revision }, now);
    for (const at of [now, after]) await run(id, at);
    expect((await heard(id)).filter(({ key }) => key === "minutes-to-approve")).toHaveLength(1);
    const other = await ready();
    await approve(other);
    await run(other, after);
    expect(await heard(other)).toEqual([]);
  });
});

describe("the approval", () => {
  test("numbers and freezes the minutes and brings their resolutions to the ledger, where the next meeting finds them", async () => {
    const seriesId = uuidv7();
    await records.query(
      `insert into meeting_series (division_id, id, title, type_code, every, weekday, starts_on, starts_at, ends_at,
         created_by_key) values ($1, $2, 'هفتگی', 'thematic', 'week', 0, $3, '15:30', '18:00', 'test')`,
      [GORGAN, seriesId, HELD],
    );
    const id = await ready({ more: { series_id: seriesId, occurrence_on: HELD } });
    expect(await approve(id)).toEqual({ version: 1 });
    const version = await within(expert, (db) => versionOf(db, id, 1));
    expect(version).toMatchObject({
      year: 1405,
      approvedByName: "رضا فرماندار",
      exception: null,
      corrects: null,
    });
    expect(version.text).toContain("مقرر گردید برق اضطراری مدارس تامین شود.");
    expect(version.content.chair.name).toBe("رضا فرماندار");
    expect(
      await ownerRows(
        `select source_number as number, count(*)::int as n from obligation where source_division_id = $1
         and source_id in (select id from issuance where division_id = $1 and record_id = $2) group by 1 order by 1`,
        [GORGAN, version.minutesId],
      ),
    ).toEqual([
      { number: 1, n: 1 },
      { number: 2, n: 1 },
    ]);
    const second = await ready();
    await approve(second);
    const next = await within(expert, (db) => versionOf(db, second, 1));
    expect(next.number).toBe(version.number + 1);
    const owed = await within(expert, (db) =>
      findOwed(db, GORGAN, { id: uuidv7(), heldOn: "2027-01-01", seriesId, typeCode: null }, 10),
    );
    expect(owed[0]?.title).toContain("برق اضطراری");
    expect(owed.slice(0, 2)).toHaveLength(2);
  });

  test("is the chair's alone; of two presses at once one approves, and nothing is issued twice", async () => {
    const id = await ready();
    await expect(approve(id, {}, actorOf(GORGAN, "assistant"))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(approve(id, {}, expert)).rejects.toMatchObject({ kind: "forbidden" });
    const { revision } = await draftOf(id);
    const outcomes = await Promise.allSettled([
      approveMinutes(chair, id, { revision }, now),
      approveMinutes(chair, id, { revision }, now),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await within(expert, (db) => listVersions(db, GORGAN, id))).toHaveLength(1);
    expect(await ownerRows("select id from minutes where meeting_id = $1", [id])).toHaveLength(1);
  });

  test("goes with the post: whoever held it no more is refused, his successor approves", async () => {
    const { postId } = await aPost(GORGAN, "governor");
    const former = await appointed("governor", postId, "پیشین");
    const id = await ready({ more: { chair_post_id: postId } });
    await endAppointment(former.key);
    await expect(approve(id, {}, former)).rejects.toMatchObject({ code: "minutes.own.chair-ended" });
    const successor = await appointed("governor", postId, "جانشین تازه");
    await approve(id, {}, successor);
    expect(await within(expert, (db) => listVersions(db, GORGAN, id))).toMatchObject([
      { approvedByName: "جانشین تازه" },
    ]);
  });

  test("is his too who acts for the chair today, in both their names, and nobody else's deputy's", async () => {
    const id = await ready();
    const account = { id: uuidv7(), fullName: "سارا جانشین" };
    const actingIn = (postId: string) =>
      staffActor(account, placeAt(GORGAN), {
        divisionId: GORGAN,
        appointmentId: uuidv7(),
        postId,
        role: "governor",
        titleFa: "فرماندار",
        titleEn: "Governor",
        actingFor: { key: chair.key, name: chair.name, until: "2026-12-30" },
      });
    const mayApprove = actingIn(chairPost);
    // The post is in his hands from the day of the order that names him.
    await expect(approve(id, {}, mayApprove)).rejects.toMatchObject({ code: "minutes.own.chair-ended" });
    await asOwner((owner) =>
      owner.query(
        `insert into deputy (division_id, id, post_id, appointment_id, account_id, deputy_name, starts_on, ends_on,
           order_number, named_by_key, named_by_name)
         select division_id, $1, post_id, id, $2, 'سارا جانشین', '2026-12-20', '2026-12-30', '7', 'test', 'آزمون'
         from appointment where account_id = $3`,
        [uuidv7(), mayApprove.key, chair.key],
      ),
    );
    await expect(approve(id, {}, actingIn(uuidv7()))).rejects.toMatchObject({ kind: "forbidden" });
    await approve(id, {}, mayApprove);
    expect(await within(expert, (db) => listVersions(db, GORGAN, id))).toMatchObject([
      { approvedByName: mayApprove.name },
    ]);
    expect(mayApprove.name).toContain("رضا فرماندار");
    await asOwner((owner) => owner.query("delete from deputy where account_id = $1", [account.id]));
  });

  test("where no post of the place is in the chair, the head of the place approves", async () => {
    const id = await ready({ more: { chair_post_id: null, chair_name: "استاندار" } });
    await expect(approve(id)).rejects.toMatchObject({ kind: "forbidden" });
    await approve(id, {}, actorOf(GORGAN, "assistant"));
  });

  test("without quorum is refused, or is an exception that says why", async () => {
    const type = `needs-two-thirds-${uuidv7().slice(-6)}`;
    await asOwner((owner) =>
      owner.query(
        `insert into meeting_type (division_id, code, fa, en, kind, quorum_kind) values ($1, $2, $2, $2, 'thematic', 'two-thirds')`,
        [GORGAN, type],
      ),
    );
    const full = await ready({ more: { type_code: type } });
    await approve(full, { exception: "لازم نبود" });
    expect((await within(expert, (db) => listVersions(db, GORGAN, full)))[0]?.exception).toBeNull();
    const thin = await ready({ came: 1, more: { type_code: type } });
    await expect(approve(thin)).rejects.toMatchObject({
      kind: "invalid",
      code: "minutes.own.no-quorum",
      details: { field: "exception", params: { present: 1, needed: 2 } },
    });
    await approve(thin, { exception: "دو عضو در مأموریت سیل بودند" });
    expect(await within(expert, (db) => versionOf(db, thin, 1))).toMatchObject({
      present: 1,
      needed: 2,
      exception: "دو عضو در مأموریت سیل بودند",
    });
  });

  test("counts the sessions of a council", async () => {
    const council = uuidv7();
    await asOwner((owner) =>
      owner.query(
        `insert into council (division_id, id, kind, name_fa, name_en, quorum_kind, first_number, created_by_key)
         values ($1, $2, 'council', 'شورای آب', 'Water council', 'half', 7, 'test')`,
        [GORGAN, council],
      ),
    );
    for (const sequence of [7, 8]) {
      const id = await ready({ more: { council_id: council } });
      await approve(id, { exception: "عضوی دعوت نشده بود" });
      const { content } = await within(expert, (db) => versionOf(db, id, 1));
      expect([content.sequence, content.council?.nameFa]).toEqual([sequence, "شورای آب"]);
    }
  });
});

describe("the correction", () => {
  test("is the chair's, with a reason; it makes version 2, and what was issued is brought up to date once", async () => {
    const id = await ready();
    await approve(id);
    const correct = (actor: typeof chair) =>
      correctMinutes(actor, id, { version: 1, reason: "نام روستا" }, now);
    await expect(correct(expert)).rejects.toMatchObject({ kind: "forbidden" });
    const { id: draftId } = await correct(chair);
    await expect(correct(chair)).rejects.toMatchObject({ kind: "conflict" });
    const [resolution] = (await draftOf(id)).review.resolutions;
    await editReviewResolution(
      expert,
      draftId,
      resolution?.id ?? "",
      {
        revision: resolution?.revision ?? 0,
        number: 1,
        text: "مقرر گردید برق اضطراری همه مدارس روستایی تامین شود.",
        items: (resolution?.subItems ?? []).map(({ label, text }) => ({ label, text })),
        keep: (resolution?.parties ?? []).map((party) => party.id),
        kind: "dated",
        dueOn: "2027-01-21",
      },
      now,
    );
    await throughWindow(id);
    expect(await approve(id)).toEqual({ version: 2 });
    const [first, second] = await within(expert, async (db) => [
      await versionOf(db, id, 1),
      await versionOf(db, id, 2),
    ]);
    expect(first.text).toContain("برق اضطراری مدارس تامین");
    expect(second).toMatchObject({
      number: first.number,
      year: first.year,
      corrects: 1,
      reason: "نام روستا",
    });
    expect(second.text).toContain("همه مدارس روستایی");
    expect(second.minutesId).toBe(first.minutesId);
    const owed = await ownerRows<{ text: string }>(
      "select text from issuance where division_id = $1 and record_id = $2 order by number",
      [GORGAN, first.minutesId],
    );
    expect(owed).toHaveLength(2);
    expect(owed[0]?.text).toContain("همه مدارس روستایی");
  });
});

describe("what was approved", () => {
  test("no statement of the application's role changes or removes it, nor the row that it hangs on", async () => {
    const id = await ready();
    await approve(id);
    const before = await ownerRows("select * from minutes_version where meeting_id = $1", [id]);
    expect(before).toHaveLength(1);
    const denied = (sql: string) =>
      expect(within(chair, (db) => db.$executeRawUnsafe(sql))).rejects.toThrow(/permission denied|42501/);
    for (const column of [
      "text = ''",
      "content = '{}'",
      "approved_by_name = 'x'",
      "version = 9",
      "division_id = 0",
    ])
      await denied(`update minutes_version set ${column} where meeting_id = '${id}'`);
    await denied(`delete from minutes_version where meeting_id = '${id}'`);
    await denied("truncate minutes_version");
    // A key that follows its parent would be changed with it.
    for (const [table, column] of [
      ["meeting", "id"],
      ["minutes_draft", "id"],
      ["minutes", "id"],
    ] as const) {
      await expect(
        within(chair, (db) =>
          db.$executeRawUnsafe(
            `update ${table} set ${column} = '${uuidv7()}' where ${table === "meeting" ? `id = '${id}'` : `meeting_id = '${id}'`}`,
          ),
        ),
      ).rejects.toThrow();
    }
    const grants = await ownerRows<{ privilege_type: string }>(
      `select distinct privilege_type from information_schema.role_table_grants
       where table_name = 'minutes_version' and grantee <> current_user order by 1`,
    );
    expect(grants.map((row) => row.privilege_type)).toEqual(["INSERT", "SELECT"]);
    expect(await ownerRows("select * from minutes_version where meeting_id = $1", [id])).toEqual(before);
  });

  test("nobody adds a version over one that stands, nor one in another place", async () => {
    const id = await ready();
    await approve(id);
    const copy = (division: number, version: number) =>
      within(chair, (db) =>
        db.$executeRawUnsafe(
          `insert into minutes_version (division_id, id, meeting_id, draft_id, minutes_id, version, year, number, content,
             text, content_hash, approved_at, approved_by_name, approved_by_post, approved_by_key)
           select ${division}, gen_random_uuid(), meeting_id, draft_id, minutes_id, ${version}, year, number, content, 'x',
             content_hash, approved_at, approved_by_name, approved_by_post, approved_by_key
           from minutes_version where meeting_id = '${id}'`,
        ),
      );
    await expect(copy(GORGAN, 1)).rejects.toThrow();
    await expect(copy(AQQALA, 1)).rejects.toThrow();
    expect(await within(actorOf(GOLESTAN, "representative"), (db) => listVersions(db, GORGAN, id))).toEqual(
      [],
    );
  });

  test("its edits are refused by the commands of the review", async () => {
    const id = await ready();
    await approve(id);
    const { id: draftId, review } = await draftOf(id);
    await expect(
      editReviewResolution(
        expert,
        draftId,
        review.resolutions[0]?.id ?? "",
        { revision: review.resolutions[0]?.revision ?? 0, number: 1, text: "دیگر" },
        now,
      ),
    ).rejects.toMatchObject({ code: "minutes.review.already-issued" });
    await expect(
      openComments(expert, id, { revision: (await draftOf(id)).revision, until: "2026-12-25" }, now),
    ).rejects.toMatchObject({ code: "minutes.own.past-step" });
  });
});
