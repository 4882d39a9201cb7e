import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import type { Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { CatalogueKept } from "./events";

/** The audit names a record by a UUID; an entry has a code instead, and is found by its kind and place. */
const ENTRY = "00000000-0000-0000-0000-000000000000";

/** Writes what was done to a place's entries of a kind. */
export async function keepEntry(
  db: Db,
  actor: PlacedActor,
  verb: string,
  kind: string,
  changed: string[] = [],
) {
  await audit(db, actor, verb, "CatalogueEntry", ENTRY, [kind, ...changed]);
  await emit(db, actor, CatalogueKept, { divisionId: actor.place.id, kind });
}
