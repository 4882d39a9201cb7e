import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { reportRow } from "../report-row";
import { getReport, levelOf, touch } from "../report-record.server";
import type { NameMissingChild } from "../schema";
import { refuseSecondEditor } from "../second-editor.server";

/**
 * Names a county without an approved report, with the reason, so that the province can submit without it. Refuses
 * `conflict` to the second of two editors, with the reason that stands.
 */
export async function nameMissingChild(
  actor: PlacedActor,
  { reportId, childDivisionId, reason, revision }: NameMissingChild,
  now = clock(),
): Promise<{ childDivisionId: number }> {
  const { id: divisionId, lo, hi } = actor.place;
  authorize(actor, "submit", "Report", reportRow(divisionId));
  if (levelOf(divisionId) !== "province" || childDivisionId <= lo || childDivisionId > hi)
    throw new Refusal("missing", "refusal.missing");
  return within(actor, async (db) => {
    const report = await getReport(db, divisionId, reportId);
    await touch(db, report);
    const where = { divisionId, reportId, childDivisionId };
    const count = await db.$executeRaw`
      insert into report_exception as e (division_id, report_id, child_division_id, reason, by_name, at)
      values (${divisionId}, ${reportId}::uuid, ${childDivisionId}, ${reason}, ${actor.name}, ${now})
      on conflict (division_id, report_id, child_division_id) do update
        set reason = excluded.reason, by_name = excluded.by_name, at = excluded.at, revision = e.revision + 1
        where e.revision = ${revision}`;
    if (count === 0) {
      const theirs = await db.reportException.findUniqueOrThrow({
        where: { divisionId_reportId_childDivisionId: where },
      });
      refuseSecondEditor({ reason }, { reason: theirs.reason }, theirs.revision);
      return { childDivisionId };
    }
    await audit(db, actor, "name-missing", "Report", reportId);
    return { childDivisionId };
  });
}
