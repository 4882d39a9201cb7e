import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { isPeriodEnded, type Period } from "~/lib/period";
import { freezeExpected } from "../queries/standings.server";

/**
 * Freezes who owes a report for a quarter that is over, for every county and province below the actor's place. Any
 * number of workers may: what is frozen stays. Returns how many places were added.
 */
export async function freezeExpectedReports(
  actor: PlacedActor,
  period: Period,
  now = clock(),
): Promise<number> {
  if (!isPeriodEnded(period, now)) return 0;
  const { lo, hi } = actor.place;
  return within(actor, async (db) => {
    const counties = await freezeExpected(db, { lo, hi, level: "county" }, period, now);
    return counties + (await freezeExpected(db, { lo, hi, level: "province" }, period, now));
  });
}
