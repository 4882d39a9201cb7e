import { revokeRecordLinks } from "~/areas/identity/door.server";
import { partsReached, queueMessages, withdrawMessages } from "~/areas/notifications/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { tooLate } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { OfficeBelowTold, PostBelowTold } from "../../events";
import { dismissDeputy } from "../dismiss-deputy.server";
import { holdMeeting } from "../insert-invitees.server";
import { INVITING_STATES } from "../inviting-states";
import { aboutMeeting, beginOf, INVITATION_LINK, sayOfMeeting } from "../message.server";
import { getCalledMeeting, getInvitation } from "../queries.server";
import { invitationsToTell } from "../receivers.server";
import type { WithdrawInvitation } from "../schema";

/**
 * Takes an invitation back: its link opens nothing any more, and its number is given to nobody else. What has not gone yet
 * is called off; whoever may know of the invitation, also a deputy, is told that it does not hold any more. Refuses one whose
 * invitee came, and what comes too late where it was answered or taken back meanwhile.
 */
export async function withdrawInvitation(
  actor: PlacedActor,
  invitationId: string,
  { revision }: WithdrawInvitation,
  now = clock(),
) {
  authorize(actor, "withdraw", "Invitation");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const { meetingId } = await getInvitation(db, divisionId, invitationId);
    await holdMeeting(db, divisionId, meetingId, INVITING_STATES);
    const row = await getInvitation(db, divisionId, invitationId);
    if (row.attended && row.attended !== "absent") throw tooLate("meetings.invited.came-already");
    const meeting = await getCalledMeeting(db, divisionId, meetingId);
    const [toTell] = await invitationsToTell(db, divisionId, meetingId, {
      after: row.number - 1,
      today: todayIn(now),
      size: 1,
    });
    const { count } = await db.meetingInvitation.updateMany({
      where: { divisionId, id: invitationId, revision, withdrawnAt: null },
      data: { withdrawnAt: now, tokenHash: null, linkTurn: { increment: 1 }, revision: { increment: 1 } },
    });
    if (count === 0) throw tooLate("meetings.changed-meanwhile");
    const about = aboutMeeting(meetingId);
    await withdrawMessages(db, actor, about, now, { part: invitationId });
    const deputy = toTell?.id === invitationId ? toTell.deputy : null;
    if (deputy) await dismissDeputy(db, actor, meeting, invitationId, deputy, `turn-${row.linkTurn}`, now);
    const reached = await partsReached(db, divisionId, about, [invitationId]);
    if (reached.size > 0 && toTell?.id === invitationId && now < beginOf(meeting))
      await queueMessages(
        db,
        actor,
        toTell.receivers.map((receiver) =>
          sayOfMeeting(
            "meeting-withdrawn",
            meeting,
            invitationId,
            receiver,
            `meeting-withdrawn:${row.linkTurn}`,
          ),
        ),
        now,
      );
    // Whoever holds a post below, or is an officer there, reads it on the pages of his own place.
    if (row.sentAt && toTell?.id === invitationId && toTell.below && now < beginOf(meeting)) {
      const { below } = toTell;
      const once = `meeting-withdrawn:${row.linkTurn}`;
      const said = { meetingId, invitationId, say: "meeting-withdrawn", once };
      if (below.postId === undefined) await emit(db, actor, OfficeBelowTold, { ...below, ...said });
      else await emit(db, actor, PostBelowTold, { ...below, ...said });
    }
    await revokeRecordLinks(db, actor.place.id, { purpose: INVITATION_LINK, recordId: invitationId }, now);
    await audit(db, actor, "withdraw", "Invitation", invitationId);
    return { id: invitationId, meetingId };
  });
}
