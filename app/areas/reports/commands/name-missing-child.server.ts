import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { reportRow } from "../report-row";
import { getReport, levelOf, touch } from "../report-record.server";
import type { NameMissingChild } from "../schema";

/** Names a county without an approved report, with the reason, so that the province can submit without it. */
export async function nameMissingChild(
  actor: PlacedActor,
  { reportId, childDivisionId, reason }: NameMissingChild,
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
    const named = { reason, byName: actor.name, at: now };
    await db.reportException.upsert({
      where: { divisionId_reportId_childDivisionId: where },
      create: { ...where, ...named },
      update: named,
    });
    await audit(db, actor, "name-missing", "Report", reportId);
    return { childDivisionId };
  });
}
