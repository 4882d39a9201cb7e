import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { holdMeeting } from "../../invitations/insert-invitees.server";
import { MEETING_STEPS } from "../../lifecycle";
import type { SettleItem } from "../schema";

/** Says that an item of the agenda is done, or open again, while the meeting sits. Two who say the same are one. */
export async function settleItem(
  actor: PlacedActor,
  meetingId: string,
  { itemId, state, revision }: SettleItem,
) {
  authorize(actor, "hold", "Session");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    await holdMeeting(db, divisionId, meetingId, MEETING_STEPS.close.from);
    const where = { divisionId, id: itemId, meetingId, removedAt: null };
    const item = await db.agendaItem.findFirst({ where, select: { state: true } });
    if (!item) throw new Refusal("missing", "refusal.missing");
    if (item.state === state) return { id: itemId };
    const { count } = await db.agendaItem.updateMany({
      where: { ...where, revision },
      data: { state, revision: { increment: 1 } },
    });
    if (count === 0) throw tooLate("meetings.changed-meanwhile");
    await audit(db, actor, "settle-agenda-item", "Meeting", meetingId);
    return { id: itemId };
  });
}
