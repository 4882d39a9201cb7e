import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { attendanceOf, refuseFutureDay, wordsOf } from "../held-meeting.server";
import { refuseMinuted } from "../../own-minutes/held.server";
import { getMeeting } from "../../queries.server/meetings";
import { PARTICIPANTS } from "../../choices";
import { type EditMeeting } from "../../schema/meeting";

/**
 * Mends what was written of a held meeting. Whoever comes second is refused with `conflict` and sees both texts, and so is, with
 * nothing to see, who mends one whose minutes are approved.
 */
export async function editMeeting(actor: PlacedActor, meetingId: string, input: EditMeeting, now = clock()) {
  authorize(actor, "edit", "Meeting");
  refuseFutureDay(input.heldOn, now);
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const own = { lo: divisionId, hi: divisionId };
    const before = await getMeeting(db, own, meetingId);
    authorize(actor, "edit", "Meeting", before);
    await refuseMinuted(db, divisionId, meetingId);
    const { count } = await db.meeting.updateMany({
      where: { divisionId, id: meetingId, revision: input.revision, state: "held" },
      data: { ...wordsOf(input), revision: { increment: 1 } },
    });
    if (count === 0) {
      const { revision, ...saved } = await getMeeting(db, own, meetingId);
      const theirs: Record<string, string> = {
        kind: saved.kind,
        title: saved.title,
        heldOn: saved.heldOn,
        startsAt: saved.startsAt ?? "",
        endsAt: saved.endsAt ?? "",
        place: saved.place ?? "",
        summary: saved.summary ?? "",
      };
      for (const one of PARTICIPANTS) theirs[one] = String(saved.attendance[one] || "");
      throw new Refusal("conflict", "refusal.changed", { theirs, revision });
    }
    await db.meetingAttendance.deleteMany({ where: { divisionId, meetingId } });
    await db.meetingAttendance.createMany({ data: attendanceOf(divisionId, meetingId, input) });
    await audit(db, actor, "edit", "Meeting", meetingId);
    return { id: meetingId };
  });
}
