import type { Place } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { OWED } from "./owed.server";

/** What an ended body would leave behind. Null where only the places themselves see it. */
export type Holdings = {
  offices: number;
  obligations: number;
  overdue: number;
  demands: number;
  obstacles: number;
  groups: number;
  ties: number | null;
  links: number | null;
  names: number;
};

/** Offices of the body that the act ends: in the place alone, or in the place and below. */
const OFFICES = (place: Place, organisationId: string, onlyHere: boolean) =>
  onlyHere || place.level !== "nation"
    ? Prisma.sql`select division_id, id from office where division_id = ${place.id} and organisation_id = ${organisationId}::uuid`
    : Prisma.sql`select division_id, id from office where organisation_id = ${organisationId}::uuid
        and division_id between ${place.lo} and ${place.hi}`;

/** Obligations and demands that the offices of a body still owe, in the place and below. */
export async function countOwed(db: Db, place: Place, organisationId: string): Promise<number> {
  const { obligations, demands } = await countHeld(db, place, organisationId, false, "9999-12-31" as IsoDate);
  return obligations + demands;
}

type Held = Pick<Holdings, "offices" | "obligations" | "overdue" | "demands" | "obstacles" | "groups">;

async function countHeld(
  db: Db,
  place: Place,
  organisationId: string,
  onlyHere: boolean,
  today: IsoDate,
): Promise<Held> {
  const [row] = await db.$queryRaw<Held[]>`
    select count(*)::int as offices, coalesce(sum(b.open), 0)::int as obligations, coalesce(sum(b.overdue), 0)::int as overdue,
      coalesce(sum(d.waiting), 0)::int as demands, coalesce(sum(x.raised), 0)::int as obstacles,
      coalesce(sum(m.seats), 0)::int as groups
    from (${OFFICES(place, organisationId, onlyHere)}) o
    cross join lateral (select count(*) as open,
        count(*) filter (where b.due_on < ${today}::date and b.state <> 'reported-done') as overdue
      from obligation b where b.division_id = o.division_id and b.office_id = o.id and b.state = any(${OWED})) b
    cross join lateral (select count(*) as waiting from demand d
      where d.division_id = o.division_id and d.office_id = o.id and d.state = 'referred') d
    cross join lateral (select count(*) as raised from obstacle x
      where x.division_id = o.division_id and x.office_id = o.id and x.state = 'raised') x
    cross join lateral (select count(*) as seats from body_group_member m
      where m.division_id in (o.division_id, o.division_id / 1000 * 1000) and m.office_division_id = o.division_id
        and m.office_id = o.id) m`;
  if (!row) throw new Error("An aggregate gives a row.");
  return row;
}

/** What would go over, in numbers. */
export async function holdingsOf(
  db: Db,
  place: Place,
  organisationId: string,
  onlyHere: boolean,
  today: IsoDate,
  now: Date,
): Promise<Holdings> {
  const held = await countHeld(db, place, organisationId, onlyHere, today);
  const [row] = await db.$queryRaw<{ names: number }[]>`select count(*)::int as names from party_spelling
    where division_id = ${place.id} and organisation_id = ${organisationId}::uuid`;
  const names = row?.names ?? 0;
  if (place.level === "nation" && !onlyHere) return { ...held, names, ties: null, links: null };
  const [own] = await db.$queryRaw<{ ties: number; links: number }[]>`
    select (select count(*) from tie t where t.division_id = ${place.id} and t.other_office_id = o.id
        and (t.to_on is null or t.to_on > ${today}::date))::int as ties,
      (select count(*) from personal_link l where l.kind = 'office' and l.division_id = ${place.id} and l.office_id = o.id
        and l.revoked_at is null and l.expires_at > ${now})::int as links
    from (${OFFICES(place, organisationId, true)}) o`;
  return { ...held, names, ties: own?.ties ?? 0, links: own?.links ?? 0 };
}

/** One thing that would go over, by name. */
export type HeldThing = {
  id: string;
  kind: "obligation" | "demand" | "obstacle" | "group";
  title: string;
  dueOn: IsoDate | null;
};

/** What an office of the place would hand over, the most pressing first; at most `size`. */
export async function listHeld(
  db: Db,
  placeId: number,
  officeId: string,
  size: number,
): Promise<HeldThing[]> {
  return db.$queryRaw<HeldThing[]>`
    (select id::text, 'obligation' as kind, text as title, to_char(due_on, 'YYYY-MM-DD') as "dueOn" from obligation
      where division_id = ${placeId} and office_id = ${officeId}::uuid and state = any(${OWED})
      order by due_on nulls last, id limit ${size})
    union all
    (select id::text, 'demand', title, to_char(limit_on, 'YYYY-MM-DD') from demand
      where division_id = ${placeId} and office_id = ${officeId}::uuid and state = 'referred'
      order by limit_on nulls last, id limit ${size})
    union all
    (select id::text, 'obstacle', title, null from obstacle
      where division_id = ${placeId} and office_id = ${officeId}::uuid and state = 'raised' order by id limit ${size})
    union all
    (select g.code, 'group', g.name_fa, null from body_group_member m join body_group g on g.code = m.group_code
      where m.division_id = ${placeId} and m.office_id = ${officeId}::uuid and g.retired_on is null
      order by g.code limit ${size})
    limit ${size}`;
}

/** An office that would end, with what it owes. */
export type OwingOffice = {
  divisionId: number;
  placeFa: string;
  placeEn: string;
  obligations: number;
  demands: number;
};

/** The body's offices in the places below that owe something, the most first; at most `size`. */
export async function listOwingOffices(
  db: Db,
  place: Place,
  organisationId: string,
  size: number,
): Promise<OwingOffice[]> {
  return db.$queryRaw<OwingOffice[]>`
    select o.division_id as "divisionId", v.name_fa as "placeFa", v.name_en as "placeEn", b.open as obligations,
      d.waiting as demands
    from (${OFFICES(place, organisationId, false)}) o join division v on v.id = o.division_id
    cross join lateral (select count(*)::int as open from obligation b
      where b.division_id = o.division_id and b.office_id = o.id and b.state = any(${OWED})) b
    cross join lateral (select count(*)::int as waiting from demand d
      where d.division_id = o.division_id and d.office_id = o.id and d.state = 'referred') d
    where b.open + d.waiting > 0 order by b.open + d.waiting desc, o.division_id limit ${size}`;
}
