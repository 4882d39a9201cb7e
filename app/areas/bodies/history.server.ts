import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import type { BODY_EVENTS } from "./choices";

/**
 * Writes a line of a body's history in the command's own transaction. What the national office writes stands for every
 * place below; what a province or county writes stands for itself.
 */
export async function tellOfBody(
  db: Db,
  actor: PlacedActor,
  line: { organisationId: string; kind: (typeof BODY_EVENTS)[number]; note?: string },
  now: Date,
): Promise<void> {
  const { level, id } = actor.place;
  await db.$executeRaw`
    insert into body_event (division_id, id, organisation_id, kind, note, by_name, by_key, at, published_at)
    values (${id}, ${uuidv7()}::uuid, ${line.organisationId}::uuid, ${line.kind}, ${line.note ?? null}, ${actor.name},
      ${actor.key}, ${now}, ${level === "nation" ? now : null})`;
}
