import type { Db } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { awaitsJudgement } from "./lifecycle";
import type { LegState, ObstacleState } from "./choices";

/** The county's obstacle with the leg whose answer awaits its word. Refuses when there is no such answer. */
export async function getJudged(db: Db, divisionId: number, obstacleId: string) {
  const obstacle = await db.obstacle.findUnique({ where: { divisionId_id: { divisionId, id: obstacleId } } });
  if (!obstacle) throw new Refusal("missing", "refusal.missing");
  const leg = await db.obstacleLeg.findFirst({
    where: { sourceDivisionId: divisionId, obstacleId },
    orderBy: [{ arrivedAt: "desc" }, { id: "desc" }],
  });
  if (!leg || !awaitsJudgement(obstacle.state as ObstacleState, leg.state as LegState)) {
    throw tooLate("obstacles.nothing-to-judge");
  }
  return { obstacle, leg };
}
