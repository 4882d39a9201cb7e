import type { Db } from "~/kernel/db.server";
import { dateOf, type IsoDate } from "~/lib/jalali";
import { getCalling } from "../calling/planned.server";
import { chairOf } from "../own-minutes/chair.server";
import { findOwnDraft, isOpenForComments } from "../own-minutes/queries.server";

/** What is told of minutes that are on their way. */
type Waiting = { title: string; heldOn: IsoDate };

type About = { meetingId: string; draftId: string };

/** A draft that is open for comments today; null where it is past that. */
export async function minutesForComment(
  db: Db,
  divisionId: number,
  { meetingId, draftId }: About,
  today: IsoDate,
): Promise<(Waiting & { until: IsoDate }) | null> {
  const draft = await findOwnDraft(db, divisionId, meetingId);
  if (draft?.id !== draftId || !draft.commentUntil || !isOpenForComments(draft, today)) return null;
  const { title, heldOn } = await getCalling(db, { lo: divisionId, hi: divisionId }, meetingId);
  return { title, heldOn, until: draft.commentUntil };
}

/**
 * A draft that waits for its chair today, and the accounts that may approve it: holder and deputy of the post in the chair,
 * or of the head of the place where no post of it chairs. With `until`, only where that was the last day of the window and
 * it had not been ended before.
 */
export async function minutesToApprove(
  db: Db,
  divisionId: number,
  { meetingId, draftId, until }: About & { until: string | null },
  today: IsoDate,
): Promise<(Waiting & { approvers: string[] }) | null> {
  const draft = await findOwnDraft(db, divisionId, meetingId);
  if (draft?.id !== draftId || draft.life !== "comments" || isOpenForComments(draft, today)) return null;
  if (until !== null && (draft.commentsEndedAt !== null || draft.commentUntil !== until)) return null;
  const meeting = await getCalling(db, { lo: divisionId, hi: divisionId }, meetingId);
  const chair = await chairOf(db, divisionId, meeting, today);
  const approvers = chair.isChairless
    ? await headsOf(db, divisionId, today)
    : chair.hands.map(({ key }) => key);
  return { title: meeting.title, heldOn: meeting.heldOn, approvers };
}

/** Accounts of whoever heads the place today, and of those who act for them. */
async function headsOf(db: Db, divisionId: number, today: IsoDate): Promise<string[]> {
  const day = dateOf(today);
  const rows = await db.$queryRaw<{ key: string }[]>`
    select account_id::text as key from appointment a join post p on p.division_id = a.division_id and p.id = a.post_id
    where a.division_id = ${divisionId} and p.role in ('assistant', 'representative') and p.closed_on is null
      and a.ended_at is null and a.starts_on <= ${day}::date and (a.ends_on is null or a.ends_on >= ${day}::date)
    union
    select account_id::text from deputy d join post p on p.division_id = d.division_id and p.id = d.post_id
    where d.division_id = ${divisionId} and p.role in ('assistant', 'representative') and p.closed_on is null
      and d.ended_at is null and d.starts_on <= ${day}::date and d.ends_on >= ${day}::date
    limit 20`;
  return rows.map(({ key }) => key);
}
