import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { VisitExcused } from "../events";
import type { MissVisit } from "../schema";
import { visitFor } from "../step.server";

/** Writes anew why nobody came, and whether that is an excuse. Whoever comes second sees both texts. */
export async function excuseNoShow(
  actor: PlacedActor,
  id: string,
  { reason, excused, revision }: MissVisit,
): Promise<void> {
  const divisionId = actor.place.id;
  await within(actor, async (db) => {
    const before = await visitFor(db, actor, id, "excuse");
    const { count } = await db.visit.updateMany({
      where: { divisionId, id, revision },
      data: { reason, excused: excused === "yes", revision: { increment: 1 } },
    });
    if (count === 0)
      throw new Refusal("conflict", "refusal.changed", {
        theirs: { reason: before.reason ?? "", excused: before.excused ? "yes" : "no" },
        revision: before.revision,
      });
    await audit(db, actor, "excuse", "Visit", id, ["reason", "excused"]);
    await emit(db, actor, VisitExcused, { visitId: id });
  });
}
