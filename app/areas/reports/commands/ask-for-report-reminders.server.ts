import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { emitEach } from "~/kernel/outbox.server";
import { reactOnce } from "~/kernel/reaction.server";
import { ReportReminderDue } from "../events";
import { placesToRemind } from "../queries/reminding.server";

/**
 * Says that the places under the actor's may have to be reminded of their reports: one event for each, in one
 * transaction with the mark of `nightId`. Answers whether this call said so.
 */
export async function askForReportReminders(
  actor: PlacedActor,
  nightId: string,
  now = clock(),
): Promise<boolean> {
  authorize(actor, "remind", "Report");
  return reactOnce(actor, nightId, "ask-for-report-reminders", async (db) => {
    const places = await placesToRemind(db, actor, now);
    if (places.length > 0) await emitEach(db, actor, ReportReminderDue, places);
  });
}
