import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { isoOfDate } from "~/lib/jalali";
import { lastDayOf, type Period } from "~/lib/period";
import { firstDue } from "../report-record.server";
import type { PlaceStanding } from "./standings.server";

/**
 * The same places, each that owes a report and has not opened it with the day on which one is due. Reckoned by the
 * closed days of the reader's place and of the levels above: those of a place below are its own, and can only make its
 * day later.
 */
export async function withDues(
  db: Db,
  reader: Pick<Place, "ancestors">,
  places: PlaceStanding[],
  period: Period,
): Promise<PlaceStanding[]> {
  const lacks = ({ standing, dueOn }: PlaceStanding) => standing === "missing" && dueOn === null;
  if (!places.some(lacks)) return places;
  const dueOn = isoOfDate(await firstDue(db, reader, lastDayOf(period)));
  return places.map((place) => (lacks(place) ? { ...place, dueOn } : place));
}
