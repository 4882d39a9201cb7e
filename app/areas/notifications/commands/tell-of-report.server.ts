import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import type { News } from "../choices";
import { tellStaff } from "../tell.server";

/** Tells the level above of a report that was sent, or its own place what became of it. */
export async function tellOfReport(
  actor: PlacedActor,
  eventId: string,
  news: Extract<News, `report-${string}`>,
  { divisionId, reportId }: { divisionId: number; reportId: string },
  now = clock(),
) {
  return tellStaff(actor, eventId, "tell-of-report", now, async (db) => {
    const report = await db.report.findUnique({
      where: { divisionId_id: { divisionId, id: reportId } },
      select: { period: true },
    });
    const of = await db.division.findUnique({
      where: { id: divisionId },
      select: { nameFa: true, nameEn: true },
    });
    if (!report || !of) return null;
    const isOwn = divisionId === actor.place.id;
    return {
      news,
      params: { period: report.period, ...of },
      href: isOwn ? `/report/${report.period}` : `/reports/${divisionId}/${report.period}`,
    };
  });
}
