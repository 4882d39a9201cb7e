import { randomInt } from "node:crypto";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { MeetingOpened } from "../../events";
import { getCalledMeeting } from "../../invitations/queries.server";
import { MEETING_STEPS, meetingAllows } from "../../lifecycle";
import type { SessionStep } from "../schema";

/** Digits of a meeting's code: short enough to be typed from across a room; wrong ones are counted. */
const CODE_DIGITS = 5;

/** A meeting begins: from now on it has a code, outcomes are written down, and whoever comes is marked. Not before its day. */
export async function openSession(
  actor: PlacedActor,
  meetingId: string,
  { revision }: SessionStep,
  now = clock(),
) {
  authorize(actor, "hold", "Session");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const meeting = await getCalledMeeting(db, divisionId, meetingId);
    if (!meetingAllows(meeting.state, "open")) throw tooLate("meetings.session.not-to-open");
    if (meeting.heldOn > todayIn(now)) throw new Refusal("invalid", "meetings.session.not-its-day");
    const { count } = await db.meeting.updateMany({
      where: { divisionId, id: meetingId, revision, state: { in: [...MEETING_STEPS.open.from] } },
      data: { state: "in-session", startedAt: now, revision: { increment: 1 } },
    });
    if (count === 0) throw tooLate("meetings.changed-meanwhile");
    await db.meetingSession.create({
      data: {
        divisionId,
        meetingId,
        code: String(randomInt(10 ** (CODE_DIGITS - 1), 10 ** CODE_DIGITS)),
        openedAt: now,
        openedByKey: actor.key,
      },
    });
    await audit(db, actor, "open-session", "Meeting", meetingId);
    await emit(db, actor, MeetingOpened, { meetingId });
    return { id: meetingId };
  });
}
