import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { reportRow } from "../report-row";
import { getReport, touch } from "../report-record.server";
import type { SaveNarrative } from "../schema";
import { refuseSecondEditor } from "../second-editor.server";

/**
 * Saves the narrative of one duty, or the reason for having none. Of two editors the second is refused with
 * `conflict`, gets the other's text and may save over it knowingly: neither text is lost.
 */
export async function saveNarrative(
  actor: PlacedActor,
  { reportId, dutyCode, text, blankReason, revision }: SaveNarrative,
  now = clock(),
): Promise<{ revision: number; savedAt: string }> {
  const divisionId = actor.place.id;
  authorize(actor, "prepare", "Report", reportRow(divisionId));
  return within(actor, async (db) => {
    const report = await getReport(db, divisionId, reportId);
    await touch(db, report);
    const saved = { text, blankReason: blankReason || null, updatedByName: actor.name, updatedAt: now };
    const where = { divisionId, reportId, dutyCode };
    const written =
      revision === 0
        ? await db.reportDraft.createMany({ data: [{ ...where, ...saved }], skipDuplicates: true })
        : await db.reportDraft.updateMany({
            where: { ...where, revision },
            data: { ...saved, revision: { increment: 1 } },
          });
    if (written.count === 1) return { revision: revision + 1, savedAt: now.toISOString() };
    const theirs = await db.reportDraft.findUnique({ where: { divisionId_reportId_dutyCode: where } });
    if (!theirs) throw new Refusal("missing", "refusal.missing");
    const standing = { text: theirs.text, blankReason: theirs.blankReason ?? "" };
    refuseSecondEditor({ text, blankReason }, standing, theirs.revision, "text");
    return { revision: theirs.revision, savedAt: theirs.updatedAt.toISOString() };
  });
}
