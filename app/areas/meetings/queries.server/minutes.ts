import { DEADLINE_UNITS, type DeadlineUnit } from "~/areas/obligations/choices";
import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { isoOfDate, type IsoDate } from "~/lib/jalali";
import { decodeCursor, PAGE_SIZE, pageOf, type Page } from "~/lib/paging";
import type { Standing } from "../minutes/import/types";
import { headOf, reviewOf } from "../minutes/stored-review.server";

export type MinutesRow = {
  id: string;
  title: string;
  heldOn: IsoDate | null;
  issuedAt: Date;
  issuedByName: string;
  resolutions: number;
};

/** Issued minutes of a place, newest first. */
export async function listMinutes(
  db: Db,
  placeId: number,
  after?: string | null,
  size = PAGE_SIZE,
): Promise<Page<MinutesRow>> {
  const cursor = decodeCursor(after, ["instant", "uuid"]);
  const older = cursor
    ? Prisma.sql`and (issued_at, id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<MinutesRow[]>`
    select m.id, m.title, m.held_on::text as "heldOn", m.issued_at as "issuedAt", m.issued_by_name as "issuedByName",
      (select count(*)::int from resolution r where r.division_id = m.division_id and r.minutes_id = m.id) as resolutions
    from (select * from minutes where division_id = ${placeId} ${older}
      order by issued_at desc, id desc limit ${size + 1}) m
    order by m.issued_at desc, m.id desc`;
  return pageOf(rows, size, (row) => [row.issuedAt.toISOString(), row.id]);
}

/** Drafts under review in a place, newest first, but for meetings' own minutes; at most 50. */
export async function listDrafts(db: Db, placeId: number) {
  const rows = await db.minutesDraft.findMany({
    where: { divisionId: placeId, state: "review", meetingId: null },
    select: { id: true, review: true, createdAt: true, updatedAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 50,
  });
  return rows.map(({ review, ...row }) => ({ ...row, ...headOf(review) }));
}

/** A draft with its source, for the review screen. Refuses `missing`, and `conflict` one that cannot be read. */
export async function getDraft(db: Db, placeId: number, id: string) {
  const row = await db.minutesDraft.findUnique({ where: { divisionId_id: { divisionId: placeId, id } } });
  if (!row) throw new Refusal("missing", "refusal.missing");
  return { ...row, review: reviewOf(row.review) };
}

/** The text that a draft was pasted from. Refuses `missing`. */
export async function getSource(db: Db, placeId: number, id: string): Promise<string> {
  const row = await db.minutesDraft.findUnique({
    where: { divisionId_id: { divisionId: placeId, id } },
    select: { sourceText: true },
  });
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row.sourceText;
}

/** Of so many of the newest resolutions one is looked for that has a limit counted from the meeting. */
const NEWEST = 200;

/** The limit that a place gave last as a count of days: what it is likely to give again. */
export async function lastLimit(
  db: Db,
  placeId: number,
): Promise<{ count: number; unit: DeadlineUnit } | null> {
  const [row] = await db.$queryRaw<{ count: number; unit: string | null }[]>`
    select deadline_days as count, deadline_unit as unit from (
      select id, deadline_kind, deadline_days, deadline_unit from resolution
      where division_id = ${placeId} order by id desc limit ${NEWEST}) newest
    where deadline_kind = 'relative' and deadline_days is not null order by id desc limit 1`;
  return row ? { count: row.count, unit: DEADLINE_UNITS.find((one) => one === row.unit) ?? "working" } : null;
}

/** Issued minutes with their resolutions. Refuses `missing`. */
export async function getMinutes(db: Db, placeId: number, id: string) {
  const row = await db.minutes.findUnique({
    where: { divisionId_id: { divisionId: placeId, id } },
    include: {
      resolutions: {
        orderBy: { number: "asc" },
        include: { items: { orderBy: { position: "asc" } }, parties: { orderBy: { id: "asc" } } },
      },
    },
  });
  if (!row) throw new Refusal("missing", "refusal.missing");
  return {
    ...row,
    heldOn: row.heldOn ? isoOfDate(row.heldOn) : null,
    resolutions: row.resolutions.map((resolution) => ({
      ...resolution,
      dueOn: resolution.dueOn ? isoOfDate(resolution.dueOn) : null,
    })),
  };
}

export type AttendeeRow = {
  id: string;
  name: string;
  post: string;
  organisation: string;
  standing: Standing;
};

/** Who took part in a meeting and what was said, for its own place; another sees neither. */
export async function getAttendance(
  db: Db,
  placeId: number,
  minutesId: string,
): Promise<{ attendees: AttendeeRow[]; discussion: string[] }> {
  const attendees = await db.$queryRaw<AttendeeRow[]>`
    select id, name, post, organisation, standing from minutes_attendee
    where division_id = ${placeId} and minutes_id = ${minutesId}::uuid order by position limit 400`;
  const [said] = await db.$queryRaw<{ text: string }[]>`
    select text from minutes_discussion where division_id = ${placeId} and minutes_id = ${minutesId}::uuid`;
  return { attendees, discussion: said?.text.split("\n") ?? [] };
}
