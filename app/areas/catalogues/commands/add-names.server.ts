import { randomBytes } from "node:crypto";
import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { normalise } from "~/lib/persian-text";
import { entryKey, localityName } from "../choices";
import { keepEntry } from "../keep-entry.server";
import { listEntries } from "../queries.server";
import { LONGEST_NAME } from "../schema";

/** Most names taken at once: more than the villages of any county. */
export const MOST_NAMES = 1500;

/**
 * Adds many names at once, as from a sheet: those that stand there already, however they are spelt, are left as they are.
 * @param written rows of cells: the first is the name, and of a locality the second what it lies in; others are not read.
 * @returns how many were added, stood there already, or were not taken: no name, too long for one, or past the most.
 */
export async function addNames(
  actor: PlacedActor,
  kind: "locality" | "topic",
  written: readonly (readonly string[])[],
  now = clock(),
) {
  authorize(actor, "keep", "CatalogueEntry");
  const names = written
    .map((row) => row.map((cell) => normalise(cell).replace(/\s+/gu, " ").trim()))
    .map(([name = "", within]) => (kind === "locality" && name !== "" ? localityName(name, within) : name))
    .filter((name) => name !== "");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    await db.$executeRaw`select pg_advisory_xact_lock(hashtext('catalogue_entry'), ${divisionId})`;
    const taken = new Set((await listEntries(db, actor.place, [kind])).map(({ fa }) => entryKey(fa)));
    const added: string[] = [];
    let notTaken = Math.max(0, names.length - MOST_NAMES);
    for (const name of names.slice(0, MOST_NAMES)) {
      const key = entryKey(name);
      if (name.length > LONGEST_NAME || !/\p{L}/u.test(name)) notTaken += 1;
      else if (!taken.has(key)) {
        taken.add(key);
        added.push(name);
      }
    }
    await db.catalogueEntry.createMany({
      data: added.map((fa) => ({
        divisionId,
        kind,
        code: `own-${divisionId}-${randomBytes(6).toString("hex")}`,
        fa,
        en: fa,
        position: 1000,
        publishedAt: now,
      })),
    });
    if (added.length > 0) await keepEntry(db, actor, "add-many", kind);
    return { added: added.length, already: names.length - added.length - notTaken, notTaken };
  });
}
