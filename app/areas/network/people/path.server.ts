import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, type IsoDate } from "~/lib/jalali";
import type { StepReason, KeptState } from "../choices";

/** Writes a step of the joining path into the person's history; the person himself is changed beside it. */
export async function recordStep(
  db: Db,
  actor: PlacedActor,
  personId: string,
  step: { state: KeptState; happenedOn: IsoDate; reason?: StepReason; note?: string },
  now: Date,
): Promise<void> {
  await db.personStateChange.create({
    data: {
      divisionId: actor.place.id,
      id: uuidv7(),
      personId,
      state: step.state,
      reason: step.reason ?? null,
      note: step.note ?? null,
      happenedOn: dateOf(step.happenedOn),
      createdAt: now,
      createdByKey: actor.key,
      createdByName: actor.name,
    },
  });
}
