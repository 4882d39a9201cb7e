import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { drawSample } from "../queries/sample.server";
import { findTurnsObligation } from "../queries/receipt.server";
import { getReport } from "../report-record.server";
import { recordHref } from "../record-href";
import { reportRow } from "../report-row";
import type { SeeSampledRecord } from "../schema";

/**
 * Notes that the actor has a record of the sample before him, and answers with where its page is; null where it has none.
 * Refuses with `missing` what is not in the sample.
 */
export async function seeSampledRecord(
  actor: PlacedActor,
  { divisionId, reportId, recordId }: SeeSampledRecord,
  now = clock(),
): Promise<{ href: string | null }> {
  authorize(actor, "review", "Report", reportRow(divisionId));
  return within(actor, async (db) => {
    const report = await getReport(db, divisionId, reportId);
    const drawn = (await drawSample(db, report)).find(({ id }) => id === recordId);
    if (!drawn) throw new Refusal("missing", "refusal.missing");
    await db.reportSampleSeen.createMany({
      data: [
        {
          divisionId,
          reportId,
          submission: report.submission,
          recordId,
          byKey: actor.key,
          byName: actor.name,
          at: now,
        },
      ],
      skipDuplicates: true,
    });
    const opens = await findTurnsObligation(db, drawn.kind, divisionId, recordId);
    return { href: recordHref(drawn.kind, { placeId: actor.place.id, isOwn: false }, opens) };
  });
}
