import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import type { News } from "../choices";
import { tellStaff } from "../tell.server";

type RelocationNews = Extract<News, `relocation-${string}`>;

/**
 * Tells one end of an offer what became of it, with the name of the other place and nothing about whom. The other county
 * hears of nothing to which the person had not consented.
 */
export async function tellOfRelocation(
  actor: PlacedActor,
  eventId: string,
  news: RelocationNews,
  relocationId: string,
  now = clock(),
) {
  const mine = actor.place.id;
  // One event is told at either end: the mark that it was is each end's own.
  return tellStaff(actor, eventId, `tell-of-relocation.${mine}`, now, async (db) => {
    const [other] = await db.$queryRaw<{ nameFa: string; nameEn: string }[]>`
      select d.name_fa as "nameFa", d.name_en as "nameEn"
      from (select to_division_id as id from relocation where division_id = ${mine} and id = ${relocationId}::uuid
        union all select division_id from relocation
          where to_division_id = ${mine} and id = ${relocationId}::uuid and consented_at is not null) r
      join division d on d.id = r.id`;
    return other ? { news, params: { ...other }, href: `/network/relocations/${relocationId}` } : null;
  });
}
