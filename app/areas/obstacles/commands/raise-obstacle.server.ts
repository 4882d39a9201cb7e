import { keepOfficesStanding } from "~/areas/bodies/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import { ObstacleRaised } from "../events";
import { sendToProvince } from "../new-leg.server";
import type { RaiseObstacle } from "../schema";

/** Raises an obstacle of the county and lays it before the province in the same transaction (S4-a16). */
export async function raiseObstacle(actor: PlacedActor, input: RaiseObstacle, now = clock()) {
  authorize(actor, "raise", "Obstacle");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    if (input.officeId !== undefined) await keepOfficesStanding(db, actor.place);
    const office =
      input.officeId === undefined
        ? null
        : await db.office.findUnique({ where: { divisionId_id: { divisionId, id: input.officeId } } });
    if (input.officeId !== undefined && (!office || office.closedOn)) {
      throw new Refusal("invalid", "obstacles.unknown-office", { field: "officeId" });
    }
    const id = uuidv7();
    const words = {
      title: input.title,
      kind: input.kind,
      officeName: office?.nameFa ?? null,
      triedLocally: input.triedLocally,
      effect: input.effect,
      proposal: input.proposal ?? null,
    };
    await db.obstacle.create({
      data: {
        divisionId,
        id,
        ...words,
        officeId: office?.id ?? null,
        state: "raised",
        raisedOn: dateOf(todayIn(now)),
        createdAt: now,
        createdByKey: actor.key,
      },
    });
    const leg = await sendToProvince(db, actor, id, words, now);
    await audit(db, actor, "raise", "Obstacle", id);
    await emit(db, actor, ObstacleRaised, { obstacleId: id, legId: leg.id, legDivisionId: leg.divisionId });
    return { id };
  });
}
