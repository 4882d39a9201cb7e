import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { dateOf, isoOfDate, todayIn } from "~/lib/jalali";
import { OfficerEnded } from "../events";
import { getOfficer } from "../queries.server";
import type { z } from "zod";
import type { EndOfficer } from "../schema";

/**
 * Ends an appointment to a post of an office. With a day that has come its power is gone with this very act; with a day to
 * come it lasts through that day. One that has not begun is called off. What was in the in-tray is the office's and stays.
 */
export async function endOfficer(
  actor: PlacedActor,
  id: string,
  input: z.output<typeof EndOfficer>,
  now = clock(),
) {
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    const found = await getOfficer(db, divisionId, id);
    authorize(actor, "end", "OfficePost", found);
    const today = todayIn(now);
    const isAtOnce = input.endsOn <= today;
    const neverBegins = isAtOnce && found.startsOn > today;
    if (input.endsOn < found.startsOn && !neverBegins)
      throw new Refusal("invalid", "posts.ends-before-start", { field: "endsOn" });
    const { count } = await db.officeAppointment.updateMany({
      where: { divisionId, id, endedAt: null, revision: input.revision },
      data: {
        endsOn: neverBegins ? null : dateOf(input.endsOn),
        endReason: input.reason,
        endedAt: isAtOnce ? now : null,
        revision: { increment: 1 },
      },
    });
    if (count === 0) {
      const theirs = await db.officeAppointment.findFirstOrThrow({ where: { divisionId, id } });
      if (theirs.endedAt) throw tooLate("posts.already-ended");
      throw new Refusal("conflict", "refusal.changed", {
        theirs: { endsOn: theirs.endsOn ? isoOfDate(theirs.endsOn) : "", reason: theirs.endReason ?? "" },
        revision: theirs.revision,
      });
    }
    await audit(db, actor, "end", "OfficePost", id, ["ends_on", "ended_at", "end_reason"]);
    await emit(db, actor, OfficerEnded, { divisionId, appointmentId: id });
    return { id, officeId: found.officeId };
  });
}
