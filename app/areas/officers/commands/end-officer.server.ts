import { endingOf, notToEnd } from "~/areas/posts/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
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
    const { written } = endingOf(found.startsOn, input, now);
    const { count } = await db.officeAppointment.updateMany({
      where: { divisionId, id, endedAt: null, revision: input.revision },
      data: written,
    });
    if (count === 0)
      throw notToEnd(await db.officeAppointment.findFirstOrThrow({ where: { divisionId, id } }));
    await audit(db, actor, "end", "OfficePost", id, ["ends_on", "ended_at", "end_reason"]);
    await emit(db, actor, OfficerEnded, { divisionId, appointmentId: id });
    return { id, officeId: found.officeId };
  });
}
