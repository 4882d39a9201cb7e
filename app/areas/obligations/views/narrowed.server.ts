import { Prisma, type Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import type { End, LedgerView } from "../filters";
import { AGE_BANDS, IN_WORDS, type Narrowing } from "./narrowing";
import { answeredForBetween, findOfficial } from "./officials.server";
import { dueBetween } from "./turns.server";
import { seriesOf } from "./series";

const sql = Prisma.sql;

/** Most titles that one end of a place's ledger is looked through for. */
const MOST_TITLES = 5000;

/** The place whose end of the ledger is looked at. */
export const atEnd = (end: End, placeId: number): Prisma.Sql =>
  end === "owed" ? sql`b.division_id = ${placeId}::int` : sql`b.source_division_id = ${placeId}::int`;

/** Arabic twins of Persian letters with what they become; a half-space and a tatweel stand last and become nothing. */
const TWINS = "\u064A\u0649\u0643\u0629\u06C0\u0623\u0625\u200C\u0640";
const LETTERS = "\u06CC\u06CC\u06A9\u0647\u0647\u0627\u0627";
/** The end of many a village's name, which some write apart. */
const WRITTEN_APART = " (\u0622\u0628\u0627\u062F|\u06A9\u0644\u0627)( |$)";

/** A text in one spelling between single spaces, its marks and half-spaces gone, so that a name is found as a word. */
export const spaced = (text: Prisma.Sql): Prisma.Sql =>
  sql`' ' || btrim(regexp_replace(regexp_replace(translate(${text}, ${TWINS}::text, ${LETTERS}::text), '[^[:alnum:]]+',
    ' ', 'g'), ${WRITTEN_APART}::text, '\\1\\2', 'g')) || ' '`;

/** Overdue by an age of this band. */
export function inBand(band: number, today: IsoDate): Prisma.Sql {
  const [low, high] = AGE_BANDS[band] ?? [1, null];
  const owing = sql`b.state in ('issued', 'acknowledged', 'in-progress', 'blocked')`;
  return high === null
    ? sql`${owing} and b.due_on <= ${today}::date - ${low}::int`
    : sql`${owing} and b.due_on between ${today}::date - ${high}::int and ${today}::date - ${low}::int`;
}

/** Titles of the meetings of a series, as the obligations at this end carry them. */
async function titlesOf(db: Db, placeId: number, end: End, series: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ title: string }[]>`
    select distinct b.source_title as title from obligation b where ${atEnd(end, placeId)} limit ${MOST_TITLES}`;
  return rows.map(({ title }) => title).filter((title) => seriesOf(title) === series);
}

/** What an official answers for: what his office owed at any time while he headed it. */
async function ofOfficial(db: Db, placeId: number, id: string): Promise<Prisma.Sql> {
  const head = await findOfficial(db, placeId, id);
  if (!head) return sql`and false`;
  const during = answeredForBetween(sql`${head.since}::date`, sql`${head.until}::date`);
  return sql`and b.division_id = ${head.divisionId}::int and b.office_id = ${head.officeId}::uuid and ${during}`;
}

/** Which finished turns count where an address narrows a ledger: of an official those that were due in his time. */
export async function turnsOfView(
  db: Db,
  placeId: number,
  { narrowing }: Pick<LedgerView, "narrowing">,
): Promise<Prisma.Sql> {
  const head = narrowing.official ? await findOfficial(db, placeId, narrowing.official) : undefined;
  return head ? dueBetween(sql`${head.since}::date`, sql`${head.until}::date`) : Prisma.empty;
}

/** What an address narrows one end of a ledger to, as a condition on the obligation `b`. */
export async function narrowedTo(
  db: Db,
  placeId: number,
  end: End,
  narrowing: Narrowing,
  today: IsoDate,
): Promise<Prisma.Sql> {
  const { body, place, age, cause, obstacle, series, official, clerk, locality } = narrowing;
  const parts: Prisma.Sql[] = [];
  if (body) parts.push(sql`and b.organisation_id = ${body}::uuid`);
  if (place !== undefined)
    parts.push(
      end === "owed" ? sql`and b.source_division_id = ${place}::int` : sql`and b.division_id = ${place}::int`,
    );
  if (age !== undefined) parts.push(sql`and ${inBand(age, today)}`);
  if (cause) parts.push(sql`and b.cause = ${cause} and b.first_due_on <> b.due_on`);
  if (obstacle === IN_WORDS) parts.push(sql`and b.state = 'blocked' and b.obstacle_id is null`);
  else if (obstacle) parts.push(sql`and b.state = 'blocked' and b.obstacle_id = ${obstacle}::uuid`);
  if (series) parts.push(sql`and b.source_title = any(${await titlesOf(db, placeId, end, series)}::text[])`);
  if (official) parts.push(await ofOfficial(db, placeId, official));
  if (clerk) parts.push(sql`and b.issued_by_key = ${clerk}`);
  if (locality) parts.push(sql`and strpos(${spaced(sql`b.text`)}, ${spaced(sql`${locality}::text`)}) > 0`);
  return parts.length === 0 ? Prisma.empty : Prisma.join(parts, " ");
}

/** All that an address narrows a ledger to but its filter: one source, one office, one group of a breakdown. */
export async function conditionOfView(
  db: Db,
  placeId: number,
  view: Pick<LedgerView, "end" | "source" | "office" | "narrowing">,
  today: IsoDate,
): Promise<Prisma.Sql> {
  const source = view.source ? sql`and b.source_id = ${view.source}::uuid` : Prisma.empty;
  const office = view.office ? sql`and b.office_id = ${view.office}::uuid` : Prisma.empty;
  return sql`${source} ${office} ${await narrowedTo(db, placeId, view.end, view.narrowing, today)}`;
}
