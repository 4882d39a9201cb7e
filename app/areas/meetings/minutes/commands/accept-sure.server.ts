import type { PlacedActor } from "~/kernel/actor";
import { audit, auditEach } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { asJson, holdOpenDraft, keepReview } from "../draft.server";
import { summaryOf, withSureSeen } from "../summary";
import { findReview } from "../stored-review.server";

/** Drafts that one press looks through; the surest come first, and the rest wait for the next press. */
const MOST_DRAFTS = 200;

/** Marks as seen what is sure in one draft; what is a guess, or wants an answer, still waits for a person. */
export async function acceptSureOf(actor: PlacedActor, draftId: string, now = clock()) {
  authorize(actor, "import", "Minutes");
  return within(actor, async (db) => {
    const draft = await holdOpenDraft(db, actor, draftId);
    const review = withSureSeen(draft.review);
    const count = summaryOf(review).seen - summaryOf(draft.review).seen;
    if (count > 0) {
      await keepReview(db, actor, draft, review, now);
      await audit(db, actor, "review", "Minutes", draftId, ["resolutions"]);
    }
    return { count };
  });
}

/** The same for every draft of the queue: answers how many resolutions were marked, in how many drafts. */
export async function acceptAllSure(actor: PlacedActor, now = clock()) {
  authorize(actor, "import", "Minutes");
  return within(actor, async (db) => {
    const rows = await db.$queryRaw<{ id: string; review: unknown }[]>`
      select id, review from minutes_draft
      where division_id = ${actor.place.id} and state = 'review' and meeting_id is null and seen < resolutions
        and to_look < resolutions
      order by to_look, id limit ${MOST_DRAFTS} for update`;
    const changed = rows.flatMap(({ id, review: stored }) => {
      const before = findReview(stored);
      if (!before) return [];
      const review = withSureSeen(before);
      const summary = summaryOf(review);
      const count = summary.seen - summaryOf(before).seen;
      return count > 0
        ? [{ id, review: asJson(review), count, seen: summary.seen, toLook: summary.toLook }]
        : [];
    });
    await db.$executeRaw`
      update minutes_draft d set review = c.review, seen = c.seen, to_look = c."toLook", updated_at = ${now},
        revision = d.revision + 1
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c (id uuid, review jsonb, seen int, "toLook" int)
      where d.division_id = ${actor.place.id} and d.id = c.id`;
    const drafts = changed.map(({ id }) => id);
    await auditEach(db, actor, "accept-sure", "Minutes", drafts, ["resolutions"]);
    return { count: changed.reduce((sum, { count }) => sum + count, 0), drafts: changed.length };
  });
}
