import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { ObstacleAnswered } from "../events";
import { legAllows } from "../lifecycle";
import { getOwnLeg } from "../queries.server";
import type { AnswerObstacle } from "../schema";

/**
 * Answers a received obstacle with one of four outcomes and its words; the county reads it at once and judges it.
 * Whoever comes second is refused with `conflict` and sees the answer that was given.
 */
export async function answerObstacle(
  actor: PlacedActor,
  legId: string,
  input: AnswerObstacle,
  now = clock(),
) {
  authorize(actor, "answer", "ObstacleLeg");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const leg = await getOwnLeg(db, divisionId, legId);
    const refuse = (): never => {
      throw new Refusal("conflict", "refusal.changed", {
        theirs: { answerKind: leg.answerKind ?? "", answerText: leg.answerText ?? "" },
        revision: leg.revision,
      });
    };
    if (!legAllows(leg.state, "answer")) refuse();
    const { count } = await db.obstacleLeg.updateMany({
      where: { divisionId, id: legId, revision: input.revision },
      data: {
        state: "answered",
        answerKind: input.answerKind,
        answerText: input.answerText,
        answeredAt: now,
        answeredByName: actor.name,
        revision: { increment: 1 },
      },
    });
    if (count === 0) refuse();
    await audit(db, actor, "answer", "ObstacleLeg", legId);
    const { obstacleId, sourceDivisionId } = leg;
    await emit(db, actor, ObstacleAnswered, { obstacleId, legId, sourceDivisionId });
    return { id: legId };
  });
}
