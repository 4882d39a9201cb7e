import type { PlacedActor } from "~/kernel/actor";
import { reactOnce } from "~/kernel/reaction.server";
import { compareMany, comparePerson } from "../duplicates/pairs.server";

/**
 * Looks for records like somebody's who was registered, edited, moved, merged or parted: one of them, or the two of a
 * merge. A reaction: it has its effect once for an event. A merge that is taken back in between waits, or is waited for:
 * else the pair that it opens anew would be taken for one that nobody found.
 */
export const comparePersonOnce = (actor: PlacedActor, eventId: string, personIds: readonly string[]) =>
  reactOnce(actor, eventId, "compare-person", async (db) => {
    await db.$queryRaw`select from person where division_id = ${actor.place.id}
      and id = any (${personIds}::uuid[]) order by id for no key update`;
    for (const personId of personIds) await comparePerson(db, actor.place.id, personId);
  });

/** People compared in one unit of work: others get their turn in between. */
const AT_ONCE = 100;

/**
 * Looks for records like those whom a batch of a list brought in. A reaction, as above, of many small parts: what was killed
 * goes on with the part at which it stood.
 */
export async function compareImportedOnce(
  actor: PlacedActor,
  eventId: string,
  personIds: readonly string[],
): Promise<void> {
  for (let at = 0; at < personIds.length; at += AT_ONCE) {
    await reactOnce(actor, eventId, `compare-imported ${at}`, (db) =>
      compareMany(db, actor.place.id, personIds.slice(at, at + AT_ONCE)),
    );
  }
}
