import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { FIXED_KINDS, isTieKind, type Kind } from "../choices";
import { keepEntry } from "../keep-entry.server";
import { getEntry } from "../queries.server";
import type { WordEntry } from "../schema";

/**
 * Gives an entry words of the place's own, another turn, or retires it there; an entry of a level above keeps its words for
 * everybody else. What rules depend on is not retired. Whoever comes second is refused with `conflict`.
 */
export async function wordEntry(
  actor: PlacedActor,
  { kind, code }: { kind: Kind; code: string },
  input: WordEntry,
  now = clock(),
) {
  authorize(actor, "keep", "CatalogueEntry");
  const isRetired = input.standing === "retired";
  if (isRetired && FIXED_KINDS.includes(kind))
    throw new Refusal("invalid", "catalogues.stands", { field: "standing" });
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    await db.$executeRaw`select pg_advisory_xact_lock(hashtext('catalogue_entry'), ${divisionId})`;
    const held = await getEntry(db, actor.place, kind, code);
    const ownRevision = held.divisionId === divisionId ? held.revision : 0;
    if (ownRevision !== input.revision)
      throw new Refusal("conflict", "refusal.changed", {
        theirs: {
          fa: held.fa,
          en: held.en,
          faBack: held.faBack ?? "",
          enBack: held.enBack ?? "",
          position: String(held.position),
          standing: held.retiredOn === null ? "offered" : "retired",
        },
        revision: ownRevision,
      });
    const back = isTieKind(kind) && held.faBack !== null;
    const words = {
      fa: input.fa,
      en: input.en ?? input.fa,
      fa_back: back ? (input.faBack ?? held.faBack) : null,
      en_back: back ? (input.enBack ?? held.enBack) : null,
    };
    const retiredOn = isRetired ? (held.retiredOn ?? todayIn(now)) : null;
    await db.$executeRaw`
      insert into catalogue_entry (division_id, kind, code, fa, en, fa_back, en_back, position, retired_on, published_at)
      values (${divisionId}, ${kind}, ${code}, ${words.fa}, ${words.en}, ${words.fa_back}, ${words.en_back},
        ${input.position ?? held.position}, ${retiredOn}::date, ${now})
      on conflict (division_id, kind, code) do update set fa = excluded.fa, en = excluded.en, fa_back = excluded.fa_back,
        en_back = excluded.en_back, position = excluded.position, retired_on = excluded.retired_on,
        revision = catalogue_entry.revision + 1`;
    const changed = [
      ...(held.fa === words.fa && held.en === words.en ? [] : ["words"]),
      ...((held.retiredOn === null) === (retiredOn === null) ? [] : ["retired_on"]),
    ];
    await keepEntry(db, actor, "word", kind, changed);
    return { kind, code };
  });
}
