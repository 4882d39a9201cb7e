import type { Db } from "~/kernel/db.server";
import { isoOfDate, type IsoDate } from "~/lib/jalali";
import { WAYS, type Way, type WayStanding } from "../people/ways";

export type PersonWay = {
  way: Way;
  handle: string | null;
  standing: WayStanding;
  /** Consents, or bars it, since this day. */
  since: IsoDate | null;
  isBarred: boolean;
};

/** How somebody may be reached, in the order of `WAYS`; a way of which nothing is known is left out. */
export async function listWays(db: Db, divisionId: number, personId: string): Promise<PersonWay[]> {
  const rows = await db.personWay.findMany({ where: { divisionId, personId } });
  return WAYS.flatMap((way) => {
    const row = rows.find((one) => one.way === way);
    if (!row) return [];
    const since = row.barredOn ?? row.consentedOn;
    const isBarred = row.barredOn !== null;
    const standing = isBarred ? "barred" : row.consentedOn ? "consents" : "open";
    return [{ way, handle: row.handle, standing, since: since && isoOfDate(since), isBarred }];
  });
}

/** The ways of somebody and the one he prefers; of nobody, none. */
export async function reachOf(db: Db, divisionId: number, personId: string | undefined) {
  if (personId === undefined) return { ways: [], preferred: null };
  const person = await db.person.findUnique({
    where: { divisionId_id: { divisionId, id: personId } },
    select: { preferredWay: true },
  });
  return {
    ways: await listWays(db, divisionId, personId),
    preferred: (person?.preferredWay ?? null) as Way | null,
  };
}
