import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { MeetingRecorded } from "../../events";
import { attendanceOf } from "../../held/held-meeting.server";
import { holdMeeting } from "../../invitations/insert-invitees.server";
import { MEETING_STEPS } from "../../lifecycle";
import { attendanceProblem } from "../../schema/meeting";
import type { MeetingKind } from "../../choices";
import { countPresent } from "../queries.server";
import type { SessionStep } from "../schema";

/**
 * A meeting ends: it was held from now on. How many of each class took part is what the list and the counts say; whoever was
 * marked by nobody was not there. Refuses where a class did not come without which it was no such meeting.
 */
export async function closeSession(
  actor: PlacedActor,
  meetingId: string,
  { revision }: SessionStep,
  now = clock(),
) {
  authorize(actor, "hold", "Session");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const { kind } = await holdMeeting(db, divisionId, meetingId, [...MEETING_STEPS.close.from]);
    const present = await countPresent(db, divisionId, meetingId);
    const problem = attendanceProblem(kind as MeetingKind, present);
    if (problem) throw new Refusal("invalid", problem.message);
    const { count } = await db.meeting.updateMany({
      where: { divisionId, id: meetingId, revision },
      data: { state: "held", closedAt: now, revision: { increment: 1 } },
    });
    if (count === 0) throw tooLate("meetings.changed-meanwhile");
    await db.meetingInvitation.updateMany({
      where: { divisionId, meetingId, attended: null, withdrawnAt: null },
      data: { attended: "absent", markedBy: "list" },
    });
    await db.meetingSession.updateMany({ where: { divisionId, meetingId }, data: { closedAt: now } });
    await db.meetingAttendance.deleteMany({ where: { divisionId, meetingId } });
    await db.meetingAttendance.createMany({ data: attendanceOf(divisionId, meetingId, present) });
    await audit(db, actor, "close-session", "Meeting", meetingId);
    await emit(db, actor, MeetingRecorded, { meetingId });
    return { id: meetingId };
  });
}
