import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { reportRow } from "../report-row";
import type { ExcusePlace } from "../schema";
import { refuseSecondEditor } from "../second-editor.server";

/**
 * Excuses a place from a quarter's report, with the reason: told apart from silence and from a vacant post. Refuses
 * `conflict` to the second of two editors, with the reason that stands.
 */
export async function excusePlace(
  actor: PlacedActor,
  { divisionId, period, reason, revision }: ExcusePlace,
  now = clock(),
): Promise<{ divisionId: number }> {
  authorize(actor, "excuse", "Report", reportRow(divisionId));
  return within(actor, async (db) => {
    const count = await db.$executeRaw`
      insert into expected_report as e (division_id, period, status, note, frozen_at, revision)
      values (${divisionId}, ${period}, 'excused', ${reason}, ${now}, 1)
      on conflict (division_id, period) do update
        set status = excluded.status, note = excluded.note, frozen_at = excluded.frozen_at, revision = e.revision + 1
        where e.revision = ${revision}`;
    if (count === 0) {
      const theirs = await db.expectedReport.findUniqueOrThrow({
        where: { divisionId_period: { divisionId, period } },
      });
      refuseSecondEditor({ reason }, { reason: theirs.note ?? "" }, theirs.revision);
      return { divisionId };
    }
    await audit(db, actor, "excuse", "ExpectedReport", `${divisionId} ${period}`);
    return { divisionId };
  });
}
