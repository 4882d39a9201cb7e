import type { OfficeRow } from "~/areas/bodies/schema";
import type { PlacedActor } from "~/kernel/actor";
import { auditEach } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import type { Participants } from "../choices";
import { InviteesAdded } from "../events";
import { holdMeeting, insertInvitees, type NewInvitee } from "./insert-invitees.server";
import { INVITING_STATES } from "./inviting-states";

/** How many were invited now, were invited before, and found no room. */
export type Invited = { added: number; known: number; over: number };

/** Invites those whom `find` names, in one unit of work that holds the meeting. */
export async function invite(
  actor: PlacedActor,
  meetingId: string,
  now: Date,
  find: (db: Db) => Promise<NewInvitee[]>,
): Promise<Invited> {
  authorize(actor, "invite", "Invitation");
  return within(actor, async (db) => {
    await holdMeeting(db, actor.place.id, meetingId, INVITING_STATES);
    const { ids, known, over } = await insertInvitees(db, actor, meetingId, await find(db), now);
    await auditEach(db, actor, "invite", "Invitation", ids);
    if (ids.length > 0) await emit(db, actor, InviteesAdded, { meetingId });
    return { added: ids.length, known, over };
  });
}

/** Of which class of participants an office is. */
export const classOf = ({ kind }: Pick<OfficeRow, "kind">): Participants =>
  kind === "municipality" ? "municipalities" : kind === "council" ? "councils" : "bodies";
