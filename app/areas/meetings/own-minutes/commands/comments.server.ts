import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit, emitLater } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { isUuid, uuidv7 } from "~/lib/identifiers";
import { addDays, dateOf, instantAt, todayIn } from "~/lib/jalali";
import { MinutesOpened, MinutesWindowOver } from "../../events";
import { MINUTES_STEPS, type MinutesStep } from "../../minutes/life";
import { MOST_COMMENT_DAYS, MOST_COMMENTS } from "../choices";
import { holdOwnDraft } from "../held.server";
import { findOwnDraft, isOpenForComments } from "../queries.server";
import type { AnswerComment, OpenComments, SayOnMinutes, StepOfMinutes } from "../schema";

type Change = { commentUntil?: Date | null; commentsEndedAt?: Date | null };

/** One step of the draft's life, compared with what was shown. */
async function step(
  actor: PlacedActor,
  meetingId: string,
  { name, revision, now }: { name: MinutesStep; revision: number; now: Date },
  change: Change,
  tell: (db: Db, draftId: string) => Promise<void> = () => Promise.resolve(),
) {
  authorize(actor, "import", "Minutes");
  return within(actor, async (db) => {
    const draft = await holdOwnDraft(db, actor, meetingId, name);
    if (draft.revision !== revision) throw new Refusal("conflict", "minutes.own.changed");
    const { to } = MINUTES_STEPS[name];
    await db.minutesDraft.updateMany({
      where: { divisionId: actor.place.id, id: draft.id },
      data: { ...change, life: to, updatedAt: now, revision: { increment: 1 } },
    });
    await audit(db, actor, "review", "Minutes", draft.id, ["life"]);
    await tell(db, draft.id);
    return { id: draft.id };
  });
}

/** Opens the draft to those who took part, to its last day included. Its words stand still meanwhile. */
export async function openComments(
  actor: PlacedActor,
  meetingId: string,
  { revision, until }: OpenComments,
  now = clock(),
) {
  const today = todayIn(now);
  if (until < today) throw new Refusal("invalid", "minutes.own.until-past", { field: "until" });
  if (until > addDays(today, MOST_COMMENT_DAYS))
    throw new Refusal("invalid", `minutes.own.until-far?days=${MOST_COMMENT_DAYS}`, { field: "until" });
  return step(
    actor,
    meetingId,
    { name: "open", revision, now },
    { commentUntil: dateOf(until), commentsEndedAt: null },
    async (db, draftId) => {
      await emit(db, actor, MinutesOpened, { meetingId, draftId, by: actor.key });
      const afterMs = instantAt(addDays(until, 1)).getTime() - now.getTime();
      await emitLater(db, actor, MinutesWindowOver, [{ payload: { meetingId, draftId, until }, afterMs }]);
    },
  );
}

/** Ends the window before its day: everybody has said what he had to say. */
export const endComments = (
  actor: PlacedActor,
  meetingId: string,
  { revision }: StepOfMinutes,
  now = clock(),
) =>
  step(actor, meetingId, { name: "end", revision, now }, { commentsEndedAt: now }, (db, draftId) =>
    emit(db, actor, MinutesWindowOver, { meetingId, draftId, until: null }),
  );

/** The draft is written on again; what was said of it stays. */
export const takeBack = (actor: PlacedActor, meetingId: string, { revision }: StepOfMinutes, now = clock()) =>
  step(actor, meetingId, { name: "take-back", revision, now }, { commentUntil: null, commentsEndedAt: null });

/** Says something of the draft while its window is open. Refuses `conflict` afterwards. */
export async function sayOnMinutes(
  actor: PlacedActor,
  meetingId: string,
  { draftId, body, resolution }: SayOnMinutes,
  now = clock(),
) {
  authorize(actor, "comment", "Minutes");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const draft = await holdOwnDraft(db, actor, meetingId, "comment");
    const shown = await findOwnDraft(db, divisionId, meetingId);
    if (draft.id !== draftId || !shown || !isOpenForComments(shown, todayIn(now)))
      throw tooLate("minutes.own.window-over");
    if (resolution !== undefined && !draft.review.resolutions.some(({ number }) => number === resolution))
      throw new Refusal("invalid", "minutes.own.no-such-resolution", { field: "resolution" });
    const said = await db.minutesComment.count({ where: { divisionId, draftId } });
    if (said >= MOST_COMMENTS) throw new Refusal("conflict", "minutes.own.too-many-comments");
    return keep(db, actor, { draftId, body, resolution: resolution ?? null, answersId: null }, now);
  });
}

/** Says how a comment was settled; one word for each. Refuses `conflict` where a colleague did it. */
export async function answerComment(
  actor: PlacedActor,
  meetingId: string,
  { commentId, answer }: AnswerComment,
  now = clock(),
) {
  authorize(actor, "import", "Minutes");
  if (!isUuid(commentId)) throw new Refusal("missing", "refusal.missing");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const comment = await db.minutesComment.findUnique({
      where: { divisionId_id: { divisionId, id: commentId } },
      include: { draft: { select: { meetingId: true, life: true } }, answered: { select: { body: true } } },
    });
    if (!comment || comment.answersId || comment.draft.meetingId !== meetingId)
      throw new Refusal("missing", "refusal.missing");
    // Whoever settles comments of one draft waits for his turn.
    await db.$executeRaw`select from minutes_draft where division_id = ${divisionId} and id = ${comment.draftId}::uuid
      for update`;
    if (comment.draft.life === "approved") throw tooLate("minutes.own.past-step");
    const before = await db.minutesComment.count({ where: { divisionId, answersId: commentId } });
    if (before > 0) throw tooLate("minutes.own.answered");
    const { draftId, resolution } = comment;
    return keep(db, actor, { draftId, body: answer, resolution, answersId: commentId }, now);
  });
}

async function keep(
  db: Db,
  actor: PlacedActor,
  said: { draftId: string; body: string; resolution: number | null; answersId: string | null },
  now: Date,
) {
  const id = uuidv7();
  await db.minutesComment.create({
    data: {
      divisionId: actor.place.id,
      id,
      ...said,
      saidByName: actor.name,
      saidByKey: actor.key,
      saidAt: now,
    },
  });
  await audit(db, actor, said.answersId ? "answer" : "comment", "Minutes", said.draftId);
  return { id };
}
