import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { expandSeries, fillNearAgendas } from "../expand.server";
import { seriesColumns } from "../series-columns.server";
import { ruleOf } from "../choices";
import { dropDrafts, getSeries } from "../series.server";
import type { EditSeries, EndSeries } from "../schema";

/**
 * Changes a series and all its meetings to come that nobody knows of yet: their drafts are made anew by the new rule.
 * What was announced or held stays as it is; one meeting alone is changed on its own page. Whoever comes second is refused
 * with `conflict` and sees both texts.
 */
export async function editSeries(actor: PlacedActor, seriesId: string, input: EditSeries, now = clock()) {
  authorize(actor, "plan", "Meeting");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const today = todayIn(now);
    const before = await getSeries(db, divisionId, seriesId);
    if (before.state !== "runs") throw tooLate("calling.series.over");
    const columns = await seriesColumns(db, actor.place, input, today);
    const { count } = await db.meetingSeries.updateMany({
      where: { divisionId, id: seriesId, revision: input.revision, state: "runs" },
      data: { ...columns, expandedUntil: null, revision: { increment: 1 } },
    });
    if (count === 0) {
      const saved = await getSeries(db, divisionId, seriesId);
      const theirs = {
        title: saved.title,
        typeCode: saved.typeCode,
        councilId: saved.councilId ?? "",
        rule: ruleOf(saved),
        step: String(saved.step),
        weekday: String(saved.weekday ?? ""),
        nth: String(saved.nth ?? ""),
        monthDay: String(saved.monthDay ?? ""),
        startsOn: saved.startsOn,
        endsOn: saved.endsOn ?? "",
        startsAt: saved.startsAt,
        endsAt: saved.endsAt,
        place: saved.place ?? "",
        roomId: saved.roomId ?? "",
        chairPostId: saved.chairPostId ?? "",
        secretaryPostId: saved.secretaryPostId ?? "",
        onClosedDay: saved.onClosedDay,
      };
      throw new Refusal("conflict", "refusal.changed", { theirs, revision: saved.revision });
    }
    await dropDrafts(db, divisionId, seriesId, today);
    const series = await getSeries(db, divisionId, seriesId);
    await expandSeries(db, actor, series, today, now);
    await fillNearAgendas(db, actor, series, today, now);
    await audit(db, actor, "edit-series", "Meeting", seriesId);
    return { id: seriesId };
  });
}

/** Ends a series: its drafts to come go, what was announced stays to be held or called off one by one. */
export async function endSeries(actor: PlacedActor, seriesId: string, input: EndSeries, now = clock()) {
  authorize(actor, "plan", "Meeting");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    await getSeries(db, divisionId, seriesId);
    const { count } = await db.meetingSeries.updateMany({
      where: { divisionId, id: seriesId, revision: input.revision, state: "runs" },
      data: { state: "ended", revision: { increment: 1 } },
    });
    if (count === 0) throw tooLate("calling.series.over");
    await dropDrafts(db, divisionId, seriesId, todayIn(now));
    await audit(db, actor, "end-series", "Meeting", seriesId);
    return { id: seriesId };
  });
}
