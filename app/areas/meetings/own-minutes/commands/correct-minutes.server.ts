import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { sha256Hex, uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { getCalling } from "../../calling/planned.server";
import { asJson } from "../../minutes/draft.server";
import type { Review } from "../../minutes/review";
import { summaryOf } from "../../minutes/summary";
import { chairOf, refuseFormerChair } from "../chair.server";
import { holdOwnDraft } from "../held.server";
import type { CorrectMinutes } from "../schema";

/**
 * Begins the next version of approved minutes, from the words of the last; that one stays as it is. Refuses `forbidden`
 * for anybody but the post in the chair, and `conflict` for whoever holds it no more, and where a newer version stands or
 * is being written.
 */
export async function correctMinutes(
  actor: PlacedActor,
  meetingId: string,
  { version, reason }: CorrectMinutes,
  now = clock(),
): Promise<{ id: string }> {
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    const meeting = await getCalling(db, { lo: divisionId, hi: divisionId }, meetingId);
    const chair = await chairOf(db, divisionId, meeting, todayIn(now));
    authorize(actor, "correct", "Minutes", chair);
    refuseFormerChair(actor, chair);
    const last = await holdOwnDraft(db, actor, meetingId, "correct");
    if (last.version !== version) throw tooLate("minutes.own.newer-version");
    const source = await db.minutesDraft.findUnique({
      where: { divisionId_id: { divisionId, id: last.id } },
      select: { sourceText: true },
    });
    if (!source) throw new Refusal("missing", "refusal.missing");
    const id = uuidv7();
    const review = asSeen(last.review);
    await db.minutesDraft.create({
      data: {
        divisionId,
        id,
        meetingId,
        life: "writing",
        version: version + 1,
        reason,
        sourceText: source.sourceText,
        sourceHash: await sha256Hex(`${meetingId} ${version + 1} ${last.sourceHash}`),
        review: asJson(review),
        state: "review",
        createdAt: now,
        updatedAt: now,
        createdByKey: actor.key,
        twinMinutesId: last.minutesId,
        ...summaryOf(review),
      },
    });
    await audit(db, actor, "correct", "Minutes", id, ["reason"]);
    return { id };
  });
}

/** What the chair approved is nobody's guess any more. */
const asSeen = (review: Review): Review => ({
  ...review,
  resolutions: review.resolutions.map((resolution) => ({ ...resolution, checked: true })),
});
