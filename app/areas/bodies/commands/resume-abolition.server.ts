import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { tooLate } from "~/kernel/refusal";
import { getAbolition } from "../abolition/queries.server";
import { isStuck, stuckBefore } from "../abolition/stuck";
import { BodyEnded } from "../events";

async function takeUp(db: Db, actor: PlacedActor, id: string, now: Date): Promise<boolean> {
  const divisionId = actor.place.id;
  const { count } = await db.abolition.updateMany({
    where: { divisionId, id, state: { in: ["moving", "undoing"] }, stateSince: { lt: stuckBefore(now) } },
    data: { stateSince: now },
  });
  if (count === 1) await emit(db, actor, BodyEnded, { divisionId, abolitionId: id });
  return count === 1;
}

/** Lets an act that stopped be gone on with, at a press. Refuses `conflict` one that moves or is over. */
export async function resumeAbolition(actor: PlacedActor, id: string, now = clock()): Promise<void> {
  await within(actor, async (db) => {
    const abolition = await getAbolition(db, { divisionId: actor.place.id, id });
    authorize(actor, "decide", "Abolition", abolition);
    if (!isStuck(abolition, now) || !(await takeUp(db, actor, id, now))) throw tooLate("bodies.end.goes-on");
    await audit(db, actor, "resume", "Abolition", id);
  });
}

/** Takes an act of the actor's place up again that has stood for long: its job failed for good. For the night. */
export async function takeUpAbolition(actor: PlacedActor, id: string, now = clock()): Promise<boolean> {
  authorize(actor, "carry-on", "Abolition");
  return within(actor, (db) => takeUp(db, actor, id, now));
}
