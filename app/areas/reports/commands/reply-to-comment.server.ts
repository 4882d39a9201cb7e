import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { reportRow } from "../report-row";
import { getReport, touch } from "../report-record.server";
import type { ReplyToComment } from "../schema";
import { refuseSecondEditor } from "../second-editor.server";

/**
 * Answers a comment of the level above; until the report is sent again the answer may be changed. Refuses `conflict` to
 * the second of two editors, with the answer that stands.
 */
export async function replyToComment(
  actor: PlacedActor,
  { reportId, commentId, text, revision }: ReplyToComment,
  now = clock(),
): Promise<{ commentId: string }> {
  const divisionId = actor.place.id;
  authorize(actor, "prepare", "Report", reportRow(divisionId));
  return within(actor, async (db) => {
    const report = await getReport(db, divisionId, reportId);
    await touch(db, report);
    const { count } = await db.reportComment.updateMany({
      where: { divisionId, id: commentId, reportId, replyRevision: revision },
      data: { replyText: text, replyByName: actor.name, repliedAt: now, replyRevision: { increment: 1 } },
    });
    if (count === 0) {
      const theirs = await db.reportComment.findFirst({ where: { divisionId, id: commentId, reportId } });
      if (!theirs) throw new Refusal("missing", "refusal.missing");
      refuseSecondEditor({ text }, { text: theirs.replyText ?? "" }, theirs.replyRevision);
      return { commentId };
    }
    await audit(db, actor, "reply", "ReportComment", commentId);
    return { commentId };
  });
}
