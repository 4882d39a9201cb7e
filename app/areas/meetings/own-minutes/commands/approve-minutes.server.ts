import { getPost, findHandsOfPost } from "~/areas/posts/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { sha256Hex, uuidv7 } from "~/lib/identifiers";
import { isoOfDate, jalaliOf, todayIn, type IsoDate } from "~/lib/jalali";
import { getCalling, type Calling } from "../../calling/planned.server";
import { bringUpToDate } from "../../minutes/bring-up-to-date.server";
import { asJson, type DraftRow } from "../../minutes/draft.server";
import { issueReview } from "../../minutes/issue-review.server";
import { LONGEST_ISSUE } from "../../minutes/issued-rows.server";
import { quorumOfMeeting } from "../../session/queries.server";
import { chairOf, refuseFormerChair, type Chair } from "../chair.server";
import { councilOf } from "../composed.server";
import type { FrozenContent, Signer } from "../frozen";
import { holdOwnDraft } from "../held.server";
import { countUnanswered, findOwnDraft, isOpenForComments } from "../queries.server";
import type { ApproveMinutes } from "../schema";
import { shownMinutes } from "../shown";
import { writtenMinutes } from "../written";

/**
 * The chair approves the minutes: they get their number, their words are frozen as a version, and their resolutions go to
 * the ledger, all or nothing. A correction keeps the number and brings what was issued up to date. Of two who approve at
 * once one does, and the other is told so. Refuses `forbidden` for anybody but the post in the chair, `conflict` for
 * whoever holds it no more, while the window for comments is open and when the draft changed since it was shown, and
 * `invalid` without quorum unless the exception is named, and while anything is still to be settled.
 */
export async function approveMinutes(
  actor: PlacedActor,
  meetingId: string,
  { revision, exception }: ApproveMinutes,
  now = clock(),
): Promise<{ version: number }> {
  const divisionId = actor.place.id;
  const today = todayIn(now);
  return within(
    actor,
    async (db) => {
      const meeting = await getCalling(db, { lo: divisionId, hi: divisionId }, meetingId);
      const chair = await chairOf(db, divisionId, meeting, today);
      authorize(actor, "approve", "Minutes", chair);
      refuseFormerChair(actor, chair);
      const draft = await holdOwnDraft(db, actor, meetingId, "approve");
      if (draft.revision !== revision) throw new Refusal("conflict", "minutes.own.changed");
      await refuseUnsettled(db, divisionId, meetingId, draft.id, today);

      const quorum = await quorumOfMeeting(db, divisionId, meetingId);
      const isExcepted = quorum !== null && !quorum.isReached;
      if (isExcepted && !exception)
        throw new Refusal("invalid", "minutes.own.no-quorum", {
          field: "exception",
          params: { present: quorum.present, needed: quorum.needed },
        });

      const before = await db.minutesVersion.findFirst({
        where: { divisionId, meetingId },
        orderBy: { version: "desc" },
        select: { version: true, year: true, number: true, minutesId: true },
      });
      const minutesId = before
        ? await correctIssued(db, actor, before.minutesId, draft, now)
        : await issueReview(db, actor, draft, now);
      const { year, number } = before ?? (await nextNumber(db, divisionId, today));
      const content = await contentOf(db, actor, meeting, chair, draft, today);
      const text = writtenMinutes(shownMinutes(draft.review));
      await db.minutesVersion.create({
        data: {
          divisionId,
          id: uuidv7(),
          meetingId,
          draftId: draft.id,
          minutesId,
          version: draft.version,
          year,
          number,
          content: { ...content, review: asJson(content.review) },
          text,
          contentHash: await sha256Hex(text),
          approvedAt: now,
          approvedByName: actor.name,
          approvedByPost: content.chair.titleFa,
          approvedByKey: actor.key,
          present: quorum?.present ?? null,
          needed: quorum?.needed ?? null,
          exception: isExcepted ? (exception ?? null) : null,
          corrects: before?.version ?? null,
          reason: await reasonOf(db, divisionId, draft.id),
        },
      });
      await db.minutesDraft.updateMany({
        where: { divisionId, id: draft.id },
        data: {
          life: "approved",
          state: "issued",
          minutesId,
          updatedAt: now,
          revision: { increment: 1 },
        },
      });
      await audit(db, actor, "approve", "Minutes", draft.id);
      return { version: draft.version };
    },
    { timeout: LONGEST_ISSUE },
  );
}

async function refuseUnsettled(
  db: Db,
  divisionId: number,
  meetingId: string,
  draftId: string,
  today: IsoDate,
): Promise<void> {
  const shown = await findOwnDraft(db, divisionId, meetingId);
  if (shown && isOpenForComments(shown, today)) throw new Refusal("conflict", "minutes.own.window-open");
  const count = await countUnanswered(db, divisionId, draftId);
  if (count > 0) throw new Refusal("invalid", "minutes.own.unanswered", { params: { count } });
}

const reasonOf = async (db: Db, divisionId: number, id: string): Promise<string | null> =>
  (
    await db.minutesDraft.findUnique({
      where: { divisionId_id: { divisionId, id } },
      select: { reason: true },
    })
  )?.reason ?? null;

async function correctIssued(
  db: Db,
  actor: PlacedActor,
  minutesId: string,
  draft: DraftRow,
  now: Date,
): Promise<string> {
  const row = await db.minutes.findUnique({
    where: { divisionId_id: { divisionId: actor.place.id, id: minutesId } },
    select: { heldOn: true },
  });
  if (!row) throw new Refusal("missing", "refusal.missing");
  await bringUpToDate(db, actor, draft, { id: minutesId, heldOn: row.heldOn && isoOfDate(row.heldOn) }, now);
  return minutesId;
}

/** Minutes of a place are counted from one in each Jalali year. */
async function nextNumber(db: Db, divisionId: number, today: IsoDate) {
  const year = jalaliOf(today).jy;
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('minutes_version'), ${divisionId}::int)`;
  const { _max: max } = await db.minutesVersion.aggregate({
    where: { divisionId, year },
    _max: { number: true },
  });
  return { year, number: (max.number ?? 0) + 1 };
}

/** Which session of its council this is: as it was called, or the one after the last that has a number. */
async function sequenceOf(
  db: Db,
  divisionId: number,
  { id, sequenceNumber }: Calling,
  council: { id: string; firstNumber: number },
): Promise<number> {
  if (sequenceNumber !== null) return sequenceNumber;
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('meeting_sequence'), ${divisionId}::int)`;
  const { _max: max } = await db.meeting.aggregate({
    where: { divisionId, councilId: council.id },
    _max: { sequenceNumber: true },
  });
  const sequence = max.sequenceNumber === null ? council.firstNumber : max.sequenceNumber + 1;
  await db.meeting.updateMany({ where: { divisionId, id }, data: { sequenceNumber: sequence } });
  return sequence;
}

async function contentOf(
  db: Db,
  actor: PlacedActor,
  meeting: Calling,
  chair: Chair,
  { review }: DraftRow,
  today: IsoDate,
): Promise<FrozenContent> {
  const divisionId = actor.place.id;
  const council = await councilOf(db, divisionId, meeting.id);
  const own = actor.postId ? await getPost(db, divisionId, actor.postId) : null;
  return {
    review,
    council: council && { nameFa: council.nameFa, nameEn: council.nameEn },
    sequence: council ? await sequenceOf(db, divisionId, meeting, council) : meeting.sequenceNumber,
    chair: {
      name: actor.name,
      titleFa: chair.titleFa ?? own?.titleFa ?? "",
      titleEn: chair.titleEn ?? own?.titleEn ?? "",
    },
    secretary: await secretaryOf(db, divisionId, meeting, today),
  };
}

async function secretaryOf(
  db: Db,
  divisionId: number,
  { secretaryPostId, secretaryTitleFa, secretaryTitleEn }: Calling,
  today: IsoDate,
): Promise<Signer | null> {
  if (!secretaryPostId) return null;
  const post = await findHandsOfPost(db, divisionId, secretaryPostId, today);
  return {
    name: post?.hands[0]?.name ?? "",
    titleFa: secretaryTitleFa ?? "",
    titleEn: secretaryTitleEn ?? "",
  };
}
