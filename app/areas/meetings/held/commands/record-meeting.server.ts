import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { attendanceOf, refuseFutureDay, wordsOf } from "../held-meeting.server";
import { MeetingRecorded } from "../../events";
import type { RecordMeeting } from "../../schema/meeting";

/** Writes down a meeting that was held, with how many of each class took part. */
export async function recordMeeting(actor: PlacedActor, input: RecordMeeting, now = clock()) {
  authorize(actor, "record", "Meeting");
  refuseFutureDay(input.heldOn, now);
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const id = uuidv7();
    await db.meeting.create({
      data: { divisionId, id, ...wordsOf(input), state: "held", createdAt: now, createdByKey: actor.key },
    });
    await db.meetingAttendance.createMany({ data: attendanceOf(divisionId, id, input) });
    await audit(db, actor, "record", "Meeting", id);
    await emit(db, actor, MeetingRecorded, { meetingId: id });
    return { id };
  });
}
