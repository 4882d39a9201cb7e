import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import type { MeetingKind } from "../choices";
import { attendanceOf } from "../held/held-meeting.server";
import { holdMeeting } from "../invitations/insert-invitees.server";
import { holdDraft, keepReview, type DraftRow } from "../minutes/draft.server";
import { minutesAllow } from "../minutes/life";
import type { ReviewAttendee } from "../minutes/review";
import { listAttendees } from "../own-minutes/composed.server";
import { attendanceProblem } from "../schema/meeting";
import { mendedAttendees } from "./mended-attendees";
import { countPresent } from "./queries.server";

/** The newest draft of the minutes of a meeting, held; null before one is written. */
async function newestDraft(db: Db, actor: PlacedActor, meetingId: string): Promise<DraftRow | null> {
  const newest = await db.minutesDraft.findFirst({
    where: { divisionId: actor.place.id, meetingId },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  return newest ? holdDraft(db, actor, newest.id) : null;
}

/**
 * Changes the attendance of a meeting that sits, or was held and whose minutes are still written on. After the meeting what
 * is counted follows the list, and so does the draft of the minutes, but for the lines in which a person wrote otherwise.
 * Refuses `missing`, what comes too late once minutes are open for comments or approved, for a meeting that was only
 * recorded, and `invalid` where a class would be missing without which it was no such meeting.
 */
export async function changeAttendance<T>(
  db: Db,
  actor: PlacedActor,
  meetingId: string,
  now: Date,
  change: () => Promise<T>,
): Promise<T> {
  const divisionId = actor.place.id;
  const { state, kind } = await holdMeeting(db, divisionId, meetingId, ["in-session", "held"]);
  if (state === "in-session") return change();

  const sat = await db.meetingSession.count({ where: { divisionId, meetingId } });
  if (sat === 0) throw tooLate("meetings.invited.not-now");
  const draft = await newestDraft(db, actor, meetingId);
  if (draft && (draft.life === null || !minutesAllow(draft.life, "edit")))
    throw tooLate(
      draft.life === "approved" ? "meetings.attendance.frozen" : "meetings.attendance.open-for-comments",
    );
  // A version stands: its correction tells anew what was decided, not who was there.
  if (draft && draft.version > 1) throw tooLate("meetings.attendance.frozen");

  const before: ReviewAttendee[] = draft ? await listAttendees(db, divisionId, meetingId) : [];
  const done = await change();
  const present = await countPresent(db, divisionId, meetingId);
  const problem = attendanceProblem(kind as MeetingKind, present);
  if (problem) throw new Refusal("invalid", problem.message);
  await db.meetingAttendance.deleteMany({ where: { divisionId, meetingId } });
  await db.meetingAttendance.createMany({ data: attendanceOf(divisionId, meetingId, present) });
  if (draft) {
    const after = await listAttendees(db, divisionId, meetingId);
    const attendees = mendedAttendees(draft.review.attendees, before, after);
    await keepReview(db, actor, draft, { ...draft.review, attendees }, now);
  }
  return done;
}

/** Whether the attendance of a meeting can still be changed, as `changeAttendance` takes it. */
export async function isAttendanceOpen(
  db: Db,
  divisionId: number,
  { id: meetingId, state }: { id: string; state: string },
): Promise<boolean> {
  if (state === "in-session") return true;
  if (state !== "held") return false;
  const sat = await db.meetingSession.count({ where: { divisionId, meetingId } });
  const closed = await db.minutesDraft.count({
    where: { divisionId, meetingId, OR: [{ life: { not: "writing" } }, { version: { gt: 1 } }] },
  });
  return sat > 0 && closed === 0;
}
