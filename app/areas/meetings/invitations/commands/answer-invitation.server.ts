import { queueMessages, withdrawMessages } from "~/areas/notifications/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { ANSWERING_STATES } from "../inviting-states";
import { dismissDeputy } from "../dismiss-deputy.server";
import { aboutMeeting, sayToDeputy } from "../message.server";
import { getCalledMeeting, getInvitation } from "../queries.server";
import type { Answer } from "../schema";

/**
 * Writes down what an invitee says by his link, as his place's hand. He may say something else until the meeting is over;
 * whoever answers from an older page sees what was said meanwhile. A reminder that waits does not go to whoever declines.
 * A deputy whose number he gives is invited at once by a link of his own; one who is sent no more is told so, if he knew.
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
    const before = await getInvitation(db, divisionId, invitationId);
    const { meetingId } = before;
    const meeting = await getCalledMeeting(db, divisionId, meetingId);
    if (!ANSWERING_STATES.includes(meeting.state)) throw tooLate("meetings.invited.answer-too-late");
    const isDeputy = answer.reply === "deputy";
    const deputyMobile = isDeputy ? (answer.deputyMobile ?? null) : null;
    const { count } = await db.meetingInvitation.updateMany({
      where: { divisionId, id: invitationId, revision: answer.revision, withdrawnAt: null },
      data: {
        reply: answer.reply,
        replyNote: answer.note ?? null,
        deputyName: isDeputy ? (answer.deputyName ?? null) : null,
        deputyRole: isDeputy ? (answer.deputyRole ?? null) : null,
        deputyMobile,
        repliedAt: now,
        // Whoever answers knows of the meeting: he and his deputy hear of its moves.
        ...(deputyMobile && before.sentAt === null && { sentAt: now, toldSequence: meeting.sequence }),
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
          deputyMobile: saved.deputyMobile ?? "",
        },
        revision: saved.revision,
      });
    }
    const about = aboutMeeting(meetingId);
    if (deputyMobile !== before.deputyMobile) {
      if (before.deputyMobile)
        await dismissDeputy(
          db,
          hand,
          meeting,
          invitationId,
          { name: before.deputyName ?? "", mobile: before.deputyMobile },
          `${answer.revision}`,
          now,
        );
      if (deputyMobile && answer.deputyName) {
        const deputy = { name: answer.deputyName, mobile: deputyMobile };
        const once = `meeting-deputy:${answer.revision}`;
        const said = sayToDeputy("meeting-invited", meeting, invitationId, deputy, once);
        await queueMessages(db, hand, [said], now);
      }
    }
    if (answer.reply === "no")
      await withdrawMessages(db, hand, about, now, {
        part: invitationId,
        kind: "meeting-reminder",
      });
    await audit(db, hand, "answer", "Invitation", invitationId, ["reply"]);
    return { id: invitationId };
  });
}
