import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import type { News } from "../choices";
import { tellStaff } from "../tell.server";

/** Tells the province of an obstacle that came to it, or the county of the answer. */
export async function tellOfObstacle(
  actor: PlacedActor,
  eventId: string,
  news: Extract<News, `obstacle-${string}`>,
  { obstacleId, legId, legDivisionId }: { obstacleId: string; legId: string; legDivisionId?: number },
  now = clock(),
) {
  return tellStaff(actor, eventId, "tell-of-obstacle", now, async (db) => {
    const leg = await db.obstacleLeg.findFirst({
      where: {
        id: legId,
        ...(legDivisionId === undefined
          ? { sourceDivisionId: actor.place.id }
          : { divisionId: legDivisionId }),
      },
      select: { title: true, sourceDivisionId: true },
    });
    if (!leg) return null;
    const from = await db.division.findUnique({
      where: { id: leg.sourceDivisionId },
      select: { nameFa: true, nameEn: true },
    });
    const isCounty = leg.sourceDivisionId === actor.place.id;
    return {
      news,
      params: { title: leg.title, nameFa: from?.nameFa ?? "", nameEn: from?.nameEn ?? "" },
      href: isCounty ? `/obstacles/${obstacleId}` : `/obstacles/received/${legId}`,
    };
  });
}
