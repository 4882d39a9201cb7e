import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { reportRow } from "../report-row";
import type { ExcusePlace } from "../schema";

/** Excuses a place from a quarter's report, with the reason: told apart from silence and from a vacant post. */
export async function excusePlace(
  actor: PlacedActor,
  { divisionId, period, reason }: ExcusePlace,
  now = clock(),
): Promise<{ divisionId: number }> {
  authorize(actor, "excuse", "Report", reportRow(divisionId));
  return within(actor, async (db) => {
    const where = { divisionId, period };
    const excused = { status: "excused", note: reason, frozenAt: now };
    await db.expectedReport.upsert({
      where: { divisionId_period: where },
      create: { ...where, ...excused },
      update: excused,
    });
    await audit(db, actor, "excuse", "ExpectedReport", `${divisionId} ${period}`);
    return { divisionId };
  });
}
