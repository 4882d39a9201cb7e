import { randomBytes } from "node:crypto";
import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { normalise, searchKey } from "~/lib/persian-text";
import { keepEntry } from "../keep-entry.server";
import { listEntries } from "../queries.server";

/** Most names taken at once: more than the villages of any county. */
export const MOST_NAMES = 1500;
const LONGEST = 80;

/**
 * Adds many names at once, as from a sheet: those that stand there already, however they are spelt, are left as they are.
 * @returns how many were added, stood there already, or were too long for a name.
 */
export async function addNames(
  actor: PlacedActor,
  kind: "locality" | "topic",
  written: readonly string[],
  now = clock(),
) {
  authorize(actor, "keep", "CatalogueEntry");
  const names = written
    .map((name) => normalise(name).replace(/\s+/gu, " ").trim())
    .filter((name) => name !== "");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    await db.$executeRaw`select pg_advisory_xact_lock(hashtext('catalogue_entry'), ${divisionId})`;
    const taken = new Set((await listEntries(db, actor.place, [kind])).map(({ fa }) => searchKey(fa)));
    const added: string[] = [];
    let tooLong = 0;
    for (const name of names.slice(0, MOST_NAMES)) {
      const key = searchKey(name);
      if (name.length > LONGEST || !/\p{L}/u.test(name)) tooLong += 1;
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
    return { added: added.length, already: names.length - added.length - tooLong, tooLong };
  });
}
