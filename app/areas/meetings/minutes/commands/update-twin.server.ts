import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { mergedReview } from "../merged-review";
import { asJson, holdOpenDraft } from "../draft.server";
import { summaryOf } from "../summary";

/**
 * Brings the draft of the same minutes up to date from this one: its resolutions keep their ids and what a person
 * settled, and this draft goes. Answers with the draft that stays. Refuses `conflict` when either was issued meanwhile.
 */
export async function updateTwin(
  actor: PlacedActor,
  draftId: string,
  now = clock(),
): Promise<{ id: string }> {
  authorize(actor, "import", "Minutes");
  return within(actor, async (db) => {
    const newer = await holdOpenDraft(db, actor, draftId);
    const { twinDraftId, sourceText } = await twinsOf(db, actor, draftId);
    if (!twinDraftId) throw new Refusal("conflict", "minutes.twin.none");
    const kept = await holdOpenDraft(db, actor, twinDraftId);
    if (newer.meetingId) throw tooLate("minutes.own.approve-first");
    const review = mergedReview(kept.review, newer.review);
    const { count } = await db.minutesDraft.updateMany({
      where: { divisionId: actor.place.id, id: kept.id, revision: kept.revision },
      data: {
        review: asJson(review),
        ...summaryOf(review),
        sourceText,
        sourceHash: newer.sourceHash,
        updatedAt: now,
        revision: { increment: 1 },
      },
    });
    if (count === 0) throw new Refusal("conflict", "refusal.changed");
    await db.minutesDraft.updateMany({
      where: { divisionId: actor.place.id, id: draftId },
      data: { state: "discarded", updatedAt: now },
    });
    await audit(db, actor, "update", "Minutes", kept.id, ["resolutions"]);
    return { id: kept.id };
  });
}

/** The draft is of another meeting after all. */
export async function keepApart(actor: PlacedActor, draftId: string): Promise<void> {
  authorize(actor, "import", "Minutes");
  await within(actor, async (db) => {
    await holdOpenDraft(db, actor, draftId);
    await db.minutesDraft.updateMany({
      where: { divisionId: actor.place.id, id: draftId },
      data: { twinDraftId: null, twinMinutesId: null },
    });
    await audit(db, actor, "review", "Minutes", draftId, ["twin"]);
  });
}

async function twinsOf(db: Db, actor: PlacedActor, id: string) {
  const row = await db.minutesDraft.findUnique({
    where: { divisionId_id: { divisionId: actor.place.id, id } },
    select: { twinDraftId: true, sourceText: true },
  });
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}
