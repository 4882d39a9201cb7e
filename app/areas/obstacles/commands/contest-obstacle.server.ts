import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { ObstacleContested } from "../events";
import { getJudged } from "../judged.server";
import { sendToProvince } from "../new-leg.server";
import type { ContestAnswer } from "../schema";

/** The county says why the answer does not hold: the obstacle goes back to the level that answered, as a new leg. */
export async function contestObstacle(
  actor: PlacedActor,
  obstacleId: string,
  input: ContestAnswer,
  now = clock(),
) {
  authorize(actor, "judge", "Obstacle");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const { obstacle } = await getJudged(db, divisionId, obstacleId);
    const { count } = await db.obstacle.updateMany({
      where: { divisionId, id: obstacleId, revision: input.revision, state: "raised" },
      data: { revision: { increment: 1 } },
    });
    if (count === 0) throw new Refusal("conflict", "obstacles.changed-meanwhile");
    const leg = await sendToProvince(db, actor, obstacleId, obstacle, now, input.reason);
    await audit(db, actor, "contest", "Obstacle", obstacleId);
    await emit(db, actor, ObstacleContested, { obstacleId, legId: leg.id, legDivisionId: leg.divisionId });
    return { id: obstacleId };
  });
}
