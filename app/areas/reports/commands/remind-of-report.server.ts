import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { digestId } from "~/kernel/digest-id.server";
import { emit } from "~/kernel/outbox.server";
import { reactOnce } from "~/kernel/reaction.server";
import type { Period } from "~/lib/period";
import { ReportReminded } from "../events";
import { remindersDue } from "../queries/reminding.server";

/**
 * Says what there is to say today of a report that the actor's place has not sent, on working days of the place alone.
 * Each thing is said once however often it is asked, on another day or by another worker; what a closed day or a dead
 * worker left out is said on the next day. Answers what was said by this call.
 */
export async function remindOfReport(
  actor: PlacedActor,
  { period }: { period: Period },
  now = clock(),
): Promise<string[]> {
  authorize(actor, "remind", "Report");
  const divisionId = actor.place.id;
  const due = await within(actor, (db) => remindersDue(db, actor, period, now), { readOnly: true });
  const said: string[] = [];
  for (const { kind, day, mark } of due) {
    const id = await digestId(
      (hash) => void hash.update(["report-reminder", divisionId, period, kind, mark].join(" ")),
    );
    const isNew = await reactOnce(actor, id, "remind-of-report", (db) =>
      emit(db, actor, ReportReminded, { divisionId, period, kind, day }),
    );
    if (isNew) said.push(kind);
  }
  return said;
}
