import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { holdMeeting } from "../../invitations/insert-invitees.server";
import { MEETING_STEPS } from "../../lifecycle";
import { MOST_OUTCOMES } from "../choices";
import { outcomeWords } from "../outcome-words";
import type { RecordOutcome } from "../schema";

/** Writes down what came of an item, or of the meeting as such, while it sits. Refuses `missing` for an item of another meeting. */
export async function recordOutcome(
  actor: PlacedActor,
  meetingId: string,
  { itemId, ...input }: RecordOutcome,
  now = clock(),
) {
  authorize(actor, "hold", "Session");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    await holdMeeting(db, divisionId, meetingId, [...MEETING_STEPS.close.from]);
    if (itemId) {
      const item = await db.agendaItem.findFirst({
        where: { divisionId, id: itemId, meetingId, removedAt: null },
        select: { id: true },
      });
      if (!item) throw new Refusal("missing", "refusal.missing");
    }
    const { _max, _count } = await db.meetingOutcome.aggregate({
      where: { divisionId, meetingId },
      _max: { position: true },
      _count: true,
    });
    if (_count >= MOST_OUTCOMES)
      throw new Refusal("invalid", `meetings.outcome.too-many?max=${MOST_OUTCOMES}`);
    const id = uuidv7();
    await db.meetingOutcome.create({
      data: {
        divisionId,
        id,
        meetingId,
        agendaItemId: itemId ?? null,
        position: (_max.position ?? 0) + 1,
        ...outcomeWords(input),
        createdAt: now,
        createdByKey: actor.key,
      },
    });
    await audit(db, actor, "record-outcome", "Meeting", meetingId);
    return { id };
  });
}
