import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { actorOf, AQQALA, GOLESTAN, GORGAN } from "../../../../tests/factories/actors";
import { asOwner } from "../../../../tests/factories/offices";
import { ownerRows } from "../../../../tests/setup/owner";
import { editReviewResolution } from "../minutes/commands/edit-review-resolution.server";
import { markAttendance } from "../invitations/commands/mark-attendance.server";
import { listInvitations } from "../invitations/queries.server";
import { importMinutes } from "../minutes/commands/import-minutes.server";
import { issueMinutes } from "../minutes/commands/issue-minutes.server";
import { getDraft } from "../queries.server/minutes";
import { endComments, openComments } from "./commands/comments.server";
import { takeDraft, writeMinutes } from "./commands/write-minutes.server";
import {
  HELD,
  approve,
  chair,
  colleague,
  draftOf,
  expert,
  held,
  now,
  offices,
  plantOwnMinutes,
  records,
  settle,
} from "../../../../tests/factories/own-minutes";

beforeAll(plantOwnMinutes, 60_000);
afterAll(() => records.close());

describe("the draft", () => {
  test("says what the meeting left behind, in an office's words, with parties and limits for a person to look at", async () => {
    const id = await held({ isPromised: true });
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
    expect(review.discussion).toEqual(["رئیس اداره برق: گزارش قطعی برق مدارس شنیده شد."]);
    // What an official promised is owed as what was resolved is; by whom, a person says.
    expect(review.resolutions[2]?.text).toBe("قول مدیر آبفا، زیارت: آب روستای زیارت تا پایان ماه وصل می‌شود.");
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
      { number: 3, parties: [["office", -1]], deadline: undefined, items: [] },
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

  test("follows the list of who came while it is written; open for comments and approved the list stands still", async () => {
    const id = await held({ came: 2 });
    await records.query(
      "insert into meeting_session (division_id, meeting_id, code, opened_at, opened_by_key, closed_at) values ($1, $2, '51234', $3, 'test', $3)",
      [GORGAN, id, now],
    );
    await writeMinutes(expert, id, now);
    const { rows } = await within(expert, (db) => listInvitations(db, GORGAN, id));
    const third = rows.find(({ number }) => number === 3)?.id ?? "";
    const mark = (attended: "present" | "absent", was: "present" | "absent") =>
      markAttendance(expert, id, { invitationId: third, attended, was }, now);
    const there = async () =>
      (await draftOf(id)).review.attendees.filter(({ standing }) => standing === "present").length;
    expect(await there()).toBe(2);
    const { revision } = await draftOf(id);
    await mark("present", "absent");
    expect(await there()).toBe(3);
    // Whoever had the draft open is told that it changed.
    expect((await draftOf(id)).revision).toBe(revision + 1);

    await settle(id);
    await openComments(expert, id, { revision: (await draftOf(id)).revision, until: "2026-12-27" }, now);
    await expect(mark("absent", "present")).rejects.toMatchObject({
      kind: "conflict",
      code: "meetings.attendance.open-for-comments",
    });
    await endComments(expert, id, { revision: (await draftOf(id)).revision }, now);
    await approve(id);
    await expect(mark("absent", "present")).rejects.toMatchObject({
      kind: "conflict",
      code: "meetings.attendance.frozen",
    });
    expect(await ownerRows("select attended from meeting_invitation where id = $1", [third])).toEqual([
      { attended: "present" },
    ]);
  });
});
