import type { PlacedActor, Role } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { dateOf, isoOfDate, todayIn, type IsoDate } from "~/lib/jalali";

/** An account's power in one place, from an appointment in force or from acting for a post. */
export type Power = {
  divisionId: number;
  /** The appointment that the power comes from; a deputy's own id where he acts for a post that nobody holds. */
  appointmentId: string;
  postId?: string;
  role: Role;
  titleFa: string;
  titleEn: string;
  /** Whose deputy the account is in these days: the holder's account, none while the post is vacant, and his name. */
  actingFor?: { key: string | null; name: string; until: IsoDate };
  /** Who acts for the holder today. */
  deputy?: { name: string; until: IsoDate };
};

type RawPower = Pick<Power, "divisionId" | "appointmentId" | "postId" | "role" | "titleFa" | "titleEn"> & {
  isActing: boolean;
  forKey: string | null;
  otherName: string | null;
  until: IsoDate | null;
};

/** Whether an appointment is in force on a day. */
export const inForce = (alias: string, day: IsoDate) => {
  const a = Prisma.raw(alias);
  return Prisma.sql`${a}.ended_at is null and ${a}.starts_on <= ${day}::date
    and (${a}.ends_on is null or ${a}.ends_on >= ${day}::date)`;
};

/**
 * The powers of an account on a day, in every place; where it acts for another post of a place, that comes before its
 * own. Needs the door's scope. No appointment in force and no deputyship of the day, no power: a deputy of a holder acts
 * while that holder's appointment is in force, one of a vacant post while it is vacant.
 */
export async function listPowers(db: Db, accountId: string, day: IsoDate): Promise<Power[]> {
  const rows = await db.$queryRaw<RawPower[]>`
    select a.division_id as "divisionId", a.id::text as "appointmentId", p.id::text as "postId", p.role,
      p.title_fa as "titleFa", p.title_en as "titleEn", false as "isActing", null as "forKey", d.deputy_name as "otherName",
      d.ends_on::text as until, a.starts_on as since
    from appointment a join post p on p.division_id = a.division_id and p.id = a.post_id
    left join deputy d on d.division_id = a.division_id and d.post_id = a.post_id and d.appointment_id = a.id
      and ${inForce("d", day)}
    where a.account_id = ${accountId}::uuid and p.closed_on is null and ${inForce("a", day)}
    union all
    select d.division_id, coalesce(a.id, d.id)::text, p.id::text, p.role, p.title_fa, p.title_en, true, a.account_id::text,
      coalesce(a.holder_name, p.title_fa), d.ends_on::text, d.starts_on
    from deputy d join post p on p.division_id = d.division_id and p.id = d.post_id
    left join appointment a on a.division_id = d.division_id and a.post_id = d.post_id and ${inForce("a", day)}
    where d.account_id = ${accountId}::uuid and p.closed_on is null and ${inForce("d", day)}
      and a.id is not distinct from d.appointment_id
    order by 1, "isActing" desc, since limit 50`;
  return rows.map(({ divisionId, appointmentId, postId, role, titleFa, titleEn, ...row }) => {
    const power: Power = { divisionId, appointmentId, postId, role, titleFa, titleEn };
    if (row.otherName === null || row.until === null) return power;
    const { otherName: name, until, forKey: key } = row;
    return row.isActing
      ? { ...power, actingFor: { key, name, until } }
      : { ...power, deputy: { name, until } };
  });
}

/**
 * Refuses with `forbidden` whoever's appointment or deputyship has ended since he was let in. What is in force stays so
 * until the transaction ends: an ending waits for it.
 */
export async function requirePower(db: Db, actor: PlacedActor, now: Date): Promise<void> {
  const day = todayIn(now);
  const { place, appointmentId = null, postId = null, key } = actor;
  const standing = actor.actingFor
    ? await db.$queryRaw<{ stands: boolean }[]>`
        select ${inForce("d", day)} as stands from deputy d
        where d.division_id = ${place.id} and d.post_id = ${postId}::uuid and d.account_id::text = ${key} for share`
    : await db.$queryRaw<{ stands: boolean }[]>`
        select ${inForce("a", day)} as stands from appointment a
        where a.division_id = ${place.id} and a.id = ${appointmentId}::uuid for share`;
  if (standing.length > 0 && !standing.some(({ stands }) => stands))
    throw new Refusal("forbidden", "posts.refused.power-over");
}

/** Somebody who acts for a post from day to day. */
export type PostDeputy = { id: string; name: string; startsOn: IsoDate; endsOn: IsoDate };

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
  /** Who acts for the post today, and in days to come, in their order. */
  deputies: PostDeputy[];
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
  deputies: PostDeputy[] | null;
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
    deputies: row.deputies ?? [],
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
          and (a.ended_at is null or (a.ended_at at time zone 'Asia/Tehran')::date >= a.starts_on)) as "lastDay",
      (select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.deputy_name, 'startsOn', d.starts_on,
          'endsOn', d.ends_on) order by d.starts_on)
        from deputy d where d.division_id = p.division_id and d.post_id = p.id and d.ended_at is null
          and d.ends_on >= ${date}::date and (d.appointment_id is null or d.appointment_id = h.id or d.appointment_id = n.id)
      ) as deputies
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

/** How many rows of a place's history its page shows. */
const SHOWN = 200;

/** Who held the posts of a place, the newest first. */
export async function listAppointments(db: Db, divisionId: number, most = SHOWN): Promise<AppointmentRow[]> {
  const rows = await db.appointment.findMany({
    where: { divisionId },
    include: { post: { select: { titleFa: true, titleEn: true } } },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    take: most,
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

/** Somebody in whose hand a post is on a day: its holder, or who acts for it. */
export type InPost = { key: string; name: string; isDeputy: boolean };

/** The accounts that hold a post on a day or act for it, as `account_id` rows of a query; both ends are columns or values. */
export const accountsOfPost = (divisionId: Prisma.Sql, postId: Prisma.Sql, day: IsoDate): Prisma.Sql =>
  Prisma.sql`select a.account_id::text as account_id from appointment a
      where a.division_id = ${divisionId} and a.post_id = ${postId} and ${inForce("a", day)}
    union
    select d.account_id::text from deputy d
      left join appointment a on a.division_id = d.division_id and a.post_id = d.post_id and ${inForce("a", day)}
      where d.division_id = ${divisionId} and d.post_id = ${postId} and ${inForce("d", day)}
        and a.id is not distinct from d.appointment_id`;

/** An open post with those in whose hands it is on a day; null for one that was closed. */
export async function findHandsOfPost(
  db: Db,
  divisionId: number,
  postId: string,
  day: IsoDate,
): Promise<{ titleFa: string; titleEn: string; hands: InPost[] } | null> {
  const post = await db.post.findFirst({
    where: { divisionId, id: postId, closedOn: null },
    select: { titleFa: true, titleEn: true },
  });
  if (!post) return null;
  const hands = await db.$queryRaw<InPost[]>`
    select a.account_id::text as key, a.holder_name as name, false as "isDeputy" from appointment a
    where a.division_id = ${divisionId} and a.post_id = ${postId}::uuid and ${inForce("a", day)}
    union all
    select d.account_id::text, d.deputy_name, true from deputy d
    left join appointment a on a.division_id = d.division_id and a.post_id = d.post_id and ${inForce("a", day)}
    where d.division_id = ${divisionId} and d.post_id = ${postId}::uuid and ${inForce("d", day)}
      and a.id is not distinct from d.appointment_id
    order by "isDeputy" limit 10`;
  return { ...post, hands };
}

/** One deputyship of a place's history. */
export type DeputyRow = PostDeputy & {
  titleFa: string;
  titleEn: string;
  /** The holder for whom he acted; none where the post was vacant. */
  forName: string | null;
  orderNumber: string | null;
  /** The day on which it was ended before its last day. */
  endedOn: IsoDate | null;
  namedByName: string;
};

/** Who acted for the posts of a place, the newest first. */
export async function listDeputies(db: Db, divisionId: number, most = SHOWN): Promise<DeputyRow[]> {
  return db.$queryRaw<DeputyRow[]>`
    select d.id::text, d.deputy_name as name, d.starts_on::text as "startsOn", d.ends_on::text as "endsOn",
      p.title_fa as "titleFa", p.title_en as "titleEn", a.holder_name as "forName", d.order_number as "orderNumber",
      (d.ended_at at time zone 'Asia/Tehran')::date::text as "endedOn", d.named_by_name as "namedByName"
    from deputy d join post p on p.division_id = d.division_id and p.id = d.post_id
    left join appointment a on a.division_id = d.division_id and a.id = d.appointment_id
    where d.division_id = ${divisionId} order by d.starts_on desc, d.id desc limit ${most}`;
}

/** A deputyship with its post, and whether it is over on a day. Refuses with `missing`. */
export async function getDeputy(db: Db, divisionId: number, id: string, day: IsoDate) {
  const row = await db.deputy.findFirst({
    where: { divisionId, id },
    include: { post: { select: { titleFa: true, titleEn: true } } },
  });
  if (!row) throw new Refusal("missing", "refusal.missing");
  const endsOn = isoOfDate(row.endsOn);
  return {
    id,
    name: row.deputyName,
    startsOn: isoOfDate(row.startsOn),
    endsOn,
    isOver: row.endedAt !== null || endsOn < day,
    appointmentId: row.appointmentId,
    revision: row.revision,
    titleFa: row.post.titleFa,
    titleEn: row.post.titleEn,
  };
}
