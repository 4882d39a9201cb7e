import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { staffActor } from "~/actor.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { actorOf, GORGAN, placeAt } from "../../../../tests/factories/actors";
import { asOwner } from "../../../../tests/factories/offices";
import { aPost } from "../../../../tests/factories/posts";
import { ownerRows } from "../../../../tests/setup/owner";
import { findOwed } from "../calling/agenda-sources.server";
import { approveMinutes } from "./commands/approve-minutes.server";
import { listVersions } from "./queries.server";
import {
  HELD,
  appointed,
  approve,
  chair,
  chairPost,
  draftOf,
  endAppointment,
  expert,
  now,
  plantOwnMinutes,
  ready,
  records,
  versionOf,
} from "../../../../tests/factories/own-minutes";

beforeAll(plantOwnMinutes, 60_000);
afterAll(() => records.close());

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
