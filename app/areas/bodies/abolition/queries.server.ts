import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import type { AbolitionState, Links } from "./what-moves";

/** A body, or its office in one place, that ended. */
export type Abolition = {
  divisionId: number;
  id: string;
  organisationId: string;
  nameFa: string;
  nameEn: string;
  heirId: string | null;
  heirFa: string | null;
  heirEn: string | null;
  onlyHere: boolean;
  endedOn: IsoDate;
  orderNumber: string | null;
  reason: string;
  links: Links;
  state: AbolitionState;
  byName: string;
  byKey: string;
  undoneByName: string | null;
  undoneByKey: string | null;
  at: Date;
  heirAt: Date | null;
  /** Since when it is in its state, or was last taken up. */
  stateSince: Date;
  /** How often it goes through the places. */
  round: number;
  revision: number;
};

const ABOLITION = Prisma.sql`a.division_id as "divisionId", a.id, a.organisation_id as "organisationId",
  g.name_fa as "nameFa", g.name_en as "nameEn", a.heir_id as "heirId", h.name_fa as "heirFa", h.name_en as "heirEn",
  a.only_here as "onlyHere", to_char(a.ended_on, 'YYYY-MM-DD') as "endedOn", a.order_number as "orderNumber", a.reason,
  a.links, a.state, a.by_name as "byName", a.by_key as "byKey", a.undone_by_name as "undoneByName",
  a.undone_by_key as "undoneByKey", a.at, a.heir_at as "heirAt", a.state_since as "stateSince", a.round,
  a.revision`;
const OF = Prisma.sql`abolition a join organisation g on g.id = a.organisation_id
  left join organisation h on h.id = a.heir_id`;

/** An abolition of one's own place or of a level above. Refuses `missing`. */
export async function getAbolition(
  db: Db,
  { divisionId, id }: { divisionId: number; id: string },
): Promise<Abolition> {
  const [row] = await db.$queryRaw<Abolition[]>`
    select ${ABOLITION} from ${OF} where a.division_id = ${divisionId} and a.id = ${id}::uuid`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}

/** As `getAbolition`, where only its id is known: each level at and above the place is one probe. Refuses `missing`. */
export async function findAbolition(db: Db, ancestors: readonly number[], id: string): Promise<Abolition> {
  const [row] = await db.$queryRaw<Abolition[]>`
    select ${ABOLITION} from ${OF} where a.division_id = any(${[...ancestors]}::int[]) and a.id = ${id}::uuid`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}

/** The newest abolition of a body that a place knows and that holds, for its page; undefined when there is none. */
export async function abolitionOf(
  db: Db,
  ancestors: readonly number[],
  organisationId: string,
): Promise<Abolition | undefined> {
  const [row] = await db.$queryRaw<Abolition[]>`
    select ${ABOLITION} from ${OF} where a.organisation_id = ${organisationId}::uuid
      and a.division_id = any(${[...ancestors]}::int[]) and a.state <> 'undone' order by a.at desc limit 1`;
  return row;
}

/** Acts in all places that have stood since before a moment without coming to their end; at most 500. For the night. */
export async function stoppedAbolitions(db: Db, before: Date): Promise<{ divisionId: number; id: string }[]> {
  return db.$queryRaw`select division_id as "divisionId", id from abolition
    where state in ('moving', 'undoing') and state_since < ${before} order by state_since limit 500`;
}

/** Places through which an abolition goes: its own, and for the national tree every one with an office of the body. */
export async function placesOf(db: Db, abolition: Abolition): Promise<number[]> {
  const own = abolition.divisionId;
  if (abolition.onlyHere || own !== 0) return [own];
  const rows = await db.$queryRaw<{ id: number }[]>`select division_id as id from office
    where organisation_id = ${abolition.organisationId}::uuid and division_id > 0 order by division_id`;
  return [own, ...rows.map(({ id }) => id)];
}

const IS_OVER = ({ state, round }: Pick<Abolition, "state" | "round">) =>
  state === "undoing" || state === "undone"
    ? Prisma.sql`undone_at is not null`
    : Prisma.sql`round >= ${round}`;

/** Places in which an abolition is over. */
export async function placesDone(
  db: Db,
  abolition: Pick<Abolition, "id" | "state" | "round">,
): Promise<Set<number>> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    select division_id as id from abolition_place where abolition_id = ${abolition.id}::uuid and ${IS_OVER(abolition)}`;
  return new Set(rows.map(({ id: place }) => place));
}

export type WithoutHeir = { id: string; nameFa: string; nameEn: string; waiting: number; ends: number };

/**
 * What ended without an heir and left work of this place to nobody: the newest end, what waits there, and how many such
 * ends there are; undefined when all that was owed has somebody.
 */
export async function findEndWithoutHeir(
  db: Db,
  place: { id: number; ancestors: readonly number[] },
): Promise<WithoutHeir | undefined> {
  const [row] = await db.$queryRaw<WithoutHeir[]>`
    select a.id, g.name_fa as "nameFa", g.name_en as "nameEn", p.waiting, (count(*) over ())::int as ends
    from abolition_place p
    join abolition a on a.division_id = any(${[...place.ancestors]}::int[]) and a.id = p.abolition_id
    join organisation g on g.id = a.organisation_id
    where p.division_id = ${place.id} and p.waiting > 0 and a.heir_id is null and a.state = 'done'
    order by a.at desc limit 1`;
  return row;
}

/** What became of an abolition so far, as one place and those below it see it. */
export type AbolitionFigures = {
  places: number;
  offices: number;
  obligations: number;
  demands: number;
  moved: number;
  waiting: number;
};

export async function figuresOf(
  db: Db,
  { lo, hi }: { lo: number; hi: number },
  abolition: Pick<Abolition, "id" | "state" | "round">,
): Promise<AbolitionFigures> {
  const [row] = await db.$queryRaw<AbolitionFigures[]>`
    select (count(*) filter (where ${IS_OVER(abolition)}))::int as places, count(office_id)::int as offices,
      coalesce(sum(obligations), 0)::int as obligations, coalesce(sum(demands), 0)::int as demands,
      coalesce(sum(moved), 0)::int as moved, coalesce(sum(waiting), 0)::int as waiting
    from abolition_place where abolition_id = ${abolition.id}::uuid and division_id between ${lo} and ${hi}`;
  if (!row) throw new Error("An aggregate gives a row.");
  return row;
}
