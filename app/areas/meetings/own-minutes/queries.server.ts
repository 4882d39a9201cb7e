import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { isoOfDate, type IsoDate } from "~/lib/jalali";
import type { MinutesLife } from "../minutes/life";
import type { Review } from "../minutes/review";
import { reviewOf } from "../minutes/stored-review.server";
import { MOST_COMMENTS } from "./choices";
import { frozenOf } from "./frozen-content.server";

/** The newest draft of a meeting's own minutes. */
export type OwnDraft = {
  id: string;
  life: MinutesLife;
  version: number;
  revision: number;
  commentUntil: IsoDate | null;
  commentsEndedAt: Date | null;
  reason: string | null;
  toLook: number;
  undated: number;
  resolutions: number;
  updatedAt: Date;
  review: Review;
};

export async function findOwnDraft(db: Db, divisionId: number, meetingId: string): Promise<OwnDraft | null> {
  const row = await db.minutesDraft.findFirst({
    where: { divisionId, meetingId },
    orderBy: { version: "desc" },
  });
  if (!row?.life) return null;
  const { id, version, revision, commentsEndedAt, reason, toLook, undated, resolutions, updatedAt } = row;
  return {
    id,
    life: row.life as MinutesLife,
    version,
    revision,
    commentUntil: row.commentUntil && isoOfDate(row.commentUntil),
    commentsEndedAt,
    reason,
    toLook,
    undated,
    resolutions,
    updatedAt,
    review: reviewOf(row.review),
  };
}

/** Whether something may still be said of a draft. */
export const isOpenForComments = (
  { life, commentUntil, commentsEndedAt }: Pick<OwnDraft, "life" | "commentUntil" | "commentsEndedAt">,
  today: IsoDate,
): boolean =>
  life === "comments" && commentUntil !== null && commentsEndedAt === null && today <= commentUntil;

export type CommentRow = {
  id: string;
  resolution: number | null;
  body: string;
  saidByName: string;
  saidAt: Date;
  answer: string | null;
  answeredByName: string | null;
  answeredAt: Date | null;
};

/** What was said of a draft and how it was settled, the oldest first. */
export async function listComments(db: Db, divisionId: number, draftId: string): Promise<CommentRow[]> {
  return db.$queryRaw<CommentRow[]>`
    select c.id::text, c.resolution, c.body, c.said_by_name as "saidByName", c.said_at as "saidAt", a.body as answer,
      a.said_by_name as "answeredByName", a.said_at as "answeredAt"
    from (select * from minutes_comment where division_id = ${divisionId} and draft_id = ${draftId}::uuid
        and answers_id is null order by id limit ${MOST_COMMENTS}) c
      left join minutes_comment a on a.division_id = c.division_id and a.answers_id = c.id
    order by c.id`;
}

/** Comments of a draft that nobody has settled. */
export async function countUnanswered(db: Db, divisionId: number, draftId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from minutes_comment c
      left join minutes_comment a on a.division_id = c.division_id and a.answers_id = c.id
    where c.division_id = ${divisionId} and c.draft_id = ${draftId}::uuid and c.answers_id is null and a.id is null`;
  return row?.n ?? 0;
}

/** An approved version as lists show it. */
export type VersionRow = {
  id: string;
  version: number;
  year: number;
  number: number;
  contentHash: string;
  approvedAt: Date;
  approvedByName: string;
  approvedByPost: string;
  exception: string | null;
  reason: string | null;
  minutesId: string;
};

/** The approved versions of a meeting's minutes, newest first. */
export async function listVersions(db: Db, divisionId: number, meetingId: string): Promise<VersionRow[]> {
  return db.$queryRaw<VersionRow[]>`
    select id::text, version, year, number, content_hash as "contentHash", approved_at as "approvedAt",
      approved_by_name as "approvedByName", approved_by_post as "approvedByPost", exception, reason,
      minutes_id::text as "minutesId"
    from minutes_version where division_id = ${divisionId} and meeting_id = ${meetingId}::uuid
    order by version desc limit 100`;
}

/** One approved version with all that it says. Refuses `missing`. */
export async function getVersion(db: Db, divisionId: number, id: string) {
  const row = await db.minutesVersion.findUnique({ where: { divisionId_id: { divisionId, id } } });
  if (!row) throw new Refusal("missing", "refusal.missing");
  const { approvedByKey: _key, ...kept } = row;
  return { ...kept, content: frozenOf(row.content) };
}

/** The words of a version by its number; null where there is none. */
export async function findTextOfVersion(
  db: Db,
  divisionId: number,
  meetingId: string,
  version: number,
): Promise<string | null> {
  const row = await db.minutesVersion.findUnique({
    where: { divisionId_meetingId_version: { divisionId, meetingId, version } },
    select: { text: true },
  });
  return row?.text ?? null;
}

/** Drafts that were brought as documents and may be the minutes of a meeting: of its day. */
export async function listDraftsOfDay(
  db: Db,
  divisionId: number,
  day: IsoDate,
): Promise<{ id: string; title: string; resolutions: number }[]> {
  return db.$queryRaw<{ id: string; title: string; resolutions: number }[]>`
    select id::text, title, resolutions from minutes_draft
    where division_id = ${divisionId} and held_on = ${day}::date and state = 'review' and meeting_id is null
    order by id limit 10`;
}
