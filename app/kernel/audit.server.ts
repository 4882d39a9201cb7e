import { uuidv7 } from "~/lib/identifiers";
import type { PlacedActor } from "./actor";
import type { Db } from "./db.server";

/**
 * Writes that the actor did `verb` to a record, in the command's own transaction. Of personal columns it says only
 * *that* they changed: `changed` holds column names, never values.
 */
export async function audit(
  db: Db,
  actor: PlacedActor,
  verb: string,
  subject: string,
  subjectId: string,
  changed: string[] = [],
): Promise<void> {
  await db.$executeRaw`insert into audit_entry (division_id, id, actor_key, actor_name, verb, subject, subject_id, changed)
    values (${actor.place.id}, ${uuidv7()}::uuid, ${actor.key}, ${actor.name}, ${verb}, ${subject}, ${subjectId}, ${changed})`;
}
