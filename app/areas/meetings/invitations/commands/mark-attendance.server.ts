import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { changeAttendance } from "../../session/attendance-after.server";
import { holdMeeting } from "../insert-invitees.server";
import { getInvitation } from "../queries.server";
import type { MarkAttendance, MarkMany } from "../schema";

/**
 * Marks how one invitee took part, while the meeting sits and until its minutes are open for comments. Two who mark the same thing are one; where somebody marked him
 * otherwise meanwhile nothing changes, and the page says so.
 */
export async function markAttendance(
  actor: PlacedActor,
  meetingId: string,
  { invitationId, attended, was }: MarkAttendance,
  now = clock(),
) {
  authorize(actor, "mark", "Invitation");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    return changeAttendance(db, actor, meetingId, now, async () => {
      const row = await getInvitation(db, divisionId, invitationId);
      if (row.meetingId !== meetingId) throw new Refusal("missing", "refusal.missing");
      const before = row.attended ?? "none";
      if (before === attended) return { id: invitationId };
      if (before !== was) throw tooLate("meetings.attendance.marked-meanwhile");
      const isThere = attended !== "none" && attended !== "absent";
      await db.meetingInvitation.updateMany({
        where: { divisionId, id: invitationId },
        data: {
          attended: attended === "none" ? null : attended,
          arrivedAt: isThere ? now : null,
          markedBy: attended === "none" ? null : "list",
        },
      });
      await audit(db, actor, "mark", "Invitation", invitationId, ["attended"]);
      return { id: invitationId };
    });
  });
}

/** Marks many at once, of those alone whom nobody has marked: no mark of a colleague is written over. */
export async function markMany(actor: PlacedActor, meetingId: string, { which }: MarkMany, now = clock()) {
  authorize(actor, "mark", "Invitation");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    await holdMeeting(db, divisionId, meetingId, ["in-session"]);
    const count =
      which === "who-said-yes"
        ? await db.$executeRaw`update meeting_invitation
            set attended = case reply when 'deputy' then 'deputy' else 'present' end, arrived_at = ${now}, marked_by = 'list'
          where division_id = ${divisionId} and meeting_id = ${meetingId}::uuid and withdrawn_at is null
            and attended is null and reply in ('yes', 'deputy')`
        : await db.$executeRaw`update meeting_invitation set attended = 'absent', marked_by = 'list'
          where division_id = ${divisionId} and meeting_id = ${meetingId}::uuid and withdrawn_at is null
            and attended is null`;
    await audit(db, actor, "mark-many", "Meeting", meetingId);
    return { count };
  });
}
