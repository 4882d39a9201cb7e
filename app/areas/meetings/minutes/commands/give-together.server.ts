import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { chosenParties } from "../chosen-parties.server";
import { canBeTakenBack, withGiven, withTakenBack } from "../given-together";
import { holdOpenDraft, keepReview } from "../draft.server";
import type { Review } from "../review";
import { deadlineSaid, type GiveDeadline, type GiveParty } from "../schema";

/** Gives one limit to every resolution of a draft that has none, and touches no other. Answers to how many. */
export function giveDeadline(actor: PlacedActor, draftId: string, input: GiveDeadline, now = clock()) {
  return change(actor, draftId, now, (_db, review) => {
    const deadline = deadlineSaid(input);
    if (!deadline) throw new Refusal("invalid", "minutes.review.nothing-to-apply", { field: "kind" });
    return Promise.resolve(withGiven(review, { deadline }));
  });
}

/**
 * Makes one office or group responsible for every resolution of a draft that names nobody. Refuses `missing` a party that is
 * not to be had in the place.
 */
export function giveParty(actor: PlacedActor, draftId: string, input: GiveParty, now = clock()) {
  return change(actor, draftId, now, async (db, review) => {
    const [party] = await chosenParties(db, actor, [input.party], now);
    if (!party) throw new Refusal("missing", "refusal.missing");
    return withGiven(review, { party: () => ({ ...party, id: uuidv7() }) });
  });
}

/** Takes back what was last given at once, from all that nobody has changed since. */
export function takeBackTogether(actor: PlacedActor, draftId: string, now = clock()) {
  return change(actor, draftId, now, (_db, review) =>
    Promise.resolve({ review: withTakenBack(review), count: canBeTakenBack(review) }),
  );
}

async function change(
  actor: PlacedActor,
  draftId: string,
  now: Date,
  work: (db: Db, review: Review) => Promise<{ review: Review; count: number }>,
) {
  authorize(actor, "import", "Minutes");
  return within(actor, async (db) => {
    const draft = await holdOpenDraft(db, actor, draftId);
    const { review, count } = await work(db, draft.review);
    if (count > 0) {
      await keepReview(db, actor, draft, review, now);
      await audit(db, actor, "review", "Minutes", draftId, ["resolutions"]);
    }
    return { count };
  });
}
