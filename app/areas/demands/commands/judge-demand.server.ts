import type { Actor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { DemandJudged } from "../events";
import { allows, VERDICTS, type State } from "../lifecycle";
import type { JudgeDemand } from "../schema";
import { note } from "../timeline.server";

/**
 * The citizen's word on an answer: solved, partly, or not. Given once, by whoever holds the tracking code. "Not
 * solved" reopens the demand at the county. A second word is refused with `conflict`.
 */
export async function judgeDemand(actor: Actor, input: JudgeDemand, now = clock()) {
  authorize(actor, "judge", "Demand");
  const { trackingCode } = actor;
  if (!trackingCode) throw new Refusal("missing", "refusal.missing");
  return within(actor, async (db) => {
    const demand = await db.demand.findUnique({ where: { trackingCode } });
    if (!demand) throw new Refusal("missing", "refusal.missing");
    authorize(actor, "judge", "Demand", demand);
    const { divisionId, id, revision } = demand;
    if (!allows(demand.state as State, "judge")) {
      throw new Refusal("conflict", "demands.already-judged");
    }
    const { count } = await db.demand.updateMany({
      where: { divisionId, id, revision },
      data: {
        state: VERDICTS[input.verdict],
        verdict: input.verdict,
        verdictAt: now,
        revision: { increment: 1 },
      },
    });
    if (count === 0) throw new Refusal("conflict", "demands.already-judged");
    await note(db, actor, demand, `judged-${input.verdict}`, now);
    await audit(db, actor, "judge", "Demand", id, ["verdict"], divisionId);
    await emit(db, actor, DemandJudged, { demandId: id, verdict: input.verdict }, divisionId);
    return { id };
  });
}
