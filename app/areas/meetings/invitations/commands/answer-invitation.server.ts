import { withdrawMessages } from "~/areas/notifications/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { ANSWERING_STATES } from "../inviting-states";
import { aboutMeeting } from "../message.server";
import { getCalledMeeting, getInvitation } from "../queries.server";
import type { Answer } from "../schema";

/**
 * Writes down what an invitee says by his link, as his place's hand. He may say something else until the meeting is over;
 * whoever answers from an older page sees what was said meanwhile. A reminder that waits does not go to whoever declines.
 */
export async function answerInvitation(
  hand: PlacedActor,
  invitationId: string,
  answer: Answer,
  now = clock(),
) {
  authorize(hand, "answer", "Invitation", { id: invitationId });
  return within(hand, async (db) => {
    const divisionId = hand.place.id;
    const { meetingId } = await getInvitation(db, divisionId, invitationId);
    const meeting = await getCalledMeeting(db, divisionId, meetingId);
    if (!ANSWERING_STATES.includes(meeting.state)) throw tooLate("meetings.invited.answer-too-late");
    const isDeputy = answer.reply === "deputy";
    const { count } = await db.meetingInvitation.updateMany({
      where: { divisionId, id: invitationId, revision: answer.revision, withdrawnAt: null },
      data: {
        reply: answer.reply,
        replyNote: answer.note ?? null,
        deputyName: isDeputy ? (answer.deputyName ?? null) : null,
        deputyRole: isDeputy ? (answer.deputyRole ?? null) : null,
        repliedAt: now,
        revision: { increment: 1 },
      },
    });
    if (count === 0) {
      const saved = await getInvitation(db, divisionId, invitationId);
      throw new Refusal("conflict", "refusal.changed", {
        theirs: {
          reply: saved.reply ?? "",
          note: saved.replyNote ?? "",
          deputyName: saved.deputyName ?? "",
          deputyRole: saved.deputyRole ?? "",
        },
        revision: saved.revision,
      });
    }
    if (answer.reply === "no")
      await withdrawMessages(db, hand, aboutMeeting(meetingId), now, {
        part: invitationId,
        kind: "meeting-reminder",
      });
    await audit(db, hand, "answer", "Invitation", invitationId, ["reply"]);
    return { id: invitationId };
  });
}
