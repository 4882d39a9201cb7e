import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cancelMeeting } from "../held/commands/cancel-meeting.server";
import { editMeeting } from "../held/commands/edit-meeting.server";
import { getMeeting } from "../queries.server/meetings";
import { EditMeeting } from "../schema/meeting";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { actorOf, AQQALA, GOLESTAN, GORGAN } from "../../../../tests/factories/actors";
import { ownerRows } from "../../../../tests/setup/owner";
import { editReviewResolution } from "../minutes/commands/edit-review-resolution.server";
import { openComments } from "./commands/comments.server";
import { correctMinutes } from "./commands/correct-minutes.server";
import { listVersions } from "./queries.server";
import {
  approve,
  chair,
  draftOf,
  expert,
  now,
  plantOwnMinutes,
  ready,
  records,
  throughWindow,
  versionOf,
} from "../../../../tests/factories/own-minutes";

beforeAll(plantOwnMinutes, 60_000);
afterAll(() => records.close());

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
  test("is not taken away with its meeting, nor told otherwise by an edit of the meeting's record", async () => {
    const id = await ready();
    await approve(id);
    const read = () => within(expert, (db) => getMeeting(db, expert.place, id));
    const before = await read();
    const { revision } = before;
    const stands = { kind: "conflict", code: "minutes.own.stands" };
    await expect(cancelMeeting(expert, id, { reason: "دو بار ثبت شد", revision })).rejects.toMatchObject(
      stands,
    );
    const words = EditMeeting.parse({
      kind: "thematic",
      title: "نام دیگر",
      heldOn: "۱۴۰۵/۱۰/۰۲",
      network: "۹۰",
      bodies: "۹۰",
      revision: String(revision),
    });
    await expect(editMeeting(expert, id, words, now)).rejects.toMatchObject(stands);
    expect(await read()).toEqual(before);
    // Before the approval both are the clerk's.
    const other = await ready();
    await editMeeting(
      expert,
      other,
      { ...words, revision: (await within(expert, (db) => getMeeting(db, expert.place, other))).revision },
      now,
    );
  });

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
