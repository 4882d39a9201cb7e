import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate, Locale } from "~/lib/jalali";
import { isOffered, MESSAGES_OF, OWN_CODE, wordsOfEntry, type Kind } from "./choices";

/** An entry as its place reads it. */
export type Entry = {
  kind: string;
  code: string;
  fa: string;
  en: string;
  /** How it reads from the other end; null where it reads alike. */
  faBack: string | null;
  enBack: string | null;
  /** Its turn in the list. */
  position: number;
  /** Offered no more from this day on; records that carry it still show it. */
  retiredOn: IsoDate | null;
  /** Whose words these are: the place's own, or of a level above it. */
  divisionId: number;
  revision: number;
};

/**
 * The entries of these kinds that hold in a place, retired ones too, in the order of their turns. Where several levels have
 * words for one code, those of the nearest count. At most 3000.
 */
export async function listEntries(
  db: Db,
  place: Pick<Place, "ancestors">,
  kinds: readonly string[],
): Promise<Entry[]> {
  return db.$queryRaw<Entry[]>`
    select kind, code, fa, en, fa_back as "faBack", en_back as "enBack", position, retired_on::text as "retiredOn",
      division_id as "divisionId", revision
    from (select distinct on (kind, code) * from catalogue_entry
      where division_id = any(${[...place.ancestors]}::int[]) and kind = any(${[...kinds]}::text[])
      order by kind, code, division_id desc) nearest
    order by kind, position, fa, code limit 3000`;
}

/** One entry as it holds in a place; missing where no level has it. */
export async function getEntry(
  db: Db,
  place: Pick<Place, "ancestors">,
  kind: string,
  code: string,
): Promise<Entry> {
  const entry = (await listEntries(db, place, [kind])).find((one) => one.code === code);
  if (!entry) throw new Refusal("missing", "refusal.missing");
  return entry;
}

/** What a form offers of a kind on a day. */
export type Offered = { code: string; fa: string; en: string };

/** What forms of a place offer of these kinds on a day, by kind. */
export async function offeredOf<K extends Kind>(
  db: Db,
  place: Pick<Place, "ancestors">,
  kinds: readonly K[],
  day: IsoDate,
): Promise<Record<K, Offered[]>> {
  const entries = (await listEntries(db, place, kinds)).filter((entry) => isOffered(entry, day));
  const of = (kind: K) =>
    entries.filter((entry) => entry.kind === kind).map(({ code, fa, en }) => ({ code, fa, en }));
  return Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Record<K, Offered[]>;
}

/** The codes among these that no entry of the kind has, or only a retired one. */
export async function notOffered(
  db: Db,
  place: Pick<Place, "ancestors">,
  kind: Kind,
  codes: readonly string[],
  day: IsoDate,
): Promise<string[]> {
  if (codes.length === 0) return [];
  const offered = new Set((await offeredOf(db, place, [kind], day))[kind].map(({ code }) => code));
  return codes.filter((code) => !offered.has(code));
}

/**
 * A place's own words, and those of the levels above it that differ from the words the application brings along or that it
 * does not have, by the key of the message whose place they take.
 */
export async function ownWords(
  db: Db,
  place: Pick<Place, "ancestors">,
  locale: Locale,
): Promise<Record<string, string>> {
  const rows = await db.$queryRaw<Pick<Entry, "kind" | "code" | "fa" | "en" | "faBack" | "enBack">[]>`
    select distinct on (kind, code) kind, code, fa, en, fa_back as "faBack", en_back as "enBack" from catalogue_entry
    where division_id = any(${[...place.ancestors]}::int[]) and kind = any(${Object.keys(MESSAGES_OF)}::text[])
      and (division_id > 0 or revision > 1 or code like ${`${OWN_CODE}%`})
    order by kind, code, division_id desc`;
  return Object.fromEntries(
    rows.map((row) => [`${MESSAGES_OF[row.kind as Kind] ?? ""}.${row.code}`, wordsOfEntry(row, locale)]),
  );
}
