import type { PlacedActor } from "~/kernel/actor";
import { reactOnce } from "~/kernel/reaction.server";
import { compareMany, comparePerson } from "../duplicates/pairs.server";

/**
 * Looks for records like somebody's who was registered, edited, moved, merged or parted: one of them, or the two of a
 * merge. A reaction: it has its effect once for an event.
 */
export const comparePersonOnce = (actor: PlacedActor, eventId: string, personIds: readonly string[]) =>
  reactOnce(actor, eventId, "compare-person", async (db) => {
    for (const personId of personIds) await comparePerson(db, actor.place.id, personId);
  });

/** Looks for records like those whom a batch of a list brought in. A reaction, as above. */
export const compareImportedOnce = (actor: PlacedActor, eventId: string, personIds: readonly string[]) =>
  reactOnce(actor, eventId, "compare-imported", (db) => compareMany(db, actor.place.id, personIds));
