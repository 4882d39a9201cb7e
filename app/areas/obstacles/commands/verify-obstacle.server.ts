import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { tooLate } from "~/kernel/refusal";
import { dateOf, todayIn } from "~/lib/jalali";
import { ObstacleVerified } from "../events";
import { getJudged } from "../judged.server";
import type { JudgeAnswer } from "../schema";

/** The county has seen on the ground that the answer holds; with that the obstacle is settled. */
export async function verifyObstacle(
  actor: PlacedActor,
  obstacleId: string,
  input: JudgeAnswer,
  now = clock(),
) {
  authorize(actor, "judge", "Obstacle");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const { leg } = await getJudged(db, divisionId, obstacleId);
    const { count } = await db.obstacle.updateMany({
      where: { divisionId, id: obstacleId, revision: input.revision, state: "raised" },
      data: {
        state: "verified",
        settledOn: dateOf(todayIn(now)),
        settledNote: input.note ?? null,
        revision: { increment: 1 },
      },
    });
    if (count === 0) throw tooLate("obstacles.changed-meanwhile");
    await audit(db, actor, "verify", "Obstacle", obstacleId);
    await emit(db, actor, ObstacleVerified, { obstacleId, legId: leg.id, legDivisionId: leg.divisionId });
    return { id: obstacleId };
  });
}
