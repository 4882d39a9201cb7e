import type { PlacedActor } from "~/kernel/actor";
import { may } from "~/kernel/authorize";
import type { Db } from "~/kernel/db.server";
import type { MeetingState } from "../choices";
import { INVITING_STATES } from "./inviting-states";
import { countInvitations, type InvitedCounts } from "./queries.server";

/** What the page of a meeting shows of its invitations; null to the levels above, who see none. */
export type InvitedOfMeeting = { counts: InvitedCounts; mayInvite: boolean; hasSession: boolean };

export async function invitedOfMeeting(
  db: Db,
  actor: PlacedActor,
  meeting: { id: string; divisionId: number; state: MeetingState },
): Promise<InvitedOfMeeting | null> {
  if (meeting.divisionId !== actor.place.id) return null;
  const counts = await countInvitations(db, meeting.divisionId, meeting.id);
  const mayInvite = INVITING_STATES.includes(meeting.state) && may(actor, "invite", "Invitation");
  // A meeting that was only recorded afterwards has invited nobody.
  if (counts.all === 0 && !mayInvite) return null;
  const hasSession = !["draft", "cancelled"].includes(meeting.state) && may(actor, "hold", "Session");
  return { counts, mayInvite, hasSession };
}
