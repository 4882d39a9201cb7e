import type { Actor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";

type Of = { divisionId: number; id: string; officeId: string | null; trackingCode: string };

/** Adds a line to a demand's timeline; the citizen reads it too, so a note holds no personal data. */
export async function note(
  db: Db,
  actor: Pick<Actor, "name">,
  demand: Of,
  kind: string,
  at: Date,
  text?: string,
): Promise<void> {
  await db.demandEvent.createMany({
    data: [
      {
        divisionId: demand.divisionId,
        id: uuidv7(),
        demandId: demand.id,
        officeId: demand.officeId,
        trackingCode: demand.trackingCode,
        kind,
        note: text ?? null,
        byName: actor.name,
        at,
      },
    ],
  });
}
