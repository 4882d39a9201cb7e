import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import type { Db } from "~/kernel/db.server";
import { tooLate } from "~/kernel/refusal";
import { getRota, type Rota } from "./rota-queries.server";

/** A rota that is still a draft, to be changed or settled; whoever does so beside it waits. Refuses `conflict` afterwards. */
export async function draftRota(
  db: Db,
  actor: PlacedActor,
  id: string,
  verb: "edit" | "confirm",
): Promise<Rota> {
  const divisionId = actor.place.id;
  await db.$queryRaw`select from visit_rota where division_id = ${divisionId} and id = ${id}::uuid for update`;
  const rota = await getRota(db, divisionId, id);
  authorize(actor, verb, "VisitRota", { divisionId });
  if (rota.state !== "draft") throw tooLate("visits.rota.not-draft");
  return rota;
}

/** Says that a draft is another one now: whoever confirms it has to have seen it so. */
export async function touchRota(db: Db, { divisionId, id }: Pick<Rota, "divisionId" | "id">): Promise<void> {
  await db.visitRota.updateMany({ where: { divisionId, id }, data: { revision: { increment: 1 } } });
}
