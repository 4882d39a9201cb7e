import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import { decodeCursor, pageOf, PAGE_SIZE, type Page } from "~/lib/paging";
import { isOpen, type RelocationReason, type RelocationState } from "../relocation/lifecycle";

/** Which end of an offer a county is: where he would come to, or where he would go from. */
export type RelocationSide = "in" | "out";

export type RelocationRow = {
  id: string;
  side: RelocationSide;
  state: RelocationState;
  reason: RelocationReason;
  /** Null at the other county once it is decided, and where his own has erased him. */
  fullName: string | null;
  /** In the reader's own register: the one who would go, or the one who came. */
  personId: string | null;
  fromFa: string;
  fromEn: string;
  toFa: string;
  toEn: string;
  newLocality: string | null;
  offeredAt: Date;
  offeredByName: string;
  expiresOn: IsoDate;
  consentedAt: Date | null;
  endedAt: Date | null;
  endedByName: string | null;
  declineNote: string | null;
};

type Found = Omit<RelocationRow, "side" | "personId" | "fullName"> & {
  divisionId: number;
  leaverId: string;
  leaverName: string | null;
  arrivedId: string | null;
  arrivedName: string | null;
  givenName: string | null;
};

/** The names of both places, and of him in the register of whoever reads: nobody reads the other one's. */
const named = (chosen: Prisma.Sql) => Prisma.sql`
  select r.id::text, r.division_id as "divisionId", r.state, r.reason, r.person_id::text as "leaverId",
    r.arrived_id::text as "arrivedId", r.full_name as "givenName", leaver.full_name as "leaverName",
    arrived.full_name as "arrivedName", here.name_fa as "fromFa", here.name_en as "fromEn", there.name_fa as "toFa",
    there.name_en as "toEn", r.new_locality as "newLocality", r.offered_at as "offeredAt",
    r.offered_by_name as "offeredByName", r.expires_on::text as "expiresOn", r.consented_at as "consentedAt",
    r.ended_at as "endedAt", r.ended_by_name as "endedByName", r.decline_note as "declineNote"
  from (${chosen}) r
  join division here on here.id = r.division_id
  join division there on there.id = r.to_division_id
  left join person leaver on leaver.division_id = r.division_id and leaver.id = r.person_id
  left join person arrived on arrived.division_id = r.to_division_id and arrived.id = r.arrived_id`;

/** An offer as one end sees it today: what nobody decided in its time is over before the night says so. */
function shown(found: Found, divisionId: number, today: IsoDate): RelocationRow {
  const { divisionId: from, leaverId, leaverName, arrivedId, arrivedName, givenName, ...row } = found;
  const side: RelocationSide = from === divisionId ? "out" : "in";
  return {
    ...row,
    side,
    state: isOpen(row.state) && row.expiresOn < today ? "expired" : row.state,
    fullName: side === "out" ? leaverName : (arrivedName ?? givenName),
    personId: side === "out" ? leaverId : arrivedId,
  };
}

/** Offers of one side, the newest first. At the other county, those to which he has consented. */
export async function listRelocations(
  db: Db,
  divisionId: number,
  side: RelocationSide,
  today: IsoDate,
  cursor?: string | null,
): Promise<Page<RelocationRow>> {
  const after = decodeCursor(cursor, ["uuid"]);
  const beyond = after ? Prisma.sql`r.id < ${after[0]}::uuid` : Prisma.sql`true`;
  const end =
    side === "out"
      ? Prisma.sql`r.division_id = ${divisionId}`
      : Prisma.sql`r.to_division_id = ${divisionId} and r.consented_at is not null`;
  const rows = await db.$queryRaw<Found[]>`${named(
    Prisma.sql`select * from relocation r where ${end} and ${beyond} order by r.id desc limit ${PAGE_SIZE + 1}`,
  )} order by r.id desc`;
  const page = pageOf(rows, PAGE_SIZE, (row) => [row.id]);
  return { rows: page.rows.map((row) => shown(row, divisionId, today)), next: page.next };
}

/** One offer of which the county is an end. Refuses `missing`. */
export async function getRelocation(
  db: Db,
  divisionId: number,
  id: string,
  today: IsoDate,
): Promise<RelocationRow> {
  const [row] = await db.$queryRaw<Found[]>`${named(Prisma.sql`
    select * from relocation where division_id = ${divisionId} and id = ${id}::uuid
    union all select * from relocation where to_division_id = ${divisionId} and id = ${id}::uuid
      and consented_at is not null`)}`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return shown(row, divisionId, today);
}

/** Offers that wait for this county to accept or decline. */
export async function countRelocationsToDecide(db: Db, divisionId: number, today: IsoDate): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from relocation
    where to_division_id = ${divisionId} and state = 'consented' and expires_on >= ${today}::date`;
  return row?.n ?? 0;
}

export type OpenRelocation = {
  id: string;
  state: "offered" | "consented";
  toFa: string;
  toEn: string;
  expiresOn: IsoDate;
};

/** The offer that is open for a person of the county, as he and his own county read it. */
export async function findOpenRelocation(
  db: Db,
  divisionId: number,
  personId: string,
  today: IsoDate,
): Promise<OpenRelocation | null> {
  const [row] = await db.$queryRaw<OpenRelocation[]>`
    select r.id::text, r.state, d.name_fa as "toFa", d.name_en as "toEn", r.expires_on::text as "expiresOn"
    from relocation r join division d on d.id = r.to_division_id
    where r.division_id = ${divisionId} and r.person_id = ${personId}::uuid and r.state in ('offered', 'consented')
      and r.expires_on >= ${today}::date`;
  return row ?? null;
}

/** Places in which an offer is over that nobody decided; for the night. */
export async function placesWithOverdueRelocations(db: Db): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    select distinct division_id as id from relocation
    where state in ('offered', 'consented') and expires_on < current_date`;
  return rows.map(({ id }) => id);
}
