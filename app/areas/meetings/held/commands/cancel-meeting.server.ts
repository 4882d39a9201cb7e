import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { tooLate } from "~/kernel/refusal";
import { MeetingCancelled } from "../../events";
import { meetingAllows } from "../../lifecycle";
import { refuseMinuted } from "../../own-minutes/held.server";
import { getMeeting } from "../../queries.server/meetings";
import type { CancelMeeting } from "../../schema/meeting";

/**
 * Calls off a planned meeting, or takes back the record of one that was held, with the reason: it stays readable, is no
 * longer counted, and gives its room back. Refuses `conflict` one whose minutes are approved.
 */
export async function cancelMeeting(actor: PlacedActor, meetingId: string, input: CancelMeeting) {
  authorize(actor, "cancel", "Meeting");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const meeting = await getMeeting(db, { lo: divisionId, hi: divisionId }, meetingId);
    await refuseMinuted(db, divisionId, meetingId);
    if (meeting.state === "cancelled") throw tooLate("meetings.already-cancelled");
    if (!meetingAllows(meeting.state, "cancel")) throw tooLate("meetings.changed-meanwhile");
    const { count } = await db.meeting.updateMany({
      where: { divisionId, id: meetingId, revision: input.revision, state: meeting.state },
      data: {
        state: "cancelled",
        cancelReason: input.reason,
        // A session that is not held leaves its number to the next one; one that was held keeps it.
        ...(meeting.state !== "held" && { sequenceNumber: null }),
        icsSequence: { increment: 1 },
        revision: { increment: 1 },
      },
    });
    if (count === 0) throw tooLate("meetings.changed-meanwhile");
    await audit(db, actor, "cancel", "Meeting", meetingId);
    await emit(db, actor, MeetingCancelled, { meetingId });
    return { id: meetingId };
  });
}
