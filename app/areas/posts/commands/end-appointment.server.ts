import type { Actor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { addDays, isoOfDate, todayIn } from "~/lib/jalali";
import { endDeputiesNow, letDeputiesGo } from "../deputies.server";
import { endingOf, notToEnd } from "../ending";
import { AppointmentEnded } from "../events";
import { reachPost } from "../reach.server";
import type { EndAppointment } from "../schema";

/**
 * Ends an appointment one level below. With a day that has come its power is gone with this very act; with a day to
 * come it lasts through that day. One that has not begun is called off. Its deputies go with it.
 */
export async function endAppointment(
  actor: Actor,
  target: { divisionId: number; appointmentId: string },
  input: EndAppointment,
  now = clock(),
) {
  const { divisionId, appointmentId: id } = target;
  return within(actor, async (db) => {
    const found = await db.appointment.findFirst({
      where: { divisionId, id },
      select: { postId: true, startsOn: true },
    });
    if (!found) throw new Refusal("missing", "refusal.missing");
    await reachPost(db, actor, "end", divisionId, found.postId);
    const { isAtOnce, written } = endingOf(isoOfDate(found.startsOn), input, now);
    const { count } = await db.appointment.updateMany({
      where: { divisionId, id, endedAt: null, revision: input.revision },
      data: written,
    });
    if (count === 0) throw notToEnd(await db.appointment.findFirstOrThrow({ where: { divisionId, id } }));
    const whose = { divisionId, postId: found.postId, appointmentId: id };
    if (isAtOnce) await endDeputiesNow(db, whose, todayIn(now), now);
    else await letDeputiesGo(db, whose, addDays(input.endsOn, 1), now);
    await audit(
      db,
      actor,
      "end",
      "Appointment",
      id,
      ["ends_on", "ended_at", "end_reason"],
      actor.place?.id ?? divisionId,
    );
    await emit(db, actor, AppointmentEnded, { divisionId, appointmentId: id });
    return { id };
  });
}
