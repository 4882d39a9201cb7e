import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { PARTICIPANTS, type Attendance } from "../../choices";
import { changeAttendance } from "../attendance-after.server";
import { findSession } from "../queries.server";
import type { CountOthers } from "../schema";

/** Writes down how many came besides those on the list. Whoever comes second sees what the first counted. */
export async function countOthers(actor: PlacedActor, meetingId: string, input: CountOthers, now = clock()) {
  authorize(actor, "hold", "Session");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    return changeAttendance(db, actor, meetingId, now, async () => {
      const { revision } = input;
      const others = Object.fromEntries(PARTICIPANTS.map((one) => [one, input[one] ?? 0])) as Attendance;
      const { count } = await db.meetingSession.updateMany({
        where: { divisionId, meetingId, revision },
        data: { ...others, revision: { increment: 1 } },
      });
      if (count === 0) {
        const saved = await findSession(db, divisionId, meetingId);
        if (!saved) throw new Refusal("missing", "refusal.missing");
        throw new Refusal("conflict", "refusal.changed", {
          theirs: Object.fromEntries(PARTICIPANTS.map((one) => [one, String(saved.others[one] || "")])),
          revision: saved.revision,
        });
      }
      await audit(db, actor, "count-others", "Meeting", meetingId);
      return { id: meetingId };
    });
  });
}
