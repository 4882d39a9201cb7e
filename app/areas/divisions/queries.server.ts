import { scopeOf, type Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";

/** A division as a place to act in; undefined when there is none with this id. One index probe. */
export async function findPlace(db: Db, id: number): Promise<Place | undefined> {
  const row = await db.division.findUnique({
    where: { id },
    select: { id: true, nameFa: true, nameEn: true },
  });
  return row ? { ...row, ...scopeOf(id) } : undefined;
}
