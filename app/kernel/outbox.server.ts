import { uuidv7 } from "~/lib/identifiers";
import type { Actor } from "./actor";
import type { Db } from "./db.server";
import type { Event } from "./event";

/**
 * Writes the event in the command's own transaction: it exists exactly if the fact does. One event per act.
 * `divisionId` is where it happened, when the actor stands in no place (the citizen).
 */
export async function emit<P extends Record<string, unknown>>(
  db: Db,
  actor: Actor,
  event: Event<P>,
  payload: P,
  divisionId = actor.place?.id ?? actor.office?.divisionId ?? 0,
): Promise<void> {
  await db.$executeRaw`insert into outbox_event (id, division_id, type, payload, actor_key)
    values (${uuidv7()}::uuid, ${divisionId}, ${event.type}, ${JSON.stringify(payload)}::jsonb, ${actor.key})`;
}

/** As `emit`, for many facts of one act of which each has its own reaction: one statement for all of them. */
export async function emitEach<P extends Record<string, unknown>>(
  db: Db,
  actor: Actor,
  event: Event<P>,
  payloads: readonly P[],
): Promise<void> {
  const divisionId = actor.place?.id ?? actor.office?.divisionId ?? 0;
  await db.$executeRaw`insert into outbox_event (id, division_id, type, payload, actor_key)
    select t.id, ${divisionId}, ${event.type}, t.payload::jsonb, ${actor.key}
    from unnest(${payloads.map(() => uuidv7())}::uuid[], ${payloads.map((one) => JSON.stringify(one))}::text[]) as t (id, payload)`;
}

/**
 * As `emitEach`, for what comes due later: no reaction begins before `afterMs` milliseconds are over. Whoever waits for an
 * hour says how far it is from his own clock, which in the sample is a set one.
 */
export async function emitLater<P extends Record<string, unknown>>(
  db: Db,
  actor: Actor,
  event: Event<P>,
  payloads: readonly { payload: P; afterMs: number }[],
): Promise<void> {
  if (payloads.length === 0) return;
  const divisionId = actor.place?.id ?? actor.office?.divisionId ?? 0;
  await db.$executeRaw`insert into outbox_event (id, division_id, type, payload, actor_key, due_at)
    select t.id, ${divisionId}, ${event.type}, t.payload::jsonb, ${actor.key},
      now() + make_interval(secs => t.ms / 1000)
    from unnest(${payloads.map(() => uuidv7())}::uuid[], ${payloads.map(({ payload }) => JSON.stringify(payload))}::text[],
      ${payloads.map(({ afterMs }) => Math.max(0, Math.ceil(afterMs)))}::float8[]) as t (id, payload, ms)`;
}
