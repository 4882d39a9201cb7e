import { randomBytes } from "node:crypto";
import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { entryKey, FIXED_KINDS, isTieKind, localityName, OWN_CODE } from "../choices";
import { keepEntry } from "../keep-entry.server";
import { listEntries } from "../queries.server";
import { LONGEST_NAME, type AddEntry } from "../schema";

/** Adds an entry of a place's own. Refuses words that an entry of the kind has already, however they are spelt. */
export async function addEntry(actor: PlacedActor, input: AddEntry, now = clock()) {
  authorize(actor, "keep", "CatalogueEntry");
  const { kind } = input;
  const fa = kind === "locality" ? localityName(input.fa, input.within) : input.fa;
  if (FIXED_KINDS.includes(kind)) throw new Refusal("invalid", "catalogues.fixed", { field: "kind" });
  if (fa.length > LONGEST_NAME) throw new Refusal("invalid", "catalogues.name.too-long", { field: "fa" });
  return within(actor, async (db) => {
    await db.$executeRaw`select pg_advisory_xact_lock(hashtext('catalogue_entry'), ${actor.place.id})`;
    const entries = await listEntries(db, actor.place, [kind]);
    if (entries.some((entry) => entryKey(entry.fa) === entryKey(fa)))
      throw new Refusal("conflict", "catalogues.there-already", { field: "fa" });
    const code = `${OWN_CODE}${actor.place.id}-${randomBytes(6).toString("hex")}`;
    await db.catalogueEntry.create({
      data: {
        divisionId: actor.place.id,
        kind,
        code,
        fa,
        en: input.en ?? fa,
        faBack: isTieKind(kind) ? (input.faBack ?? null) : null,
        enBack: isTieKind(kind) ? (input.enBack ?? input.faBack ?? null) : null,
        position: 1000,
        publishedAt: now,
      },
    });
    await keepEntry(db, actor, "add", kind);
    return { kind, code };
  });
}
