import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";

const LOCK = 28_281;
const NATION = 0;

/** A province with its counties; the national office apart. */
const reachOf = ({ id }: Pick<Place, "id">) => Math.floor(id / 1000);

/**
 * From here to the end of the open unit of work no office closes that the place may address: what it reads as open is
 * open still when its words come in, and whatever closes it afterwards takes them along. To be asked before anything is
 * locked.
 */
export async function keepOfficesStanding(db: Db, place: Pick<Place, "id">): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock_shared(${LOCK}::int, ${reachOf(place)}::int)`;
}

/** Waits until nobody is about to address an office of the place, and lets nobody begin before it is closed. */
export async function closeAlone(db: Db, place: Pick<Place, "id">): Promise<void> {
  // The national office addresses provinces: it counts by itself.
  await db.$executeRaw`select pg_advisory_xact_lock(${LOCK}::int, ${NATION}::int)`;
  if (reachOf(place) !== NATION) {
    await db.$executeRaw`select pg_advisory_xact_lock(${LOCK}::int, ${reachOf(place)}::int)`;
  }
}
