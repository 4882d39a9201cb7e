import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import { bringUpToDate } from "../bring-up-to-date.server";
import { holdOpenDraft } from "../draft.server";
import { LONGEST_ISSUE } from "../issued-rows.server";

/**
 * Brings issued minutes up to date from a draft of the same minutes. Refuses `conflict` for a draft that is none of issued
 * minutes, and for a meeting's own minutes, which are corrected by a version of theirs.
 */
export async function updateIssued(
  actor: PlacedActor,
  draftId: string,
  now = clock(),
): Promise<{ id: string }> {
  authorize(actor, "issue", "Minutes");
  return within(
    actor,
    async (db) => {
      const draft = await holdOpenDraft(db, actor, draftId);
      const issued = await issuedTwinOf(db, actor, draftId);
      if (draft.meetingId || issued.meetingId) throw tooLate("minutes.own.approve-first");
      await bringUpToDate(db, actor, draft, issued, now);
      await db.minutesDraft.updateMany({
        where: { divisionId: actor.place.id, id: draftId },
        data: { state: "issued", minutesId: issued.id, updatedAt: now, revision: { increment: 1 } },
      });
      await audit(db, actor, "update", "Minutes", issued.id, ["resolutions"]);
      return { id: issued.id };
    },
    { timeout: LONGEST_ISSUE },
  );
}

async function issuedTwinOf(db: Db, actor: PlacedActor, draftId: string) {
  const divisionId = actor.place.id;
  const [row] = await db.$queryRaw<{ id: string; heldOn: IsoDate | null; meetingId: string | null }[]>`
    select m.id, m.held_on::text as "heldOn", m.meeting_id as "meetingId" from minutes_draft d
    left join minutes_draft twin on twin.division_id = d.division_id and twin.id = d.twin_draft_id
    join minutes m on m.division_id = d.division_id and m.id = coalesce(d.twin_minutes_id, twin.minutes_id)
    where d.division_id = ${divisionId} and d.id = ${draftId}::uuid for update of m`;
  if (!row) throw new Refusal("conflict", "minutes.twin.none");
  return row;
}
