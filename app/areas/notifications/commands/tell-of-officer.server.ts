import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import type { News } from "../choices";
import { tellStaff } from "../tell.server";

/**
 * Tells the staff of a place that somebody came to act for one of its offices by an account, no longer does, or was given
 * a link to that account. By the office's name, never a person's.
 */
export async function tellOfOfficer(
  actor: PlacedActor,
  eventId: string,
  news: Extract<News, `officer-${string}`>,
  appointmentId: string,
  now = clock(),
) {
  const divisionId = actor.place.id;
  return tellStaff(actor, eventId, "tell-of-officer", now, async (db) => {
    const row = await db.officeAppointment.findFirst({
      where: { divisionId, id: appointmentId },
      select: { officeId: true, createdByKey: true, office: { select: { nameFa: true, nameEn: true } } },
    });
    if (!row) return null;
    const exceptKey = news === "officer-appointed" ? row.createdByKey : null;
    return { news, params: row.office, href: `/offices/${row.officeId}/officers`, exceptKey };
  });
}
