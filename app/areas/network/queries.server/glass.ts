import { Prisma, type Db } from "~/kernel/db.server";
import { decodeCursor, pageOf, PAGE_SIZE, type Page } from "~/lib/paging";
import type { KeptState, LookKind, Tier } from "../choices";

/** A look from above into a county's people. Whether it is open is said by the database's clock, as the gate is. */
export type GrantRow = {
  id: string;
  divisionId: number;
  openedByKey: string;
  openedByName: string;
  reason: string;
  minutes: number;
  openedAt: Date;
  /** The same as pages say it: by the application's clock, as `endedAt` is. */
  shownAt: Date;
  /** When it ended, by somebody or by itself; null while it is open. */
  endedAt: Date | null;
  endedByName: string | null;
  isOpen: boolean;
  minutesLeft: number;
  secondsLeft: number;
  /** Files of people that were opened, and names that lists showed. */
  files: number;
  names: number;
};

const sql = Prisma.sql;
const END = sql`g.opened_at + make_interval(mins => g.minutes)`;
const IS_OPEN = sql`(g.ended_at is null and now() < ${END})`;
/** From the database's clock to the application's, which a sample sets. */
const SHIFT = sql`(coalesce(g.shown_at, g.opened_at) - g.opened_at)`;
const GRANT = sql`g.id::text, g.division_id as "divisionId", g.opened_by_key as "openedByKey",
  g.opened_by_name as "openedByName", g.reason, g.minutes::int, g.opened_at as "openedAt",
  g.opened_at + ${SHIFT} as "shownAt", case when not ${IS_OPEN} then coalesce(g.ended_at, ${END}) + ${SHIFT} end as "endedAt", g.ended_by_name as "endedByName",
  ${IS_OPEN} as "isOpen", greatest(0, ceil(extract(epoch from ${END} - now()) / 60))::int as "minutesLeft",
  greatest(0, ceil(extract(epoch from ${END} - now())))::int as "secondsLeft",
  seen.files, seen.names`;
const SEEN = sql`cross join lateral (
  select count(distinct l.person_id) filter (where l.kind = 'person')::int as files,
    count(distinct l.person_id) filter (where l.kind = 'listed')::int as names
  from glass_look l where l.division_id = g.division_id and l.grant_id = g.id) seen`;

/** The looks into a county, or those that a province opened, the newest first. */
export async function listGrants(
  db: Db,
  of: { county: number } | { province: number },
  cursor?: string | null,
  size = PAGE_SIZE,
): Promise<Page<GrantRow>> {
  const after = decodeCursor(cursor, ["instant", "uuid"]);
  const ends =
    "county" in of ? sql`g.division_id = ${of.county}` : sql`g.source_division_id = ${of.province}`;
  const older = after
    ? sql`and (g.opened_at, g.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<GrantRow[]>`select ${GRANT} from glass_grant g ${SEEN}
    where ${ends} ${older} order by g.opened_at desc, g.id desc limit ${size + 1}`;
  return pageOf(rows, size, (row) => [row.openedAt.toISOString(), row.id]);
}

/** One look into a county; null when there is none with this id. */
export async function findGrant(db: Db, county: number, id: string): Promise<GrantRow | null> {
  const [row] = await db.$queryRaw<GrantRow[]>`select ${GRANT} from glass_grant g ${SEEN}
    where g.division_id = ${county} and g.id = ${id}::uuid`;
  return row ?? null;
}

/** The look into a county that is open for one key; null when none is. */
export async function findOpenGrant(db: Db, county: number, key: string): Promise<GrantRow | null> {
  const [row] = await db.$queryRaw<GrantRow[]>`select ${GRANT} from glass_grant g ${SEEN}
    where g.division_id = ${county} and g.opened_by_key = ${key} and ${IS_OPEN}
    order by g.opened_at desc, g.id desc limit 1`;
  return row ?? null;
}

/** The newest look into a county of the last three days: what its desk says of it. */
export async function findLateGrant(db: Db, county: number) {
  const [row] = await db.$queryRaw<Pick<GrantRow, "id" | "openedByName" | "reason" | "isOpen">[]>`
    select g.id::text, g.opened_by_name as "openedByName", g.reason, ${IS_OPEN} as "isOpen" from glass_grant g
    where g.division_id = ${county} and g.opened_at between now() - interval '3 days' and now()
    order by g.opened_at desc, g.id desc limit 1`;
  return row ?? null;
}

export type LookRow = {
  id: string;
  kind: LookKind;
  seenAt: Date;
  /** The same by the application's clock. */
  shownAt: Date;
  personId: string | null;
  /** Null where the reader may not see the person, or nobody was named. */
  fullName: string | null;
};

/** What was seen under one look, the newest first: files and names. */
export async function listLooks(
  db: Db,
  county: number,
  grantId: string,
  cursor?: string | null,
): Promise<Page<LookRow>> {
  const after = decodeCursor(cursor, ["instant", "uuid"]);
  const older = after
    ? sql`and (l.seen_at, l.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<LookRow[]>`
    select l.id::text, l.kind, l.seen_at as "seenAt", l.seen_at + ${SHIFT} as "shownAt", l.person_id::text as "personId", p.full_name as "fullName"
    from glass_look l join glass_grant g on g.division_id = l.division_id and g.id = l.grant_id
    left join person p on p.division_id = l.division_id and p.id = l.person_id
    where l.division_id = ${county} and l.grant_id = ${grantId}::uuid ${older}
    order by l.seen_at desc, l.id desc limit ${PAGE_SIZE + 1}`;
  return pageOf(rows, PAGE_SIZE, (row) => [row.seenAt.toISOString(), row.id]);
}

/**
 * The people of a county in the order of their names, as ids only: what a list is about to show. A cursor is the last
 * one shown, so that no name stands in an address.
 */
export async function listIdsByName(db: Db, county: number, cursor?: string | null): Promise<Page<string>> {
  const after = decodeCursor(cursor, ["uuid"]);
  const beyond = after
    ? sql`and (search_key, id) > (select search_key, id from person
        where division_id = ${county} and id = ${after[0]}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<{ id: string }[]>`select id::text from person
    where division_id = ${county} and erased_at is null
      and state in ('identified', 'invited', 'active', 'archived') ${beyond}
    order by search_key, id limit ${PAGE_SIZE + 1}`;
  const page = pageOf(rows, PAGE_SIZE, (row) => [row.id]);
  return { rows: page.rows.map(({ id }) => id), next: page.next };
}

/** A name as a list from above shows it: without a number. */
export type NameRow = { id: string; fullName: string; locality: string | null; tier: Tier; state: KeptState };

/** The names of people that are known by id, in the order of the ids. */
export async function listNames(db: Db, county: number, ids: readonly string[]): Promise<NameRow[]> {
  return db.$queryRaw<NameRow[]>`select id::text, full_name as "fullName", locality, tier, state from person
    where division_id = ${county} and id = any(${[...ids]}::uuid[])
    order by array_position(${[...ids]}::uuid[], id) limit ${PAGE_SIZE}`;
}
