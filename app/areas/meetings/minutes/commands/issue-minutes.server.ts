import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { holdDraft } from "../draft.server";
import { issueReview } from "../issue-review.server";
import { LONGEST_ISSUE } from "../issued-rows.server";
import type { IssueMinutes } from "../schema";

/**
 * Issues reviewed minutes: the minutes with their resolutions, and one obligation for each office that each resolution
 * addresses, all or nothing. Groups are frozen as they stand now; a vague group stays an open line. A second issue of
 * the same draft answers with the minutes of the first.
 * Refuses `conflict` when the draft changed since it was shown and for a meeting's own minutes, which their chair approves, `invalid` while anything is still to be settled.
 */
export async function issueMinutes(
  actor: PlacedActor,
  draftId: string,
  { revision }: IssueMinutes,
  now = clock(),
) {
  authorize(actor, "issue", "Minutes");
  return within(
    actor,
    async (db) => {
      const draft = await holdDraft(db, actor, draftId);
      if (draft.minutesId) return { id: draft.minutesId };
      if (draft.meetingId) throw tooLate("minutes.own.approve-first");
      if (draft.revision !== revision) throw new Refusal("conflict", "minutes.issue.changed");
      const id = await issueReview(db, actor, draft, now);
      const { count } = await db.minutesDraft.updateMany({
        where: { divisionId: actor.place.id, id: draftId, revision },
        data: { state: "issued", minutesId: id, updatedAt: now, revision: { increment: 1 } },
      });
      if (count === 0) throw new Refusal("conflict", "minutes.issue.changed");
      await audit(db, actor, "issue", "Minutes", id);
      return { id };
    },
    { timeout: LONGEST_ISSUE },
  );
}
