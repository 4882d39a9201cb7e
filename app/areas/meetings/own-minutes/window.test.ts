import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { systemActor } from "~/actor.server";
import {
  tellChairOfMinutes,
  tellOfOpenMinutes,
} from "~/areas/notifications/commands/tell-of-own-minutes.server";
import { within } from "~/kernel/db.server";
import { todayIn, type IsoDate } from "~/lib/jalali";
import { GORGAN } from "../../../../tests/factories/actors";
import { ownerRows } from "../../../../tests/setup/owner";
import { editReviewResolution } from "../minutes/commands/edit-review-resolution.server";
import { minutesForComment, minutesToApprove } from "../queries.server/own-minutes";
import { answerComment, endComments, openComments, sayOnMinutes, takeBack } from "./commands/comments.server";
import { writeMinutes } from "./commands/write-minutes.server";
import { listComments } from "./queries.server";
import {
  approve,
  chair,
  colleague,
  draftOf,
  expert,
  held,
  now,
  plantOwnMinutes,
  ready,
  records,
  settle,
} from "../../../../tests/factories/own-minutes";

beforeAll(plantOwnMinutes, 60_000);
afterAll(() => records.close());

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
