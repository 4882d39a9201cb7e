import { within, type Db } from "./db.server";
import type { PlacedActor } from "./actor";

/**
 * Runs a reaction's effect exactly once for an event: the mark that it was handled is written in the effect's own
 * transaction, so a job that comes twice finds it and stops. Returns whether this call had the effect.
 */
export async function reactOnce(
  actor: PlacedActor,
  eventId: string,
  reaction: string,
  effect: (db: Db) => Promise<void>,
  options: { timeout?: number; door?: boolean } = {},
): Promise<boolean> {
  const react = async (db: Db) => {
    const first = await db.$executeRaw`insert into handled_reaction (event_id, reaction)
      values (${eventId}::uuid, ${reaction}) on conflict do nothing`;
    if (first === 0) return false;
    await effect(db);
    return true;
  };
  return within(actor, react, options);
}
