import type { Role } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { dateOf, isoOfDate, todayIn, type IsoDate } from "~/lib/jalali";

/** An account's power in one place, from an appointment in force. */
export type Power = {
  divisionId: number;
  appointmentId: string;
  role: Role;
  titleFa: string;
  titleEn: string;
};

/**
 * The appointments of an account in force on a day, in every place. Needs the door's scope.
 * No appointment in force, no power.
 */
export async function listPowers(db: Db, accountId: string, day: IsoDate): Promise<Power[]> {
  const rows = await db.$queryRaw<Power[]>`
    select a.division_id as "divisionId", a.id::text as "appointmentId", p.role, p.title_fa as "titleFa",
      p.title_en as "titleEn"
    from appointment a join post p on p.division_id = a.division_id and p.id = a.post_id
    where a.account_id = ${accountId}::uuid and a.ended_at is null and p.closed_on is null
      and a.starts_on <= ${day}::date and (a.ends_on is null or a.ends_on >= ${day}::date)
    order by a.division_id, a.starts_on limit 50`;
  return rows;
}

/** A post with who holds it today, who is to come, and since when it is vacant. */
export type PostRow = {
  divisionId: number;
  id: string;
  role: Role;
  titleFa: string;
  titleEn: string;
  openedOn: IsoDate;
  holder: { appointmentId: string; name: string; startsOn: IsoDate; endsOn: IsoDate | null } | null;
  next: { appointmentId: string; name: string; startsOn: IsoDate } | null;
  /** Where nobody holds the post: the day the last holder went, or the day it was opened. */
  vacantSince: IsoDate | null;
};

type Raw = {
  divisionId: number;
  id: string;
  role: string;
  titleFa: string;
  titleEn: string;
  openedOn: Date;
  holderId: string | null;
  holderName: string | null;
  holderStarts: Date | null;
  holderEnds: Date | null;
  nextId: string | null;
  nextName: string | null;
  nextStarts: Date | null;
  lastDay: Date | null;
};

const dayOf = (date: Date | null) => (date ? isoOfDate(date) : null);

function asPost(row: Raw): PostRow {
  const { divisionId, id, role, titleFa, titleEn, openedOn, holderId, nextId, lastDay } = row;
  const opened = isoOfDate(openedOn);
  return {
    divisionId,
    id,
    role: role as Role,
    titleFa,
    titleEn,
    openedOn: opened,
    holder: holderId
      ? {
          appointmentId: holderId,
          name: row.holderName ?? "",
          startsOn: dayOf(row.holderStarts) ?? opened,
          endsOn: dayOf(row.holderEnds),
        }
      : null,
    next: nextId
      ? { appointmentId: nextId, name: row.nextName ?? "", startsOn: dayOf(row.nextStarts) ?? opened }
      : null,
    vacantSince: holderId ? null : (dayOf(lastDay) ?? opened),
  };
}

/** Longest list of posts: four each in some five hundred counties and as many again; more is no list for a page. */
const MOST = 10_000;

/** The open posts of some places, as they stand on a day: by place, then as the levels name them. */
export async function listPosts(db: Db, divisionIds: readonly number[], day: IsoDate): Promise<PostRow[]> {
  const ids = [...divisionIds];
  const date = dateOf(day);
  const rows = await db.$queryRaw<Raw[]>`
    select p.division_id as "divisionId", p.id, p.role, p.title_fa as "titleFa", p.title_en as "titleEn",
      p.opened_on as "openedOn", h.id as "holderId", h.holder_name as "holderName", h.starts_on as "holderStarts",
      h.ends_on as "holderEnds", n.id as "nextId", n.holder_name as "nextName", n.starts_on as "nextStarts",
      (select max(coalesce(a.ends_on, (a.ended_at at time zone 'Asia/Tehran')::date)) from appointment a
        where a.division_id = p.division_id and a.post_id = p.id
          and a.starts_on <= ${date}::date and coalesce(a.ends_on, a.ended_at) is not null
          and (a.ended_at is null or (a.ended_at at time zone 'Asia/Tehran')::date >= a.starts_on)) as "lastDay"
    from post p
    left join lateral (select a.* from appointment a
      where a.division_id = p.division_id and a.post_id = p.id and a.ended_at is null and a.starts_on <= ${date}::date
        and (a.ends_on is null or a.ends_on >= ${date}::date) limit 1) h on true
    left join lateral (select a.* from appointment a
      where a.division_id = p.division_id and a.post_id = p.id and a.ended_at is null and a.starts_on > ${date}::date
      order by a.starts_on limit 1) n on true
    where p.division_id = any(${ids}) and p.closed_on is null
    order by p.division_id, array_position(array['assistant', 'governor', 'expert', 'representative',
      'provincial-expert', 'national-officer', 'national-expert'], p.role), p.id
    limit ${MOST + 1}`;
  // Whoever sums up a cut list would tell a wrong number of vacancies.
  if (rows.length > MOST) throw new Error("more posts than a list may hold");
  return rows.map(asPost);
}

/** How many posts stand open and how many of them are vacant, by place: for lists of many places. */
export async function countPosts(
  db: Db,
  day: IsoDate,
): Promise<{ divisionId: number; posts: number; vacant: number }[]> {
  const date = dateOf(day);
  return db.$queryRaw`
    select p.division_id as "divisionId", count(*)::int as posts,
      (count(*) filter (where not exists (select from appointment a
        where a.division_id = p.division_id and a.post_id = p.id and a.ended_at is null
          and a.starts_on <= ${date}::date and (a.ends_on is null or a.ends_on >= ${date}::date))))::int as vacant
    from post p where p.closed_on is null group by p.division_id order by p.division_id limit 1000`;
}

/** One appointment of a post's history. */
export type AppointmentRow = {
  id: string;
  titleFa: string;
  titleEn: string;
  holderName: string;
  orderNumber: string;
  startsOn: IsoDate;
  endsOn: IsoDate | null;
  endedOn: IsoDate | null;
  endReason: string | null;
  revision: number;
};

/** Who held the posts of a place, the newest first; at most two hundred. */
export async function listAppointments(db: Db, divisionId: number): Promise<AppointmentRow[]> {
  const rows = await db.appointment.findMany({
    where: { divisionId },
    include: { post: { select: { titleFa: true, titleEn: true } } },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    take: 200,
  });
  return rows.map((row) => ({
    id: row.id,
    titleFa: row.post.titleFa,
    titleEn: row.post.titleEn,
    holderName: row.holderName,
    orderNumber: row.orderNumber,
    startsOn: isoOfDate(row.startsOn),
    endsOn: dayOf(row.endsOn),
    endedOn: row.endedAt ? todayIn(row.endedAt) : null,
    endReason: row.endReason,
    revision: row.revision,
  }));
}

/** An appointment with the title of its post, and whether it has ended. Refuses with `missing`. */
export async function getAppointment(db: Db, divisionId: number, id: string) {
  const row = await db.appointment.findFirst({
    where: { divisionId, id },
    include: { post: { select: { titleFa: true, titleEn: true } } },
  });
  if (!row) throw new Refusal("missing", "refusal.missing");
  return {
    id,
    holderName: row.holderName,
    startsOn: isoOfDate(row.startsOn),
    hasEnded: row.endedAt !== null,
    revision: row.revision,
    titleFa: row.post.titleFa,
    titleEn: row.post.titleEn,
  };
}

/** An open post by its id. Refuses with `missing`. */
export async function getPost(db: Db, divisionId: number, id: string) {
  const row = await db.post.findFirst({
    where: { divisionId, id, closedOn: null },
    select: { id: true, titleFa: true, titleEn: true },
  });
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}
