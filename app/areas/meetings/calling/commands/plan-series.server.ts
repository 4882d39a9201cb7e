import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { expandSeries, fillNearAgendas } from "../expand.server";
import { seriesColumns } from "../series-columns.server";
import { getSeries } from "../series.server";
import type { PlanSeries } from "../schema";

/** Begins a series: its meetings up to the horizon stand at once as drafts, a job makes those after them. */
export async function planSeries(actor: PlacedActor, input: PlanSeries, now = clock()) {
  authorize(actor, "plan", "Meeting");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const today = todayIn(now);
    const id = uuidv7();
    const columns = await seriesColumns(db, actor.place, input, today);
    await db.meetingSeries.create({
      data: { divisionId, id, ...columns, state: "runs", createdAt: now, createdByKey: actor.key },
    });
    const series = await getSeries(db, divisionId, id);
    await expandSeries(db, actor, series, today, now);
    await fillNearAgendas(db, actor, series, today, now);
    await audit(db, actor, "plan-series", "Meeting", id);
    return { id };
  });
}
