import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { dateOf, todayIn } from "~/lib/jalali";
import { draftRota, touchRota } from "../draft-rota.server";
import { getTurn } from "../rota-queries.server";
import type { EditTurn } from "../schema";
import { keyOfTarget, listTargets, listVisitors, targetColumns, visitorColumns } from "../targets.server";

/**
 * Gives a turn of a draft another day, place or official. Whoever comes second sees both texts. Refuses `invalid` a day outside
 * the period of the rota.
 */
export async function editTurn(
  actor: PlacedActor,
  id: string,
  input: EditTurn,
  now = clock(),
): Promise<{ rotaId: string }> {
  const divisionId = actor.place.id;
  const today = todayIn(now);
  return within(actor, async (db) => {
    const { rotaId } = await getTurn(db, divisionId, id);
    const rota = await draftRota(db, actor, rotaId, "edit");
    const before = await getTurn(db, divisionId, id);
    if (input.onDay < rota.startsOn || input.onDay > rota.endsOn)
      throw new Refusal("invalid", "visits.rota.day-outside", { field: "onDay" });
    const target = targetColumns(divisionId, input.target, await listTargets(db, actor.place, today));
    const visitor = visitorColumns(input.visitor, await listVisitors(db, actor.place, today));
    const { count } = await db.visitTurn.updateMany({
      where: { divisionId, id, revision: input.revision },
      data: {
        onDay: dateOf(input.onDay),
        target: keyOfTarget(input.target),
        targetFa: target.targetFa,
        targetEn: target.targetEn,
        visitor: `${input.visitor.kind}:${input.visitor.id}`,
        visitorFa: visitor.visitorFa,
        visitorEn: visitor.visitorEn,
        revision: { increment: 1 },
      },
    });
    if (count === 0)
      throw new Refusal("conflict", "refusal.changed", {
        theirs: { onDay: before.onDay, target: before.target, visitor: before.visitor },
        revision: before.revision,
      });
    await touchRota(db, { divisionId, id: rotaId });
    await audit(db, actor, "edit", "VisitRota", rotaId);
    return { rotaId };
  });
}

/** Takes a turn out of a draft. */
export async function dropTurn(actor: PlacedActor, id: string): Promise<{ rotaId: string }> {
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    const { rotaId } = await getTurn(db, divisionId, id);
    await draftRota(db, actor, rotaId, "edit");
    const { count } = await db.visitTurn.deleteMany({ where: { divisionId, id } });
    if (count === 0) throw new Refusal("missing", "refusal.missing");
    await touchRota(db, { divisionId, id: rotaId });
    await audit(db, actor, "edit", "VisitRota", rotaId);
    return { rotaId };
  });
}
