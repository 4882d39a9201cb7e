import { Prisma, type Db } from "~/kernel/db.server";
import { searchKey } from "~/lib/persian-text";
import { decodeCursor, pageOf, type Page } from "~/lib/paging";
import type { Capacity, PersonState, Tier } from "../choices";
import { LIKELY, likeness, type Likened, type Likeness, type Reason } from "../duplicates/likeness";
import { maskedNationalCode } from "../people/national-code.server";
import type { Way } from "../people/ways";

const sql = Prisma.sql;

/** People of one block that are looked at: a block that many share says little. */
const MOST_OF_A_BLOCK = 60;

export type Twin = Likened & Likeness & { id: string };

/**
 * People of the county who may be the one described, the likeliest first. Walks the blocks of the description. Two
 * with two national codes are two.
 */
export async function findTwins(
  db: Db,
  divisionId: number,
  of: Likened & { searchKey: string; nationalCodeHash?: string | null },
  exceptId?: string,
): Promise<Twin[]> {
  const rows = await db.$queryRaw<(Likened & { id: string })[]>`
    select p.id::text, p.full_name as "fullName", p.mobile, p.locality,
      array(select m.circle_id::text from membership m
        where m.division_id = ${divisionId} and m.person_id = p.id and m.to_on is null) as "circleIds"
    from person p where p.division_id = ${divisionId} and p.state <> 'cancelled'
      and (p.national_code_hash = ${of.nationalCodeHash ?? null}) is distinct from false and p.id = any (array(
      select near.person_id from person_blocks(${of.searchKey}, ${of.mobile}) mine cross join lateral (
        select b.person_id from person_block b where b.division_id = ${divisionId} and b.block = mine.block
        limit ${MOST_OF_A_BLOCK}) near))`;
  return rows
    .filter((row) => row.id !== exceptId)
    .map((row) => ({ ...row, ...likeness(of, row) }))
    .filter((row) => row.score >= LIKELY)
    .sort((a, b) => b.score - a.score);
}

/** Somebody of many who are compared at once; `id` is left out by his own comparison. */
export type Described = {
  id: string;
  fullName: string;
  searchKey: string;
  mobile: string | null;
  locality: string | null;
  codeHash: string | null;
};

/** People of a block that are looked at for each of many, and of all his blocks together, the rarest first. */
const FEWER_OF_A_BLOCK = 20;
const MOST_COMPARED = 80;

/**
 * For each of many the person of the county who is likeliest to be the same, by the id given; in one query. Nobody of
 * another name, place and number is fetched, so that a list of thousands does not fetch half a register. With `same`
 * names, those written with a slip are left out: a tenth of the time, for what somebody waits for.
 */
export async function findTwinsOfMany(
  db: Db,
  divisionId: number,
  many: readonly Described[],
  names: "same" | "near" = "near",
): Promise<Map<string, Twin>> {
  if (many.length === 0) return new Map();
  const given = JSON.stringify(
    many.map(({ id, searchKey: key, mobile, locality, codeHash: code }) => ({
      id,
      key,
      mobile,
      locality,
      code,
    })),
  );
  const rows = await db.$queryRaw<(Omit<Described, "codeHash"> & { of: string })[]>`
    with given as materialized (
      select * from jsonb_to_recordset(${given}::jsonb) as g(id uuid, key text, mobile text, locality text, code text)
    ), near as materialized (
      select distinct g.id, c.person_id from given g cross join lateral (
        select unnest(b.held) as person_id from (
          select array(select n.person_id from person_block n
            where n.division_id = ${divisionId} and n.block = mine.block limit ${FEWER_OF_A_BLOCK}) as held
          from person_blocks(g.key, g.mobile) mine
          where ${names === "near"} or mine.block < 'e' or mine.block >= 'm' and mine.block < 's') b
        order by cardinality(b.held) limit ${MOST_COMPARED}) c
    )
    select g.id::text as "of", p.id::text, p.full_name as "fullName", p.mobile, p.locality
    from near join given g using (id) join person p on p.division_id = ${divisionId} and p.id = near.person_id
    where p.id <> g.id and p.state <> 'cancelled' and (p.national_code_hash = g.code) is distinct from false
      and (p.mobile is null or g.mobile is null or left(p.mobile, 8) = left(g.mobile, 8)
        or right(p.mobile, 4) = right(g.mobile, 4)
        or translate(p.locality, U&'\\200C ', '') = translate(g.locality, U&'\\200C ', ''))`;
  const described = new Map(many.map((one) => [one.id, one]));
  const best = new Map<string, Twin>();
  for (const { of, ...row } of rows) {
    const one = described.get(of);
    if (!one) continue;
    const other = { ...row, circleIds: [] };
    const like = likeness({ ...one, circleIds: [] }, other);
    if (like.score >= LIKELY && like.score > (best.get(of)?.score ?? 0)) best.set(of, { ...other, ...like });
  }
  return best;
}

/**
 * Whom to show before a new record is saved. A number that somebody has is not asked about: the record is refused by
 * name.
 */
export async function twinsOf(
  db: Db,
  divisionId: number,
  form: { fullName: string; mobile?: string; locality?: string; circleIds: readonly string[] },
): Promise<Twin[]> {
  const { fullName, mobile = null, locality = null, circleIds } = form;
  const described = { fullName, mobile, locality, circleIds, searchKey: searchKey(fullName) };
  const twins = await findTwins(db, divisionId, described);
  return twins.some(({ reasons }) => reasons.includes("same-number")) ? [] : twins.slice(0, 5);
}

/** A record of a pair as the desk shows it beside the other. */
export type Side = {
  id: string;
  fullName: string;
  mobile: string | null;
  tier: Tier;
  state: PersonState;
  locality: string | null;
  source: string | null;
  note: string | null;
  joinedOn: string | null;
  /** The last day reached; null for whom nobody has reached yet. */
  heardOn: string | null;
  revision: number;
  noContact: boolean;
  capacities: Capacity[];
  preferredWay: Way | null;
  /** Its last digits. */
  nationalCode: string | null;
  circles: string[];
  contacts: number;
};
type SealedSide = Omit<Side, "nationalCode"> & { sealed: string | null };
type FoundPair = Omit<PairRow, "first" | "second"> & Record<"first" | "second", SealedSide | null>;

/** A pair with its codes shown as far as they may be; null when one of the two is gone. */
function shownPair(divisionId: number, { first, second, ...pair }: FoundPair): PairRow | null {
  if (!first || !second) return null;
  const shown = ({ sealed, ...side }: SealedSide): Side => ({
    ...side,
    nationalCode: maskedNationalCode(divisionId, side.id, sealed),
  });
  return { ...pair, first: shown(first), second: shown(second) };
}

const SIDE = sql`jsonb_build_object('id', p.id, 'fullName', p.full_name, 'mobile', p.mobile, 'tier', p.tier, 'state', p.state,
  'locality', p.locality, 'source', p.source, 'note', p.note, 'joinedOn', p.joined_on, 'heardOn', p.heard_on,
  'revision', p.revision, 'noContact', p.no_contact, 'capacities', p.capacities, 'preferredWay', p.preferred_way,
  'sealed', p.national_code_sealed,
  'circles', array(select c.name from membership m join circle c on c.division_id = m.division_id and c.id = m.circle_id
    where m.division_id = p.division_id and m.person_id = p.id and m.to_on is null order by c.name),
  'contacts', (select count(*) from contact k where k.division_id = p.division_id and k.person_id = p.id))`;

export type PairRow = { id: string; score: number; reasons: Reason[]; first: Side; second: Side };

const PAIRS_OF_A_PAGE = 20;

const pairsWhere = (chosen: Prisma.Sql) => sql`
  select c.id::text, c.score, c.reasons,
    (select ${SIDE} from person p where p.division_id = c.division_id and p.id = c.first_id) as first,
    (select ${SIDE} from person p where p.division_id = c.division_id and p.id = c.second_id) as second
  from (${chosen}) c`;

/** Pairs that wait for a decision, the likeliest first. */
export async function listPairs(
  db: Db,
  divisionId: number,
  cursor?: string | null,
  size = PAIRS_OF_A_PAGE,
): Promise<Page<PairRow>> {
  const after = decodeCursor(cursor, ["integer", "uuid"]);
  const rows = await db.$queryRaw<FoundPair[]>`${pairsWhere(sql`select * from person_pair
    where division_id = ${divisionId} and state = 'open'
      and ${after ? sql`(score, id) < (${after[0]}::int, ${after[1]}::uuid)` : sql`true`}
    order by score desc, id desc limit ${size + 1}`)} order by c.score desc, c.id desc`;
  const page = pageOf(rows, size, (row) => [row.score, row.id]);
  return { ...page, rows: page.rows.flatMap((row) => shownPair(divisionId, row) ?? []) };
}

/** One pair that waits for a decision; null when it was decided or one of the two is gone. */
export async function findPair(db: Db, divisionId: number, id: string): Promise<PairRow | null> {
  const [row] = await db.$queryRaw<FoundPair[]>`${pairsWhere(
    sql`select * from person_pair where division_id = ${divisionId} and id = ${id}::uuid and state = 'open'`,
  )}`;
  return row ? shownPair(divisionId, row) : null;
}

/** Pairs are counted as far as a desk shows their number. */
const COUNTED = 100;

/** How many pairs wait; one more than a hundred stands for any number above it. */
export async function countPairs(db: Db, divisionId: number): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select from person_pair
      where division_id = ${divisionId} and state = 'open' limit ${COUNTED + 1}) open`;
  return row?.count ?? 0;
}

export type MergeRow = {
  id: string;
  keptId: string;
  keptName: string;
  goneName: string;
  /** Their numbers as they were: two names may be alike. */
  keptMobile: string | null;
  goneMobile: string | null;
  mergedAt: Date;
};

/** Merges that may still be taken back, the newest first. */
export async function listMerges(db: Db, divisionId: number, since: Date): Promise<MergeRow[]> {
  return db.$queryRaw<MergeRow[]>`
    select m.id::text, m.kept_id::text as "keptId", coalesce(m.kept_before->>'full_name', p.full_name) as "keptName", m.gone->>'full_name' as "goneName",
      m.kept_before->>'mobile' as "keptMobile", m.gone->>'mobile' as "goneMobile", m.merged_at as "mergedAt"
    from person_merge m join person p on p.division_id = m.division_id and p.id = m.kept_id
    where m.division_id = ${divisionId} and m.merged_at > ${since} and m.undone_at is null and m.gone is not null
    order by m.merged_at desc limit 20`;
}
