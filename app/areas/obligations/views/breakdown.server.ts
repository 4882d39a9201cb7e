import { bareName } from "~/areas/catalogues/choices";
import { offeredOf } from "~/areas/catalogues/queries.server";
import type { Place } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import type { End } from "../filters";
import { atEnd, inBand, spaced } from "./narrowed.server";
import { AGE_BANDS, IN_WORDS, type Grouping } from "./narrowing";
import { answeredForBetween, officialsAt } from "./officials.server";
import { seriesOf } from "./series";
import { dueBetween, DUE, turnsOf } from "./turns.server";

const sql = Prisma.sql;

/** Most groups of one breakdown; those with the most overdue stay. */
export const MOST_GROUPS = 300;
/** Titles are many more than their series. */
const MOST_TITLES = 5000;

export type Figures = {
  total: number;
  /** Received at least: whoever owes it has said something. */
  answered: number;
  open: number;
  overdue: number;
  verified: number;
  /** Finished turns of continuous obligations: each was verified. */
  turns: number;
  reDated: number;
  /** Of those whose first limit is over, each turn by itself: verified by it; then the same by the present limit. */
  dueByFirst: number;
  inFirst: number;
  dueByPresent: number;
  inPresent: number;
};

export type Group = Figures & {
  key: string;
  nameFa: string;
  nameEn: string;
  /** Of an official who is one no longer: the first day on which he was not. */
  until?: IsoDate | null;
  /** Of a source: what tells one resolution from another of the same meetings. */
  source?: GroupSource;
};

/** A resolution or decision as a group of a breakdown; the day is that of its issue. */
export type GroupSource = {
  sourceKind: string;
  sourceTitle: string;
  sourceNumber: number | null;
  text: string;
  issuedOn: IsoDate;
};

const OWING = sql`b.state in ('issued', 'acknowledged', 'in-progress', 'blocked')`;
const ON = sql`(b.verified_at at time zone 'Asia/Tehran')::date`;

const figures = (today: IsoDate) => sql`count(*)::int as total,
  (count(*) filter (where b.state <> 'issued'))::int as answered,
  (count(*) filter (where ${OWING} or b.state = 'reported-done'))::int as open,
  (count(*) filter (where ${OWING} and b.due_on < ${today}::date))::int as overdue,
  (count(*) filter (where b.state = 'verified'))::int as verified,
  coalesce(sum(t.turns), 0)::int as turns,
  (count(*) filter (where b.first_due_on <> b.due_on))::int as "reDated",
  (count(*) filter (where ${DUE} and b.first_due_on < ${today}::date)
    + coalesce(sum(t.due_by_first), 0))::int as "dueByFirst",
  (count(*) filter (where ${DUE} and b.first_due_on < ${today}::date and b.state = 'verified'
    and ${ON} <= b.first_due_on) + coalesce(sum(t.in_first), 0))::int as "inFirst",
  (count(*) filter (where ${DUE} and b.due_on < ${today}::date)
    + coalesce(sum(t.due_by_present), 0))::int as "dueByPresent",
  (count(*) filter (where ${DUE} and b.due_on < ${today}::date and b.state = 'verified'
    and ${ON} <= b.due_on) + coalesce(sum(t.in_present), 0))::int as "inPresent"`;

/** Groupings of which each obligation has one key at most. */
type OneKeyed = Exclude<Grouping, "series" | "locality" | "official">;

/** How a grouping reads the ledger: its key, which rows count, and where the group's name stands. */
type Reading = { key: Prisma.Sql; where?: Prisma.Sql; names: Prisma.Sql; more?: Prisma.Sql };

function readingOf(of: OneKeyed, end: End, today: IsoDate): Reading {
  switch (of) {
    case "source":
      return {
        key: sql`b.source_id`,
        where: sql`and b.source_id is not null`,
        names: sql`join lateral (select n.source_title as name_fa, n.source_title as name_en,
            jsonb_build_object('sourceKind', n.source_kind, 'sourceTitle', n.source_title, 'sourceNumber', n.source_number,
              'text', n.text, 'issuedOn', (n.issued_at at time zone 'Asia/Tehran')::date) as source
          from obligation n where n.division_id = g.some[1]::int and n.id = g.some[2]::uuid) n on true`,
        more: sql`, n.source`,
      };
    case "body":
      return end === "owed"
        ? {
            key: sql`b.office_id`,
            names: sql`join office n on n.division_id = g.some[1]::int and n.id = g.key::uuid`,
          }
        : { key: sql`b.organisation_id`, names: sql`join organisation n on n.id = g.key::uuid` };
    case "place":
      return {
        key: end === "owed" ? sql`b.source_division_id` : sql`b.division_id`,
        names: sql`join division n on n.id = g.key::int`,
      };
    case "age": {
      const bands = AGE_BANDS.map((_, band) => sql`when ${inBand(band, today)} then ${String(band)}`);
      return {
        key: sql`case ${Prisma.join(bands, " ")} end`,
        where: sql`and b.due_on < ${today}::date and ${OWING}`,
        names: sql`cross join (select '' as name_fa, '' as name_en) n`,
      };
    }
    case "cause":
      return {
        key: sql`b.cause`,
        where: sql`and b.cause is not null and b.first_due_on <> b.due_on`,
        names: sql`cross join (select '' as name_fa, '' as name_en) n`,
      };
    case "obstacle":
      return {
        key: sql`coalesce(b.obstacle_id::text, ${IN_WORDS})`,
        where: sql`and b.state = 'blocked'`,
        names: sql`left join lateral (select o.title as name_fa, o.title as name_en from obstacle o
          where o.division_id = g.some[1]::int and o.id = nullif(g.key, ${IN_WORDS})::uuid) n on true`,
      };
    case "clerk":
      return {
        key: sql`b.issued_by_key`,
        where: sql`and b.issued_by_key ~ '^[0-9a-f-]{36}$'`,
        names: sql`left join lateral (select max(i.issued_by_name) as name_fa, max(i.issued_by_name) as name_en
          from obligation s join issuance i on i.division_id = s.source_division_id and i.id = s.source_id
          where s.division_id = g.some[1]::int and s.id = g.some[2]::uuid) n on true`,
      };
  }
}

async function byOneKey(
  db: Db,
  placeId: number,
  ask: { end: End; of: OneKeyed },
  today: IsoDate,
): Promise<Group[]> {
  const { key, where = Prisma.empty, names, more = Prisma.empty } = readingOf(ask.of, ask.end, today);
  return db.$queryRaw<Group[]>`
    select g.key, coalesce(n.name_fa, '') as "nameFa", coalesce(n.name_en, '') as "nameEn", g.total, g.answered, g.open,
      g.overdue, g.verified, g.turns, g."reDated", g."dueByFirst", g."inFirst", g."dueByPresent", g."inPresent" ${more}
    from (select (${key})::text as key, min(array[b.division_id::text, b.id::text] collate "C") as some,
        ${figures(today)}
      from obligation b ${turnsOf(today)} where ${atEnd(ask.end, placeId)} ${where}
      group by 1 order by overdue desc, open desc, key limit ${MOST_GROUPS}) g ${names}
    order by g.overdue desc, g.open desc, g.key`;
}

const FIGURE_NAMES = [
  "total",
  "answered",
  "open",
  "overdue",
  "verified",
  "turns",
  "reDated",
  "dueByFirst",
  "inFirst",
  "dueByPresent",
  "inPresent",
] as const satisfies readonly (keyof Figures)[];

/** The yield of each series of meetings: what became of all that its meetings resolved. */
async function bySeries(db: Db, placeId: number, end: End, today: IsoDate): Promise<Group[]> {
  const titles = await db.$queryRaw<(Figures & { title: string })[]>`
    select b.source_title as title, ${figures(today)} from obligation b ${turnsOf(today)} where ${atEnd(end, placeId)}
    group by 1 limit ${MOST_TITLES}`;
  const found = new Map<string, Group>();
  for (const { title, ...counted } of titles) {
    const key = seriesOf(title);
    const group = found.get(key);
    if (group) for (const name of FIGURE_NAMES) group[name] += counted[name];
    else found.set(key, { key, nameFa: key, nameEn: key, ...counted });
  }
  return [...found.values()]
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open || a.key.localeCompare(b.key, "fa"))
    .slice(0, MOST_GROUPS);
}

/** What was promised for a village or quarter: obligations whose text names one of those that the place keeps. */
async function byLocality(
  db: Db,
  place: Pick<Place, "id" | "ancestors">,
  end: End,
  today: IsoDate,
): Promise<Group[]> {
  const { locality } = await offeredOf(db, place, ["locality"], today);
  // A list calls a village with what it lies in; a text calls it by its own name.
  const names = [...new Set(locality.map(({ fa }) => bareName(fa)))];
  return db.$queryRaw<Group[]>`
    with told as materialized (select b.*, ${spaced(sql`b.text`)} as words from obligation b
      where ${atEnd(end, place.id)})
    select name as key, name as "nameFa", name as "nameEn", ${figures(today)}
    from unnest(${names}::text[]) as name join told b on strpos(b.words, ${spaced(sql`name`)}) > 0
    ${turnsOf(today)}
    group by name order by overdue desc, open desc, key limit ${MOST_GROUPS}`;
}

/**
 * What each official answers for: whoever headed an office while it owed. An obligation that outlived a head counts for
 * him and for who came after him, so that groups may add up to more than the ledger.
 */
async function byOfficial(db: Db, placeId: number, end: End, today: IsoDate): Promise<Group[]> {
  return db.$queryRaw<Group[]>`
    with head as materialized (${officialsAt(end, placeId)}),
    told as (select h.id, ${figures(today)} from obligation b
      join head h on h.division_id = b.division_id and h.office_id = b.office_id
        and ${answeredForBetween(sql`h.since`, sql`h.until`)}
      ${turnsOf(today, dueBetween(sql`h.since`, sql`h.until`))}
      where ${atEnd(end, placeId)}
      group by h.id order by overdue desc, open desc, h.id limit ${MOST_GROUPS})
    select g.id::text as key, concat_ws(' · ', h.name, h.name_fa) as "nameFa", concat_ws(' · ', h.name, h.name_en) as "nameEn",
      h.until::text, g.total, g.answered, g.open, g.overdue, g.verified, g.turns, g."reDated", g."dueByFirst", g."inFirst",
      g."dueByPresent", g."inPresent"
    from told g join head h on h.id = g.id order by g.overdue desc, g.open desc, g.id`;
}

/** One end of a place's ledger, broken down: each group with its figures, those with the most overdue first. */
export async function breakDown(
  db: Db,
  place: Pick<Place, "id" | "ancestors">,
  { end, of }: { end: End; of: Grouping },
  today: IsoDate,
): Promise<Group[]> {
  if (of === "series") return bySeries(db, place.id, end, today);
  if (of === "official") return byOfficial(db, place.id, end, today);
  if (of === "locality") return byLocality(db, place, end, today);
  return byOneKey(db, place.id, { end, of }, today);
}

/** The figures of what a condition on the obligation `b` leaves of one end of a ledger; `during` narrows its turns. */
export async function figuresOf(
  db: Db,
  placeId: number,
  end: End,
  condition: Prisma.Sql,
  today: IsoDate,
  during: Prisma.Sql = Prisma.empty,
): Promise<Figures> {
  const [row] = await db.$queryRaw<Figures[]>`
    select ${figures(today)} from obligation b ${turnsOf(today, during)} where ${atEnd(end, placeId)} ${condition}`;
  if (!row) throw new Error("An aggregate gives a row.");
  return row;
}
