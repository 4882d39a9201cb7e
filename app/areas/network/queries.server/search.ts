import { Prisma, type Db } from "~/kernel/db.server";
import type { Place } from "~/kernel/actor";
import { afterAll, matchRank, ranked, searchedWords } from "~/lib/name-search";
import type { KeptState } from "../choices";
import { findByNationalCode } from "../people/national-code.server";

const sql = Prisma.sql;

/** Rows looked at in each way of finding; more than a screen shows. */
const LOOKED_AT = 60;

/** From here on a word of circles is too common to be looked up row by row. */
const COMMON = 150;

/** Most rows of one word that a search walks: of more people than that, two words are told by how both begin. */
const WALKED = 1000;

/** Letters of a word's beginning that stand in the blocks of a name. */
const BLOCK_LETTERS = 3;

export type FoundPerson = {
  id: string;
  fullName: string;
  searchKey: string;
  mobile: string | null;
  locality: string | null;
  state: KeptState;
};

const begins = (column: "tail" | "glued", start: string) =>
  sql`${Prisma.raw(column)} >= ${start} and ${Prisma.raw(column)} < ${afterAll(start)}`;

/** A typed word stands alone or is glued to the one before it. */
const spellings = (words: readonly string[], at: number): string[] =>
  at === 0 ? [words[0] ?? ""] : [words[at] ?? "", `${words[at - 1] ?? ""}${words[at] ?? ""}`];

type Counted = { at: number; count: number };
const fewest = (rows: readonly Counted[]): number =>
  rows.reduce((least, row) => (row.count < least.count ? row : least), rows[0] ?? { at: 0, count: 0 }).at;

/** The typed word with the fewest people, counted as far as it matters. */
async function rarest(db: Db, divisionId: number, words: readonly string[]): Promise<number> {
  const counts = words.map((_, at) => {
    const rows = spellings(words, at).map(
      (start) =>
        sql`(select 1 from person_word where division_id = ${divisionId} and ${begins("glued", start)} order by glued limit ${WALKED})`,
    );
    return sql`select ${at}::int as at, (select count(*) from (${Prisma.join(rows, " union all ")}) counted)::int as count`;
  });
  return fewest(await db.$queryRaw<Counted[]>`${Prisma.join(counts, " union all ")}`);
}

/** Rows of people who have two words that begin as two of the typed ones do, in whatever order: one key of an index. */
function inBlock(divisionId: number, words: readonly string[]): Prisma.Sql | undefined {
  const long = words.filter((word) => word.length >= BLOCK_LETTERS).sort((a, b) => b.length - a.length);
  if (long.length < 2) return undefined;
  return sql`(select b.person_id from person_blocks(${long.slice(0, 2).join(" ")}, null) mine cross join lateral (
      select person_id from person_block where division_id = ${divisionId} and block = mine.block
      order by person_id limit ${WALKED}) b where starts_with(mine.block, 's:'))`;
}

/**
 * People who have every typed word in whatever order: a walk of the rarest, each looked up for the others. Of two words
 * that thousands have, the walk ends early, and those who have both are found by how the words begin.
 */
async function inAnyOrder(db: Db, divisionId: number, words: readonly string[]): Promise<Prisma.Sql> {
  const driver = await rarest(db, divisionId, words);
  const block = inBlock(divisionId, words);
  const others = words.flatMap((_, at) =>
    at === driver && !block
      ? []
      : // Probed for each of them: without the offset the planner may read everybody who has the word.
        sql`exists (select from person_word o where o.division_id = ${divisionId} and o.person_id = w.person_id
          and (${Prisma.join(
            spellings(words, at).map((start) => begins("glued", start)),
            " or ",
          )}) offset 0)`,
  );
  return sql`(select person_id from (${block ? sql`${block} union all` : sql``} ${Prisma.join(
    spellings(words, driver).map(
      (start) =>
        sql`(select person_id from person_word where division_id = ${divisionId} and ${begins("glued", start)}
          order by glued, person_id limit ${WALKED})`,
    ),
    " union all ",
  )}) w where ${Prisma.join(others, " and ")} limit ${COMMON})`;
}

/** Digits of a mobile number as it is stored, when the text holds enough of them. */
function numberIn(words: readonly string[]): string | undefined {
  const digits = words.join("");
  return /^\d{3,14}$/.test(digits) ? digits.replace(/^(?:0098|98(?=9)|0)/, "") : undefined;
}

/**
 * People of a county whose name or number begins with what is typed, the best answer first: whole words at the start,
 * then begun ones, then words further on, in whatever order; before all of them, who has exactly that national code.
 * Every branch walks an index of the place.
 */
export async function findPeople(
  db: Db,
  divisionId: number,
  text: string,
  size: number,
): Promise<FoundPerson[]> {
  const words = searchedWords(text);
  if (words.length === 0) return [];
  const exact = await findByNationalCode(db, divisionId, text);
  const [phrase, glued] = [words.join(" "), numberIn(words) ?? words.join("")];
  const mine = sql`division_id = ${divisionId}`;
  const branches = [
    sql`(select person_id from person_word where ${mine} and place = 0 and ${begins("tail", phrase)}
      order by tail, person_id limit ${LOOKED_AT})`,
    sql`(select person_id from person_word where ${mine} and ${begins("tail", phrase)}
      order by tail, person_id limit ${LOOKED_AT})`,
    sql`(select person_id from person_word where ${mine} and ${begins("glued", glued)}
      order by glued, person_id limit ${LOOKED_AT})`,
    ...(words.length > 1 ? [await inAnyOrder(db, divisionId, words)] : []),
  ];
  const rows = await db.$queryRaw<FoundPerson[]>`
    select p.id::text, p.full_name as "fullName", p.search_key as "searchKey", p.mobile, p.locality, p.state
    from person p where p.division_id = ${divisionId} and p.state <> 'cancelled'
      and p.id = any (array(select person_id from (${Prisma.join(branches, " union all ")}) found) || ${exact}::uuid)`;
  const isExact = ({ id }: FoundPerson) => id === exact;
  return [
    ...rows.filter(isExact),
    ...ranked(
      rows.filter((row) => !isExact(row)),
      words,
    ),
  ].slice(0, size);
}

export type FoundCircle = {
  id: string;
  name: string;
  searchKey: string;
  divisionNameFa: string;
  divisionNameEn: string;
};

/** Rows of circles of the division `d` that hold a typed word, alone or glued to the one before it. */
const rowsOf = (words: readonly string[], at: number, limit: Prisma.Sql) =>
  Prisma.join(
    spellings(words, at).map(
      (start) =>
        sql`(select circle_id from circle_word where division_id = d.id and ${begins("glued", start)} ${limit})`,
    ),
    " union all ",
  );

/** The typed word with the fewest circles of a place and the places below it, counted as far as it matters in each. */
async function rarestInCircles(
  db: Db,
  place: Pick<Place, "lo" | "hi">,
  words: readonly string[],
): Promise<number> {
  const counts = words.map(
    (
      _,
      at,
    ) => sql`select ${at}::int as at, coalesce(sum(counted.n), 0)::int as count from division d cross join lateral (
      select count(*) as n from (${rowsOf(words, at, sql`order by glued limit ${COMMON}`)}) looked) counted
      where d.id between ${place.lo} and ${place.hi}`,
  );
  return fewest(await db.$queryRaw<Counted[]>`${Prisma.join(counts, " union all ")}`);
}

/** Open circles of a place and the places below it whose name or topic holds what is typed, the best answer first. */
export async function findCircles(
  db: Db,
  place: Pick<Place, "lo" | "hi">,
  text: string,
  size: number,
): Promise<FoundCircle[]> {
  const words = searchedWords(text);
  if (words.length === 0) return [];
  const driver = words.length === 1 ? 0 : await rarestInCircles(db, place, words);
  const others = words.flatMap((_, at) =>
    at === driver
      ? []
      : sql`and exists (select from circle_word o where o.division_id = d.id and o.circle_id = w.circle_id
          and (${Prisma.join(
            spellings(words, at).map((start) => begins("glued", start)),
            " or ",
          )}))`,
  );
  const rows = await db.$queryRaw<FoundCircle[]>`
    select distinct c.id::text, c.name, c.search_key as "searchKey", d.name_fa as "divisionNameFa", d.name_en as "divisionNameEn"
    from division d cross join lateral (
      select w.circle_id from (${rowsOf(words, driver, sql``)}) w where true ${Prisma.join([sql``, ...others], " ")}
      limit ${COMMON}) w
    join circle c on c.division_id = d.id and c.id = w.circle_id and c.closed_on is null
    where d.id between ${place.lo} and ${place.hi} limit ${COMMON * 4}`;
  return ranked(
    rows.filter((row) => matchRank(row.searchKey, words) !== null),
    words,
  ).slice(0, size);
}
