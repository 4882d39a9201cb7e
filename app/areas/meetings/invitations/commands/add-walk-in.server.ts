import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { WalkInAgreed } from "../../events";
import { changeAttendance } from "../../session/attendance-after.server";
import { insertInvitees, refuseInvitedNumber } from "../insert-invitees.server";
import type { AddWalkIn } from "../schema";

/**
 * Writes down somebody who came without an invitation. Whoever agrees to be asked into the network becomes a candidate of the
 * county by his number, which is kept for that and for nothing else.
 */
export async function addWalkIn(actor: PlacedActor, meetingId: string, input: AddWalkIn, now = clock()) {
  authorize(actor, "mark", "Invitation");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    return changeAttendance(db, actor, meetingId, now, async () => {
      const { name, mobile, participants, consents } = input;
      if (mobile) await refuseInvitedNumber(db, divisionId, meetingId, mobile);
      const { ids } = await insertInvitees(
        db,
        actor,
        meetingId,
        [
          {
            kind: "walk-in",
            participants,
            name,
            ...(consents && mobile ? { mobile, consentedAt: now } : {}),
          },
        ],
        now,
      );
      const [id] = ids;
      if (!id) throw new Refusal("invalid", "meetings.invite.full");
      await db.meetingInvitation.updateMany({
        where: { divisionId, id },
        data: { attended: "present", arrivedAt: now, markedBy: "list" },
      });
      await audit(db, actor, "add-walk-in", "Invitation", id);
      if (consents && actor.place.level === "county")
        await emit(db, actor, WalkInAgreed, { invitationId: id });
      return { id };
    });
  });
}
