import { Prisma, type Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { decodeCursor, PAGE_SIZE, pageOf, type Page } from "~/lib/paging";
import type { MinutesFileProblem } from "../choices";

export type QueueRow = {
  id: string;
  title: string;
  heldOn: IsoDate | null;
  resolutions: number;
  seen: number;
  toLook: number;
  undated: number;
  isTwin: boolean;
};

/** Drafts under review, the surest first; a meeting's own minutes are found with their meeting. */
export async function listQueue(
  db: Db,
  placeId: number,
  after?: string | null,
  size = PAGE_SIZE,
): Promise<Page<QueueRow>> {
  const cursor = decodeCursor(after, ["integer", "uuid"]);
  const later = cursor
    ? Prisma.sql`and (to_look, id) > (${cursor[0]}::bigint, ${cursor[1]}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<QueueRow[]>`
    select id, title, held_on::text as "heldOn", resolutions, seen, to_look as "toLook", undated,
      (twin_draft_id is not null or twin_minutes_id is not null) as "isTwin"
    from minutes_draft where division_id = ${placeId} and state = 'review' and meeting_id is null ${later}
    order by to_look, id limit ${size + 1}`;
  return pageOf(rows, size, (row) => [row.toLook, row.id]);
}

/** How far the queue has come: files that wait to be read, drafts and their resolutions. */
export async function queueProgress(db: Db, placeId: number) {
  // The files first: none of them waits any more only when its draft is counted.
  const [files] = await db.$queryRaw<{ waiting: number }[]>`
    select count(*)::int as waiting from minutes_file where division_id = ${placeId} and state = 'waiting'`;
  const [drafts] = await db.$queryRaw<
    { drafts: number; resolutions: number; seen: number; undated: number; ready: number }[]
  >`select count(*)::int as drafts, coalesce(sum(resolutions), 0)::int as resolutions,
      coalesce(sum(seen), 0)::int as seen, coalesce(sum(undated), 0)::int as undated,
      (count(*) filter (where to_look = 0 and undated = 0 and resolutions > 0))::int as ready
    from minutes_draft where division_id = ${placeId} and state = 'review' and meeting_id is null`;
  const none = { drafts: 0, resolutions: 0, seen: 0, undated: 0, ready: 0 };
  return { ...(drafts ?? none), waiting: files?.waiting ?? 0 };
}

export type RefusedFile = { id: string; name: string; problem: MinutesFileProblem; broughtAt: Date };

/** Files that could not be read, newest first; at most 50. */
export function listRefusedFiles(db: Db, placeId: number): Promise<RefusedFile[]> {
  return db.$queryRaw<RefusedFile[]>`
    select id, name, problem, brought_at as "broughtAt" from minutes_file
    where division_id = ${placeId} and state = 'refused' order by id desc limit 50`;
}

export type KnownFile = { id: string; name: string; title: string; broughtAt: Date } & (
  | { draftId: string; minutesId: null }
  | { draftId: null; minutesId: string }
);

/**
 * Files whose very text was there already, newest first, each with the draft or the minutes that it led to; at most 50. A
 * draft that was issued since leads to its minutes.
 */
export function listKnownFiles(db: Db, placeId: number): Promise<KnownFile[]> {
  return db.$queryRaw<KnownFile[]>`
    select id, name, "broughtAt", case when "minutesId" is null then "draftId" end as "draftId", "minutesId",
      coalesce((select title from minutes where division_id = ${placeId} and id = "minutesId"), "draftTitle") as title
    from (
      select f.id, f.name, f.brought_at as "broughtAt", f.draft_id as "draftId",
        coalesce(f.minutes_id, (select minutes_id from minutes_draft
          where division_id = ${placeId} and id = f.draft_id)) as "minutesId",
        (select title from minutes_draft
          where division_id = ${placeId} and id = f.draft_id and state <> 'discarded') as "draftTitle"
      from minutes_file f where division_id = ${placeId} and state = 'known' order by id desc limit 50
    ) known
    where "minutesId" is not null or "draftTitle" is not null
    order by id desc`;
}

/** The drafts before and after one in the queue. */
export async function queueNeighbours(
  db: Db,
  placeId: number,
  { id, toLook }: { id: string; toLook: number },
): Promise<{ previous: string | null; next: string | null }> {
  const [found] = await db.$queryRaw<{ previous: string | null; next: string | null }[]>`
    select
      (select id from minutes_draft where division_id = ${placeId} and state = 'review' and meeting_id is null
        and (to_look, id) < (${toLook}::int, ${id}::uuid) order by to_look desc, id desc limit 1) as previous,
      (select id from minutes_draft where division_id = ${placeId} and state = 'review' and meeting_id is null
        and (to_look, id) > (${toLook}::int, ${id}::uuid) order by to_look, id limit 1) as next`;
  return found ?? { previous: null, next: null };
}

/** The first draft of the queue, or null. */
export async function firstOfQueue(db: Db, placeId: number): Promise<string | null> {
  const [first] = await db.$queryRaw<{ id: string }[]>`
    select id from minutes_draft where division_id = ${placeId} and state = 'review' and meeting_id is null
    order by to_look, id limit 1`;
  return first?.id ?? null;
}

/** What a draft may bring up to date: the title and day of the minutes that came before. */
export async function findTwin(
  db: Db,
  placeId: number,
  { twinDraftId, twinMinutesId }: { twinDraftId: string | null; twinMinutesId: string | null },
): Promise<{ id: string; title: string; isIssued: boolean } | null> {
  if (twinMinutesId) {
    const [row] = await db.$queryRaw<{ id: string; title: string }[]>`
      select id, title from minutes where division_id = ${placeId} and id = ${twinMinutesId}::uuid`;
    return row ? { ...row, isIssued: true } : null;
  }
  if (!twinDraftId) return null;
  const [row] = await db.$queryRaw<{ id: string; title: string; minutesId: string | null }[]>`
    select id, title, minutes_id as "minutesId" from minutes_draft
    where division_id = ${placeId} and id = ${twinDraftId}::uuid and state <> 'discarded'`;
  if (!row) return null;
  return row.minutesId
    ? { id: row.minutesId, title: row.title, isIssued: true }
    : { id: row.id, title: row.title, isIssued: false };
}
