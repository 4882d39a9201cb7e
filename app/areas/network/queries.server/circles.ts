import type { Place } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { addDays, isoOfDate, type IsoDate } from "~/lib/jalali";
import { decodeCursor, pageOf, PAGE_SIZE, type Page } from "~/lib/paging";
import type { CircleRole, KeptState, Tier, Field } from "../choices";

export type CircleRow = {
  id: string;
  divisionId: number;
  divisionNameFa: string;
  divisionNameEn: string;
  name: string;
  topic: string;
  place: string | null;
  field: Field | null;
  formedOn: IsoDate;
  closedOn: IsoDate | null;
  /** Why it ended; not shown above the county. */
  closedReason: string | null;
  revision: number;
  /** Members today; null above the county, which sees no person. */
  members: number | null;
};

/** A circle as lists have it: with who convenes it today; null where nobody does, and above the county. */
export type ListedCircle = CircleRow & { convener: string | null };

/** Circles of a place and the places below it, the newest first: all, those that are open, or those that are closed. */
export async function listCircles(
  db: Db,
  place: Pick<Place, "lo" | "hi" | "level">,
  cursor?: string | null,
  size = PAGE_SIZE,
  state: "all" | "open" | "closed" = "all",
): Promise<Page<ListedCircle>> {
  const after = decodeCursor(cursor, ["uuid"])?.[0] ?? null;
  const older = after ? Prisma.sql`and id < ${after}::uuid` : Prisma.empty;
  const inState = {
    all: Prisma.empty,
    open: Prisma.sql`and closed_on is null`,
    closed: Prisma.sql`and closed_on is not null`,
  }[state];
  const rows = await db.$queryRaw<ListedCircle[]>`
    select c.id::text, c.division_id as "divisionId", d.name_fa as "divisionNameFa", d.name_en as "divisionNameEn",
      c.name, c.topic, c.place, c.field, c.formed_on::text as "formedOn", c.closed_on::text as "closedOn", c.revision,
      case when ${place.level === "county"} then c.closed_reason end as "closedReason",
      case when ${place.level === "county"} then (select p.full_name from membership m
        join person p on p.division_id = m.division_id and p.id = m.person_id and p.erased_at is null
        where m.division_id = c.division_id and m.circle_id = c.id and m.to_on is null and m.role = 'convener'
        limit 1) end as convener,
      case when ${place.level === "county"} then (select count(*)::int from membership m
        join person p on p.division_id = m.division_id and p.id = m.person_id and p.erased_at is null
        where m.division_id = c.division_id and m.circle_id = c.id and m.to_on is null) end as members
    from division d cross join lateral (
      select * from circle where division_id = d.id ${older} ${inState}
      order by id desc limit ${size + 1}) c
    where d.id between ${place.lo} and ${place.hi}
    order by c.id desc limit ${size + 1}`;
  return pageOf(rows, size, (row) => [row.id]);
}

/** Open circles of a county as choices of a form, by name. */
export async function circleChoices(db: Db, divisionId: number): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw`select id::text, name from circle
    where division_id = ${divisionId} and closed_on is null order by name, id limit 200`;
}

/** One circle of a place or the places below it: one probe by (division, id) for each of them. */
export async function getCircle(
  db: Db,
  place: Pick<Place, "lo" | "hi" | "level">,
  id: string,
): Promise<CircleRow> {
  const [row] = await db.$queryRaw<CircleRow[]>`
    select c.id::text, c.division_id as "divisionId", d.name_fa as "divisionNameFa", d.name_en as "divisionNameEn",
      c.name, c.topic, c.place, c.field, c.formed_on::text as "formedOn", c.closed_on::text as "closedOn", c.revision,
      case when ${place.level === "county"} then c.closed_reason end as "closedReason",
      case when ${place.level === "county"} then (select count(*)::int from membership m
        join person p on p.division_id = m.division_id and p.id = m.person_id and p.erased_at is null
        where m.division_id = c.division_id and m.circle_id = c.id and m.to_on is null) end as members
    from circle c join division d on d.id = c.division_id
    where d.id between ${place.lo} and ${place.hi} and c.id = ${id}::uuid`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}

export type CircleMember = {
  id: string;
  membershipId: string;
  role: CircleRole;
  fullName: string;
  tier: Tier;
  state: KeptState;
  locality: string | null;
  quietSince: IsoDate;
  heardOn: IsoDate | null;
  fromOn: IsoDate;
};

/** Members of a circle today, by name; at most 200. Above the county it is empty. */
export async function listCircleMembers(
  db: Db,
  divisionId: number,
  circleId: string,
): Promise<CircleMember[]> {
  return db.$queryRaw<CircleMember[]>`
    select p.id::text, m.id::text as "membershipId", m.role, p.full_name as "fullName", p.tier, p.state, p.locality,
      p.quiet_since::text as "quietSince", p.heard_on::text as "heardOn", m.from_on::text as "fromOn"
    from membership m join person p on p.division_id = m.division_id and p.id = m.person_id and p.erased_at is null
    where m.division_id = ${divisionId} and m.circle_id = ${circleId}::uuid and m.to_on is null
    order by p.search_key, p.id limit 200`;
}

export type PastMembership = {
  id: string;
  personId: string;
  fullName: string;
  role: CircleRole;
  fromOn: IsoDate;
  toOn: IsoDate;
};

/** Memberships and roles of a circle that are over, the last ended first; at most 100. */
export async function listPastMemberships(
  db: Db,
  divisionId: number,
  circleId: string,
): Promise<PastMembership[]> {
  return db.$queryRaw<PastMembership[]>`
    select m.id::text, m.person_id::text as "personId", p.full_name as "fullName", m.role,
      m.from_on::text as "fromOn", m.to_on::text as "toOn"
    from membership m join person p on p.division_id = m.division_id and p.id = m.person_id and p.state <> 'cancelled'
      and p.erased_at is null
    where m.division_id = ${divisionId} and m.circle_id = ${circleId}::uuid and m.to_on is not null
    order by m.to_on desc, m.id desc limit 100`;
}

/** Somebody's standing membership of a circle; missing when it is over. */
export async function getMembership(db: Db, divisionId: number, id: string) {
  const membership = await db.membership.findUnique({
    where: { divisionId_id: { divisionId, id } },
    include: { person: true, circle: true },
  });
  if (!membership || membership.toOn !== null) throw new Refusal("missing", "refusal.missing");
  return {
    id,
    circleId: membership.circleId,
    role: membership.role as CircleRole,
    fromOn: isoOfDate(membership.fromOn),
    personId: membership.personId,
    fullName: membership.person.fullName,
    circleName: membership.circle.name,
  };
}

/** One talk with a circle as a whole: an entry that reached at least half of those who are its members today. */
export async function lastTalkWithAll(
  db: Db,
  divisionId: number,
  circleId: string,
  today: IsoDate,
): Promise<{ happenedOn: IsoDate; reached: number } | null> {
  const [talk] = await db.$queryRaw<{ happenedOn: IsoDate; reached: number }[]>`
    with members as (select person_id from membership
      where division_id = ${divisionId} and circle_id = ${circleId}::uuid and to_on is null)
    select c.happened_on::text as "happenedOn", count(distinct c.person_id)::int as reached
    from members m join contact c on c.division_id = ${divisionId} and c.person_id = m.person_id
      and c.happened_on > ${addDays(today, -TALKS_OF_DAYS)}::date and c.batch_id is not null and c.outcome = 'reached'
    group by c.batch_id, c.happened_on
    having count(distinct c.person_id) * 2 >= (select count(*) from members)
    order by c.happened_on desc limit 1`;
  return talk ?? null;
}

/** How far back a talk with the whole circle is looked for. */
const TALKS_OF_DAYS = 730;
