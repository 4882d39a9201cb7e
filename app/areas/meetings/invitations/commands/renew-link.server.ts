import { revokeRecordLinks } from "~/areas/identity/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { canMakeLinks, linkHash } from "../link.server";
import { INVITATION_LINK } from "../message.server";
import type { RenewLink } from "../schema";

/** Takes the link of an invitation back and makes another: for one that went to somebody else. */
export async function renewLink(
  actor: PlacedActor,
  invitationId: string,
  { turn }: RenewLink,
  now = clock(),
) {
  authorize(actor, "invite", "Invitation");
  if (!canMakeLinks()) throw new Refusal("conflict", "meetings.invited.no-key");
  const tokenHash = await linkHash(actor.place.id, invitationId, turn + 1);
  return within(actor, async (db) => {
    const { count } = await db.meetingInvitation.updateMany({
      where: { divisionId: actor.place.id, id: invitationId, linkTurn: turn, withdrawnAt: null },
      data: { linkTurn: turn + 1, tokenHash },
    });
    if (count === 0) throw tooLate("meetings.changed-meanwhile");
    await revokeRecordLinks(db, actor.place.id, { purpose: INVITATION_LINK, recordId: invitationId }, now);
    await audit(db, actor, "renew-link", "Invitation", invitationId);
    return { id: invitationId };
  });
}
