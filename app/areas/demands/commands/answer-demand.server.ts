import type { Actor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { moved, readyFor } from "../changed.server";
import { DemandAnswered } from "../events";
import type { AnswerDemand } from "../schema";
import { note } from "../timeline.server";

/**
 * Answers a referred demand: done, partly, or refused with a reason. The office does it by its personal link; the
 * county enters an answer that came on paper, with the letter's number. An answer is not yet an outcome: the citizen
 * is asked. Whoever comes second is refused with `conflict` and sees the answer that was given.
 */
export async function answerDemand(actor: Actor, id: string, input: AnswerDemand, now = clock()) {
  authorize(actor, "answer", "Demand");
  const divisionId = actor.office?.divisionId ?? actor.place?.id;
  if (divisionId === undefined) throw new Refusal("missing", "refusal.missing");
  return within(actor, async (db) => {
    const demand = await readyFor(db, { divisionId, id }, "answer", input.revision);
    authorize(actor, "answer", "Demand", demand);
    if (actor.kind !== "office" && !input.letterNumber) {
      throw new Refusal("invalid", "form.required", { field: "letterNumber" });
    }
    const { count } = await db.demand.updateMany({
      where: { divisionId, id, revision: input.revision },
      data: {
        state: "answered",
        answerKind: input.answerKind,
        answerText: input.answerText,
        answerReason: input.answerKind === "refused" ? (input.reason ?? null) : null,
        answerNumber: input.letterNumber ?? null,
        answeredAt: now,
        revision: { increment: 1 },
      },
    });
    if (count === 0) throw await moved(db, { divisionId, id }, "answer");
    await note(db, { name: demand.officeName ?? actor.name }, demand, `answered-${input.answerKind}`, now);
    await audit(db, actor, "answer", "Demand", id, ["answer_kind", "answer_text"]);
    await emit(db, actor, DemandAnswered, { demandId: id });
    return { id };
  });
}
