import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { tellStaff } from "../tell.server";

/**
 * Tells a place of a report that it has not sent, or the level above of one that stays out. A report that was sent
 * meanwhile is told to nobody. `day` is the day it is due, or of a rehearsal the quarter's last.
 */
export async function tellOfReportReminder(
  actor: PlacedActor,
  eventId: string,
  reminded: {
    divisionId: number;
    period: string;
    kind: "rehearsal" | "due-soon" | "overdue" | "silent";
    day: string;
  },
  now = clock(),
) {
  const { divisionId, period, kind, day } = reminded;
  return tellStaff(actor, eventId, `report-${kind}`, now, async (db) => {
    const report = await db.report.findFirst({
      where: { divisionId, period },
      orderBy: { version: "desc" },
      select: { state: true },
    });
    if (report && !["open", "draft", "returned"].includes(report.state)) return null;
    const of = await db.division.findUnique({
      where: { id: divisionId },
      select: { nameFa: true, nameEn: true },
    });
    if (!of) return null;
    const isOwn = divisionId === actor.place.id;
    return {
      news: `report-${kind}`,
      params: { period, day, ...of },
      href: isOwn ? `/report/${period}` : `/reports?period=${period}&show=missing`,
    };
  });
}
