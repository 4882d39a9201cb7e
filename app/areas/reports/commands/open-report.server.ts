import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { firstDayOf, lastDayOf } from "~/lib/period";
import { recomputeAllMarked } from "../cells.server";
import { mayBegin } from "../open-quarters";
import { firstDue } from "../report-record.server";
import { reportRow } from "../report-row";
import type { OpenReport } from "../schema";

/**
 * Opens the place's report of a quarter, or finds the one that is open, and brings the place's figures up to date.
 * Refuses a quarter that has not begun, and as missing one so long past that its report can no longer be begun.
 */
export async function openReport(
  actor: PlacedActor,
  { period }: OpenReport,
  now = clock(),
): Promise<{ id: string }> {
  authorize(actor, "prepare", "Report", reportRow(actor.place.id));
  if (todayIn(now) < firstDayOf(period)) throw new Refusal("invalid", "reports.refused.future");
  if (!mayBegin(period, now)) throw new Refusal("missing", "refusal.missing");
  return within(actor, async (db) => {
    await recomputeAllMarked(db, actor, now);
    const divisionId = actor.place.id;
    const newest = () =>
      db.report.findFirst({
        where: { divisionId, period },
        orderBy: { version: "desc" },
        select: { id: true },
      });
    const found = await newest();
    if (found) return found;
    const id = uuidv7();
    const dueOn = await firstDue(db, actor.place, lastDayOf(period));
    const made = await db.$executeRaw`
      insert into report (division_id, id, period, version, state, due_on)
      values (${divisionId}, ${id}::uuid, ${period}, 1, 'open', ${dueOn}::date) on conflict do nothing`;
    if (made === 0) return (await newest()) ?? { id };
    await audit(db, actor, "open", "Report", id);
    return { id };
  });
}
