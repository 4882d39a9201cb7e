import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";

/** An entry as its place reads it. */
export type Entry = {
  kind: string;
  code: string;
  fa: string;
  en: string;
  /** How it reads from the other end; null where it reads alike. */
  faBack: string | null;
  enBack: string | null;
  /** Offered no more from this day on; records that carry it still show it. */
  retiredOn: IsoDate | null;
  /** Whose words these are: the place's own, or of a level above it. */
  divisionId: number;
};

/**
 * The entries of these kinds that hold in a place, retired ones too, in the order of their turns. Where several levels have words for
 * one code, those of the nearest count.
 */
export async function listEntries(
  db: Db,
  place: Pick<Place, "ancestors">,
  kinds: readonly string[],
): Promise<Entry[]> {
  return db.$queryRaw<Entry[]>`
    select kind, code, fa, en, fa_back as "faBack", en_back as "enBack", retired_on::text as "retiredOn",
      division_id as "divisionId"
    from (select distinct on (kind, code) * from catalogue_entry
      where division_id = any(${[...place.ancestors]}::int[]) and kind = any(${[...kinds]}::text[])
      order by kind, code, division_id desc) nearest
    order by kind, position, fa, code`;
}
