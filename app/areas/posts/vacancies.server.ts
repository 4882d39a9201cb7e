import { scopeOf, type Actor, type Level, type Role } from "~/kernel/actor";
import { may } from "~/kernel/authorize";
import { Prisma, type Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { decodeCursor, pageOf, PAGE_SIZE, type Page } from "~/lib/paging";
import type { VacancyFilter, VacancyReach } from "./vacancy-filter";

/** A post that nobody holds. */
export type Vacancy = {
  divisionId: number;
  id: string;
  role: Role;
  titleFa: string;
  titleEn: string;
  nameFa: string;
  nameEn: string;
  /** The place above; none above the nation. */
  parentFa: string | null;
  parentEn: string | null;
  since: IsoDate;
  /** Whether somebody held it before. */
  wasHeld: boolean;
  /** Why the last appointment ended; none where its own term ran out, or nobody ever held the post. */
  endReason: string | null;
  /** Who is appointed already and has not begun. */
  next: { name: string; startsOn: IsoDate } | null;
  /** Who acts for the post today. */
  deputyName: string | null;
  /** Whether in the place above, which appoints, nobody stands in the post that does so. */
  moverIsVacant: boolean;
};

/** The level whose vacant posts the actor may fill; none where he fills none. */
export const filledBy = (actor: Actor): Level | null =>
  (["nation", "province", "county"] as const).find((level) => may(actor, "appoint", "Post", { level })) ??
  null;

const inForce = (alias: string, day: IsoDate) => {
  const a = Prisma.raw(alias);
  return Prisma.sql`${a}.ended_at is null and ${a}.starts_on <= ${day}::date
    and (${a}.ends_on is null or ${a}.ends_on >= ${day}::date)`;
};

/** Open posts that nobody holds on a day, within reach and filter: with place, the last end and whoever comes next. */
const vacantPosts = (
  { lo, hi, fills }: VacancyReach,
  { province, role, mine }: VacancyFilter,
  day: IsoDate,
) => {
  const among = province === undefined ? { lo, hi } : scopeOf(province);
  const ofRole = role ? Prisma.sql`and p.role = ${role}` : Prisma.empty;
  const ofReader = mine ? Prisma.sql`and d.level = ${fills ?? "none"} and n.starts_on is null` : Prisma.empty;
  return Prisma.sql`from post p join division d on d.id = p.division_id
    left join lateral (select n.holder_name, n.starts_on from appointment n where n.division_id = p.division_id
      and n.post_id = p.id and n.ended_at is null and n.starts_on > ${day}::date order by n.starts_on limit 1) n on true
    left join lateral (select coalesce(g.ends_on, (g.ended_at at time zone 'Asia/Tehran')::date) as day, g.end_reason
      from appointment g where g.division_id = p.division_id and g.post_id = p.id and g.starts_on <= ${day}::date
        and coalesce(g.ends_on, g.ended_at) is not null
        and (g.ended_at is null or (g.ended_at at time zone 'Asia/Tehran')::date >= g.starts_on)
      order by 1 desc limit 1) l on true
    where p.division_id between ${among.lo}::int and ${among.hi}::int and p.closed_on is null
      and not exists (select from appointment a where a.division_id = p.division_id and a.post_id = p.id
        and ${inForce("a", day)}) ${ofRole} ${ofReader}`;
};

type Raw = Omit<Vacancy, "next"> & { nextName: string | null; nextOn: IsoDate | null };

/**
 * The posts of a place and of all below it that nobody holds on a day, the longest vacant first. Of a place whose level above
 * the reader does not see, `moverIsVacant` is false.
 */
export async function listVacancies(
  db: Db,
  reach: VacancyReach,
  filter: VacancyFilter,
  day: IsoDate,
  cursor?: string | null,
  size = PAGE_SIZE,
): Promise<Page<Vacancy>> {
  const after = decodeCursor(cursor, ["day", "integer", "uuid"]);
  const younger = after
    ? Prisma.sql`where (v.since, v.division_id, v.id) > (${after[0]}::date, ${after[1]}::int, ${after[2]}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<Raw[]>`
    with vacant as (
      select p.division_id, p.id, p.role, p.title_fa, p.title_en, d.name_fa, d.name_en, d.parent_id, n.holder_name as next_name,
        n.starts_on as next_on, coalesce(l.day, p.opened_on) as since, l.day is not null as was_held, l.end_reason
      ${vacantPosts(reach, filter, day)}
    ), shown as (select * from vacant v ${younger} order by since, division_id, id limit ${size + 1})
    select v.division_id as "divisionId", v.id::text, v.role, v.title_fa as "titleFa", v.title_en as "titleEn",
      v.name_fa as "nameFa", v.name_en as "nameEn", u.name_fa as "parentFa", u.name_en as "parentEn",
      v.since::text, v.was_held as "wasHeld", v.end_reason as "endReason", v.next_name as "nextName",
      v.next_on::text as "nextOn",
      (select e.deputy_name from deputy e where e.division_id = v.division_id and e.post_id = v.id
        and e.appointment_id is null and ${inForce("e", day)} limit 1) as "deputyName",
      (v.parent_id between ${reach.lo}::int and ${reach.hi}::int and not exists (
        select from post m join appointment a on a.division_id = m.division_id and a.post_id = m.id and ${inForce("a", day)}
          where m.division_id = v.parent_id and m.closed_on is null and m.role in ('representative', 'national-officer')
        union all
        select from post m join deputy e on e.division_id = m.division_id and e.post_id = m.id
          and e.appointment_id is null and ${inForce("e", day)}
          where m.division_id = v.parent_id and m.closed_on is null and m.role in ('representative', 'national-officer')
      )) is true as "moverIsVacant"
    from shown v left join division u on u.id = v.parent_id order by v.since, v.division_id, v.id`;
  return pageOf(
    rows.map(({ nextName, nextOn, ...row }): Vacancy => ({
      ...row,
      next: nextName === null || nextOn === null ? null : { name: nextName, startsOn: nextOn },
    })),
    size,
    (row) => [row.since, row.divisionId, row.id],
  );
}

/** How many there are of those, and since when the oldest is vacant. */
export async function countVacancies(
  db: Db,
  reach: VacancyReach,
  filter: VacancyFilter,
  day: IsoDate,
): Promise<{ count: number; oldest: IsoDate | null }> {
  const [row] = await db.$queryRaw<{ count: number; oldest: IsoDate | null }[]>`
    select count(*)::int as count, min(coalesce(l.day, p.opened_on))::text as oldest
    ${vacantPosts(reach, filter, day)}`;
  return row ?? { count: 0, oldest: null };
}
