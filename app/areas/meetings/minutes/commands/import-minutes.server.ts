import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import type { ImportMinutes } from "../schema";
import { keepNewDraft, knownOf, readDocument, type Imported } from "../new-draft.server";

/**
 * Reads pasted minutes into a draft of the place, to be reviewed; nothing is issued. The same document again leads to
 * the draft under review, or to the minutes that were issued of it.
 */
export async function importMinutes(
  actor: PlacedActor,
  { text }: ImportMinutes,
  now = clock(),
): Promise<Imported> {
  authorize(actor, "import", "Minutes");
  const document = await readDocument(text, await knownOf(actor, now));
  return within(actor, (db) => keepNewDraft(db, actor, document, now));
}
