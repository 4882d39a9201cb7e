import type { Db } from "~/kernel/db.server";
import { findOfficial } from "./officials.server";
import { IN_WORDS, type Narrowing } from "./narrowing";

/** What the ids of a narrowing are called; what the reader may not know, or what is gone, has no name. */
export type NarrowedNames = {
  fa: Partial<Record<keyof Narrowing, string>>;
  en: Partial<Record<keyof Narrowing, string>>;
};

/** Names of the body, place, obstacle, official and clerk that a ledger is narrowed to. */
export async function namesOfNarrowing(
  db: Db,
  placeId: number,
  { body, place, obstacle: asked, official, clerk }: Narrowing,
): Promise<NarrowedNames> {
  const obstacle = asked === IN_WORDS ? undefined : asked;
  const names: NarrowedNames = { fa: {}, en: {} };
  if (!body && place === undefined && !obstacle && !official && !clerk) return names;
  const rows = await db.$queryRaw<{ part: keyof Narrowing; fa: string | null; en: string | null }[]>`
    select 'body' as part, name_fa as fa, name_en as en from organisation where id = ${body ?? null}::uuid
    union all select 'place', name_fa, name_en from division where id = ${place ?? null}::int
    union all select 'obstacle', title, title from obstacle
      where (division_id, id) = (select b.division_id, b.obstacle_id from obligation b
        where (b.division_id = ${placeId} or b.source_division_id = ${placeId}) and b.state = 'blocked'
          and b.obstacle_id = ${obstacle ?? null}::uuid limit 1)
    union all (select 'clerk', issued_by_name, issued_by_name from issuance i
      where i.division_id = ${placeId} and exists (select from obligation b
        where b.source_division_id = ${placeId} and b.source_id = i.id and b.issued_by_key = ${clerk ?? null})
      order by i.issued_at desc limit 1)`;
  for (const row of rows) {
    if (row.fa) names.fa[row.part] = row.fa;
    if (row.en) names.en[row.part] = row.en;
  }
  const head = official ? await findOfficial(db, placeId, official) : undefined;
  if (head) {
    names.fa.official = `${head.name} · ${head.officeFa}`;
    names.en.official = `${head.name} · ${head.officeEn}`;
  }
  return names;
}
