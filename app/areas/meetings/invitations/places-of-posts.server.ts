import { listChildren } from "~/areas/divisions/queries.server";
import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";

/** Places whose posts a place invites: itself, and of a province its counties too. */
export async function placesOfPosts(db: Db, place: Place): Promise<number[]> {
  if (place.level !== "province") return [place.id];
  return [place.id, ...(await listChildren(db, place.id)).map(({ id }) => id)];
}
