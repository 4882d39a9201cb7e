import { uuidv7 } from "~/lib/identifiers";
import type { Actor } from "./actor";
import type { Db } from "./db.server";
import type { Event } from "./event";

/** Writes the event in the command's own transaction: it exists exactly if the fact does. One event per act. */
export async function emit<P extends Record<string, unknown>>(
  db: Db,
  actor: Actor,
  event: Event<P>,
  payload: P,
): Promise<void> {
  const divisionId = actor.place?.id ?? actor.office?.divisionId ?? 0;
  await db.$executeRaw`insert into outbox_event (id, division_id, type, payload, actor_key)
    values (${uuidv7()}::uuid, ${divisionId}, ${event.type}, ${JSON.stringify(payload)}::jsonb, ${actor.key})`;
}
