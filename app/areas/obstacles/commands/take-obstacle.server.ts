import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { tooLate } from "~/kernel/refusal";
import { ObstacleTaken } from "../events";
import { legAllows } from "../lifecycle";
import { getOwnLeg } from "../queries.server";
import type { TakeObstacle } from "../schema";

/** Takes a received obstacle in hand: the county sees that somebody works on it. */
export async function takeObstacle(actor: PlacedActor, legId: string, input: TakeObstacle, now = clock()) {
  authorize(actor, "take", "ObstacleLeg");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const leg = await getOwnLeg(db, divisionId, legId);
    if (!legAllows(leg.state, "take")) throw tooLate("obstacles.already-taken");
    const { count } = await db.obstacleLeg.updateMany({
      where: { divisionId, id: legId, revision: input.revision },
      data: { state: "taken", takenAt: now, revision: { increment: 1 } },
    });
    if (count === 0) throw tooLate("obstacles.changed-meanwhile");
    await audit(db, actor, "take", "ObstacleLeg", legId);
    const { obstacleId, sourceDivisionId } = leg;
    await emit(db, actor, ObstacleTaken, { obstacleId, legId, sourceDivisionId });
    return { id: legId };
  });
}
