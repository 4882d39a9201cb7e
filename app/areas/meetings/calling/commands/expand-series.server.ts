import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { todayIn } from "~/lib/jalali";
import { expandSeries, fillNearAgendas } from "../expand.server";
import { listSeries } from "../series.server";

/**
 * Makes the meetings of every series of the place that the horizon has reached, and brings what fills itself into agendas
 * whose day is near. Twice in a day, or by two workers at once, it makes nothing twice. Answers how many meetings came.
 */
export async function expandSeriesOfPlace(actor: PlacedActor, now = clock()): Promise<number> {
  authorize(actor, "plan", "Meeting");
  return within(
    actor,
    async (db) => {
      const today = todayIn(now);
      const running = (await listSeries(db, actor.place.id)).filter(({ state }) => state === "runs");
      let count = 0;
      for (const series of running) {
        count += await expandSeries(db, actor, series, today, now);
        await fillNearAgendas(db, actor, series, today, now);
      }
      return count;
    },
    { timeout: 60_000 },
  );
}
