import { uuidv7 } from "~/lib/identifiers";
import type { Actor } from "./actor";
import type { Db } from "./db.server";

/**
 * Writes that the actor did `verb` to a record, in the command's own transaction. Of personal columns it says only
 * *that* they changed: `changed` holds column names, never values. What the administrator does is written in the place
 * he does it to (`divisionId`).
 */
export async function audit(
  db: Db,
  actor: Actor,
  verb: string,
  subject: string,
  subjectId: string,
  changed: string[] = [],
  divisionId = actor.place?.id ?? actor.office?.divisionId,
): Promise<void> {
  if (divisionId === undefined) throw new Error("An audit entry needs the place of its actor.");
  await db.$executeRaw`insert into audit_entry (division_id, id, actor_key, actor_name, acting_for_key, verb, subject, subject_id, changed)
    values (${divisionId}, ${uuidv7()}::uuid, ${actor.key}, ${actor.name}, ${actor.actingFor?.key ?? null}, ${verb}, ${subject}, ${subjectId}, ${changed})`;
}

/** As `audit`, for an act on many records at once: a row for each of them, in one statement. */
export async function auditEach(
  db: Db,
  actor: Actor,
  verb: string,
  subject: string,
  subjectIds: readonly string[],
  changed: string[] = [],
): Promise<void> {
  const divisionId = actor.place?.id ?? actor.office?.divisionId;
  if (divisionId === undefined) throw new Error("An audit entry needs the place of its actor.");
  await db.$executeRaw`insert into audit_entry (division_id, id, actor_key, actor_name, acting_for_key, verb, subject, subject_id,
      changed)
    select ${divisionId}::int, t.id, ${actor.key}, ${actor.name}, ${actor.actingFor?.key ?? null}, ${verb}, ${subject}, t.subject_id, ${changed}
    from unnest(${subjectIds.map(() => uuidv7())}::uuid[], ${[...subjectIds]}::uuid[]) as t (id, subject_id)`;
}
