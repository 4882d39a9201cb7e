import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { tellStaff } from "../tell.server";

/**
 * Tells a province that a county of it was closed, and a county that it succeeds one; or that the closing was taken back.
 * What has become otherwise meanwhile is not told.
 */
export async function tellOfClosing(
  actor: PlacedActor,
  eventId: string,
  { countyId, isClosed }: { countyId: number; isClosed: boolean },
  now = clock(),
) {
  const { id: mine, level } = actor.place;
  // One event is told in several places: the mark that it was is each one's own.
  return tellStaff(actor, eventId, `tell-of-closing.${mine}`, now, async (db) => {
    const [county] = await db.$queryRaw<{ nameFa: string; nameEn: string; isClosed: boolean }[]>`
      select name_fa as "nameFa", name_en as "nameEn", valid_to is not null as "isClosed"
      from division where id = ${countyId}::int`;
    if (county?.isClosed !== isClosed) return null;
    const { nameFa, nameEn } = county;
    const news = !isClosed ? "county-reopened" : level === "county" ? "county-succeeded" : "county-closed";
    return { news, params: { nameFa, nameEn }, href: level === "county" ? "" : "/posts" };
  });
}
