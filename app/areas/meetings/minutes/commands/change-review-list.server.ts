import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { holdOpenDraft, keepReview } from "../draft.server";
import { bareResolution } from "../review";
import type { AddResolution } from "../schema";

/**
 * Adds a resolution after the last, for one that was not found in the text or that a colleague removed; empty, or with
 * the number and the words given.
 */
export async function addReviewResolution(
  actor: PlacedActor,
  draftId: string,
  { number, text = "" }: AddResolution = {},
  now = clock(),
) {
  authorize(actor, "import", "Minutes");
  return within(actor, async (db) => {
    const draft = await holdOpenDraft(db, actor, draftId);
    const { resolutions } = draft.review;
    const added = bareResolution(
      number ?? Math.max(0, ...resolutions.map((resolution) => resolution.number)) + 1,
      text,
    );
    await keepReview(db, actor, draft, { ...draft.review, resolutions: [...resolutions, added] }, now);
    await audit(db, actor, "review", "Minutes", draftId, ["resolutions"]);
    return { id: draftId, resolutionId: added.id };
  });
}

/** Leaves out what is no resolution. Refuses `conflict` when somebody changed it meanwhile. */
export async function removeReviewResolution(
  actor: PlacedActor,
  draftId: string,
  resolutionId: string,
  revision: number,
  now = clock(),
) {
  authorize(actor, "import", "Minutes");
  return within(actor, async (db) => {
    const draft = await holdOpenDraft(db, actor, draftId);
    const found = draft.review.resolutions.find((resolution) => resolution.id === resolutionId);
    if (!found) throw new Refusal("missing", "refusal.missing");
    if (found.revision !== revision) {
      throw new Refusal("conflict", "refusal.changed", {
        theirs: { text: found.text },
        revision: found.revision,
      });
    }
    const resolutions = draft.review.resolutions.filter((resolution) => resolution !== found);
    await keepReview(db, actor, draft, { ...draft.review, resolutions }, now);
    await audit(db, actor, "review", "Minutes", draftId, ["resolutions"]);
    return { id: draftId };
  });
}
