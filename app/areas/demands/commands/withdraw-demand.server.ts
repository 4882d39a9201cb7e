import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { moved, readyFor } from "../changed.server";
import { DemandWithdrawn } from "../events";
import type { WithdrawDemand } from "../schema";
import { note } from "../timeline.server";

/** Closes a demand that its citizen took back; the reason stands in the timeline. */
export async function withdrawDemand(actor: PlacedActor, id: string, input: WithdrawDemand, now = clock()) {
  authorize(actor, "withdraw", "Demand");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const demand = await readyFor(db, { divisionId, id }, "withdraw", input.revision);
    const { count } = await db.demand.updateMany({
      where: { divisionId, id, revision: input.revision },
      data: { state: "withdrawn", revision: { increment: 1 } },
    });
    if (count === 0) throw await moved(db, { divisionId, id }, "withdraw");
    await note(db, actor, demand, "withdrawn", now, input.reason);
    await audit(db, actor, "withdraw", "Demand", id);
    await emit(db, actor, DemandWithdrawn, { demandId: id });
    return { id };
  });
}
