import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { Prisma, type Db } from "~/kernel/db.server";
import { tellStaff } from "../tell.server";

/** What was issued: all resolutions of minutes, or the one party of a resolution that was named later. */
export type Issued = { minutesId: string; partyId?: string };

type Owed = { divisionId: number; count: number; title: string };

/** The places in which somebody owes because of minutes issued in a place, with how much; at most a thousand. */
export async function listOwing(db: Db, placeId: number, { minutesId, partyId }: Issued): Promise<Owed[]> {
  const party = partyId ? Prisma.sql`and o.resolution_party_id = ${partyId}::uuid` : Prisma.empty;
  return db.$queryRaw<Owed[]>`
    select o.division_id as "divisionId", count(*)::int as count, min(o.source_title) as title
    from resolution r
    join obligation o on o.source_division_id = ${placeId} and o.source_id = r.id and o.parent_id is null
    where r.division_id = ${placeId} and r.minutes_id = ${minutesId}::uuid ${party}
    group by o.division_id order by o.division_id limit 1000`;
}

/** Tells one place how many obligations minutes of another brought it. */
export async function tellOfMinutes(
  actor: PlacedActor,
  eventId: string,
  { from, minutesId, title, count }: Omit<Owed, "divisionId"> & { from: number; minutesId: string },
  now = clock(),
) {
  // One event, many places: each place has its own mark.
  return tellStaff(actor, eventId, `tell-of-minutes:${actor.place.id}`, now, async (db) => {
    const place = await db.division.findUnique({
      where: { id: from },
      select: { nameFa: true, nameEn: true },
    });
    if (!place) return null;
    return {
      news: "minutes-issued",
      params: { title, count, ...place },
      href: from === actor.place.id ? `/minutes/${minutesId}` : "/obligations?end=owed",
    };
  });
}
