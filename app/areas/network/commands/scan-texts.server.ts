import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { findTexts } from "../texts/find-texts.server";
import { TEXT_TABLES } from "../texts/sources";

/** Records of one unit of work. */
const BATCH = 1000;

/** Reads every free text of a county by night, and keeps which are worth a look. */
export async function scanTexts(actor: PlacedActor, now = clock(), size = BATCH): Promise<void> {
  for (const table of TEXT_TABLES) {
    let after: string | null = null;
    do {
      const from: string | null = after;
      after = await within(actor, (db) => findTexts(db, actor.place.id, table, from, size, now));
    } while (after !== null);
  }
}
