import { scopeOf } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { lastDayOf, type Period } from "~/lib/period";
import { firstDues } from "../report-record.server";
import type { PlaceStanding } from "./standings.server";

/**
 * The same places, each that owes a report and has not opened it with the day on which one is due: the day that the place
 * itself is told, reckoned by its own closed days and those of the levels above it.
 */
export async function withDues(db: Db, places: PlaceStanding[], period: Period): Promise<PlaceStanding[]> {
  const lacks = ({ standing, dueOn }: PlaceStanding) => standing === "missing" && dueOn === null;
  const waiting = places.filter(lacks);
  if (waiting.length === 0) return places;
  const dueOf = await firstDues(
    db,
    waiting.flatMap(({ divisionId }) => scopeOf(divisionId).ancestors),
    lastDayOf(period),
  );
  return places.map((place) =>
    lacks(place) ? { ...place, dueOn: dueOf(scopeOf(place.divisionId)) } : place,
  );
}
