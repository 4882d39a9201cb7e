import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { tooLate } from "~/kernel/refusal";
import { dateOf, type IsoDate } from "~/lib/jalali";
import { meetingAllows } from "../../lifecycle";
import { getCalling } from "../planned.server";
import type { ShiftDraft } from "../schema";

/**
 * Gives a draft another day and leaves all else as it is. Answers where it was, by which the shift is taken back. Refuses
 * what is no draft any more, and one that somebody changed in the meantime.
 */
export async function shiftDraft(
  actor: PlacedActor,
  { meetingId, heldOn, revision }: ShiftDraft,
): Promise<{ title: string; from: IsoDate; heldOn: IsoDate; revision: number }> {
  authorize(actor, "plan", "Meeting");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const before = await getCalling(db, { lo: divisionId, hi: divisionId }, meetingId);
    if (!meetingAllows(before.state, "plan")) throw tooLate("calling.not-a-draft");
    const { count } = await db.meeting.updateMany({
      where: { divisionId, id: meetingId, revision, state: "draft" },
      data: { heldOn: dateOf(heldOn), revision: { increment: 1 } },
    });
    if (count === 0) throw tooLate("meetings.changed-meanwhile");
    await audit(db, actor, "shift", "Meeting", meetingId);
    return { title: before.title, from: before.heldOn, heldOn, revision: revision + 1 };
  });
}
