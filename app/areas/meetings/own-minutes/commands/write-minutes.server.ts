import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { tooLate } from "~/kernel/refusal";
import { sha256Hex, uuidv7 } from "~/lib/identifiers";
import { asJson, holdOpenDraft } from "../../minutes/draft.server";
import { knownOf, readDocument } from "../../minutes/new-draft.server";
import { summaryOf } from "../../minutes/summary";
import { composeMinutes, reviewOfComposed, writtenText } from "../composed.server";
import { holdWrittenMeeting } from "../held.server";
import type { TakeDraft } from "../schema";

/**
 * Writes down the minutes of a meeting from what it left behind: its head, agenda, attendance and outcomes. The words are
 * those of an office's minutes and are read as such, so that parties and limits are recognised in them. A second press
 * finds the draft of the first. Refuses `conflict` for a meeting that was not held.
 */
export async function writeMinutes(
  actor: PlacedActor,
  meetingId: string,
  now = clock(),
): Promise<{ id: string }> {
  authorize(actor, "import", "Minutes");
  const divisionId = actor.place.id;
  const composed = await within(actor, (db) => composeMinutes(db, actor.place, meetingId), {
    readOnly: true,
  });
  const read = await readDocument(writtenText(composed), await knownOf(actor, now));
  const review = reviewOfComposed(composed, read);
  // Two meetings may say the same; each has minutes of its own.
  const sourceHash = await sha256Hex(`${meetingId} 1 ${read.hash}`);
  return within(actor, async (db) => {
    await holdWrittenMeeting(db, divisionId, meetingId);
    const there = await db.minutesDraft.findFirst({
      where: { divisionId, meetingId },
      orderBy: { version: "desc" },
      select: { id: true },
    });
    if (there) return there;
    const id = uuidv7();
    await db.minutesDraft.create({
      data: {
        divisionId,
        id,
        meetingId,
        life: "writing",
        sourceText: read.source,
        sourceHash,
        review: asJson(review),
        state: "review",
        createdAt: now,
        updatedAt: now,
        createdByKey: actor.key,
        ...summaryOf(review),
      },
    });
    await audit(db, actor, "write", "Minutes", id);
    return { id };
  });
}

/**
 * Minutes that were brought as a document are those of a meeting: the draft goes the same way as one that was written
 * here. Refuses `conflict` where the meeting has minutes, and for a draft that belongs to another.
 */
export async function takeDraft(
  actor: PlacedActor,
  meetingId: string,
  { draftId }: TakeDraft,
  now = clock(),
): Promise<{ id: string }> {
  authorize(actor, "import", "Minutes");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    await holdWrittenMeeting(db, divisionId, meetingId);
    const draft = await holdOpenDraft(db, actor, draftId);
    if (draft.meetingId === meetingId) return { id: draftId };
    const there = await db.minutesDraft.count({ where: { divisionId, meetingId } });
    if (there > 0 || draft.meetingId) throw tooLate("minutes.own.there");
    await db.minutesDraft.updateMany({
      where: { divisionId, id: draftId },
      data: {
        meetingId,
        life: "writing",
        twinDraftId: null,
        twinMinutesId: null,
        updatedAt: now,
        revision: { increment: 1 },
      },
    });
    await audit(db, actor, "review", "Minutes", draftId, ["meeting_id"]);
    return { id: draftId };
  });
}
