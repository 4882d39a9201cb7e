import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { holdMeeting } from "../../invitations/insert-invitees.server";
import { MEETING_STEPS } from "../../lifecycle";
import { outcomeWords } from "../outcome-words";
import { getOutcome } from "../queries.server";
import type { EditOutcome, RemoveOutcome } from "../schema";

/** Mends an outcome while the meeting sits. Of two secretaries at once the second sees what the first wrote. */
export async function editOutcome(actor: PlacedActor, outcomeId: string, input: EditOutcome) {
  authorize(actor, "hold", "Session");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const { meetingId } = await getOutcome(db, divisionId, outcomeId);
    await holdMeeting(db, divisionId, meetingId, [...MEETING_STEPS.close.from]);
    const { count } = await db.meetingOutcome.updateMany({
      where: { divisionId, id: outcomeId, revision: input.revision, removedAt: null },
      data: { ...outcomeWords(input), revision: { increment: 1 } },
    });
    if (count === 0) {
      const saved = await getOutcome(db, divisionId, outcomeId);
      const { kind, text, parties, deadline, items, speaker, place } = saved;
      throw new Refusal("conflict", "refusal.changed", {
        theirs: {
          kind,
          text,
          parties: parties ?? "",
          limitWritten: deadline ?? "",
          items: items.join("\n"),
          speaker: speaker ?? "",
          place: place ?? "",
        },
        revision: saved.revision,
      });
    }
    await audit(db, actor, "edit-outcome", "Meeting", meetingId);
    return { id: outcomeId, meetingId };
  });
}

/** Takes an outcome out. Where somebody changed it meanwhile it stays, and what stands there now is shown. */
export async function removeOutcome(
  actor: PlacedActor,
  outcomeId: string,
  { revision }: RemoveOutcome,
  now = clock(),
) {
  authorize(actor, "hold", "Session");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const { meetingId } = await getOutcome(db, divisionId, outcomeId);
    await holdMeeting(db, divisionId, meetingId, [...MEETING_STEPS.close.from]);
    const { count } = await db.meetingOutcome.updateMany({
      where: { divisionId, id: outcomeId, revision, removedAt: null },
      data: { removedAt: now, revision: { increment: 1 } },
    });
    if (count === 0) {
      const { text } = await getOutcome(db, divisionId, outcomeId);
      throw tooLate("meetings.changed-meanwhile", { theirs: { text } });
    }
    await audit(db, actor, "remove-outcome", "Meeting", meetingId);
    return { id: outcomeId, meetingId };
  });
}
