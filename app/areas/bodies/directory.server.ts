import type { Place } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import { matchRank, searchedWords } from "~/lib/name-search";
import { decodeCursor, PAGE_SIZE, pageOf, type Page } from "~/lib/paging";
import { searchKey } from "~/lib/persian-text";
import { HEIRS } from "./abolition/chain.server";
import type { BodyKind, GroupOfFive, NameKind } from "./choices";

/** An office of the place in its directory. */
export type DirectoryRow = {
  id: string;
  organisationId: string;
  nameFa: string;
  nameEn: string;
  kind: BodyKind;
  groupOfFive: GroupOfFive | null;
  prName: string | null;
  phone: string | null;
  closedOn: IsoDate | null;
  pageConfirmedOn: IsoDate | null;
  /** What it owes and has not done. */
  owes: number;
};

const day = (column: string) => Prisma.raw(`to_char(${column}, 'YYYY-MM-DD')`);

const OWED = Prisma.sql`(select count(*)::int from obligation b
    where b.division_id = o.division_id and b.office_id = o.id
      and b.state in ('issued', 'acknowledged', 'in-progress', 'blocked', 'reported-done'))`;

const DIRECTORY = Prisma.sql`o.id, o.organisation_id as "organisationId", o.name_fa as "nameFa", o.name_en as "nameEn",
  g.kind, g.group_of_five as "groupOfFive", o.pr_name as "prName", o.phone, ${day("o.closed_on")} as "closedOn",
  ${day("o.page_confirmed_on")} as "pageConfirmedOn", ${OWED} as owes`;

export type DirectoryAsk = {
  kind?: BodyKind | undefined;
  groupOfFive?: GroupOfFive | undefined;
  /** Those that were closed, instead of those that stand. */
  closed?: boolean | undefined;
  after?: string | null | undefined;
};

/** Offices of a place by name, those that stand or those that were closed. */
export async function listDirectory(
  db: Db,
  placeId: number,
  ask: DirectoryAsk,
  today: IsoDate,
  size = PAGE_SIZE,
): Promise<Page<DirectoryRow>> {
  const cursor = decodeCursor(ask.after, ["text", "uuid"]);
  const from = cursor ? Prisma.sql`and (o.name_fa, o.id) > (${cursor[0]}, ${cursor[1]}::uuid)` : Prisma.empty;
  const closed = ask.closed
    ? Prisma.sql`and o.closed_on <= ${today}::date`
    : Prisma.sql`and (o.closed_on is null or o.closed_on > ${today}::date)`;
  const kind = ask.kind ? Prisma.sql`and g.kind = ${ask.kind}` : Prisma.empty;
  const five = ask.groupOfFive ? Prisma.sql`and g.group_of_five = ${ask.groupOfFive}` : Prisma.empty;
  const rows = await db.$queryRaw<DirectoryRow[]>`
    select ${DIRECTORY} from office o join organisation g on g.id = o.organisation_id
    where o.division_id = ${placeId} ${closed} ${kind} ${five} ${from}
    order by o.name_fa, o.id limit ${size + 1}`;
  return pageOf(rows, size, (row) => [row.nameFa, row.id]);
}

/** Every written form of a body, former ones too, as keys. */
const KEYS = (column: string) =>
  Prisma.raw(`array(select s.search_key from party_spelling s where s.organisation_id = ${column})`);

type Named = { id: string; nameFa: string; nameEn: string };

/**
 * Offices of a place by what is typed of their name or of any form of their body's name, former ones too: the best answer
 * first, at most `size`. This is the one search of offices; with a day it finds those alone that are open on it.
 */
export async function searchOffices(
  db: Db,
  placeId: number,
  typed: string,
  size: number,
  openOn?: IsoDate,
): Promise<Named[]> {
  const words = searchedWords(typed);
  if (words.length === 0) return [];
  const open = openOn
    ? Prisma.sql`and o.opened_on <= ${openOn}::date and (o.closed_on is null or o.closed_on > ${openOn}::date)`
    : Prisma.empty;
  // A place has some dozens of offices: they are read by the place and compared here.
  const rows = await db.$queryRaw<(Named & { keys: string[] })[]>`
    select o.id::text, o.name_fa as "nameFa", o.name_en as "nameEn", ${KEYS("o.organisation_id")} as keys
    from office o where o.division_id = ${placeId} ${open} order by o.name_fa, o.id limit 1000`;
  return bestOf(rows, words, size);
}

/** As `searchOffices`, as the directory shows them; the closed are among them. */
export async function searchDirectory(
  db: Db,
  placeId: number,
  typed: string,
  size = PAGE_SIZE,
): Promise<DirectoryRow[]> {
  const ids = (await searchOffices(db, placeId, typed, size)).map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<DirectoryRow[]>`
    select ${DIRECTORY} from office o join organisation g on g.id = o.organisation_id
    where o.division_id = ${placeId} and o.id = any(${ids}::uuid[])`;
  return rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

/** Those whose name or any written form answers the words, the best first. */
function bestOf<Row extends { nameFa: string; nameEn: string; keys: string[] }>(
  rows: readonly Row[],
  words: readonly string[],
  size: number,
): Omit<Row, "keys">[] {
  return rows
    .flatMap(({ keys, ...row }) => {
      const ranks = [searchKey(row.nameFa), searchKey(row.nameEn), ...keys].flatMap(
        (key) => matchRank(key, words) ?? [],
      );
      return ranks.length > 0 ? [{ row, rank: Math.min(...ranks) }] : [];
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, size)
    .map(({ row }) => row);
}

/** Bodies of the national list that usually have an office at the place's level and have none here yet; at most 2000. */
export async function listMissingUsual(
  db: Db,
  { id, level }: Pick<Place, "id" | "level">,
): Promise<(BodyChoice & { kind: BodyKind })[]> {
  return db.$queryRaw<(BodyChoice & { kind: BodyKind })[]>`
    select g.id, g.name_fa as "nameFa", g.name_en as "nameEn", g.kind from organisation g
    where g.published_at is not null and g.abolished_on is null and ${level}::text = any(g.levels)
      and not exists (select from office o where o.division_id = ${id} and o.organisation_id = g.id)
    order by g.kind, g.name_fa, g.id limit 2000`;
}

/** A body of the dictionary as lists show it. */
export type DictionaryRow = {
  id: string;
  divisionId: number;
  nameFa: string;
  nameEn: string;
  kind: BodyKind;
  groupOfFive: GroupOfFive | null;
  parentFa: string | null;
  parentEn: string | null;
  abolishedOn: IsoDate | null;
  /** Its office in the place that asks. */
  officeId: string | null;
};

const IN_DICTIONARY = (
  placeId: number,
) => Prisma.sql`g.id, g.division_id as "divisionId", g.name_fa as "nameFa",
    g.name_en as "nameEn", g.kind, g.group_of_five as "groupOfFive",
    (select p.name_fa from organisation p where p.id = g.parent_id) as "parentFa",
    (select p.name_en from organisation p where p.id = g.parent_id) as "parentEn",
    ${day("g.abolished_on")} as "abolishedOn",
    (select o.id from office o where o.division_id = ${placeId} and o.organisation_id = g.id) as "officeId"`;

/** Bodies that a place knows, its own and those of the levels above, by name. */
export async function listDictionary(
  db: Db,
  placeId: number,
  ask: DirectoryAsk,
  size = PAGE_SIZE,
): Promise<Page<DictionaryRow>> {
  const cursor = decodeCursor(ask.after, ["text", "uuid"]);
  const from = cursor ? Prisma.sql`and (name_fa, id) > (${cursor[0]}, ${cursor[1]}::uuid)` : Prisma.empty;
  const abolished = Prisma.raw(`abolished_on is ${ask.closed ? "not null" : "null"}`);
  const kind = ask.kind ? Prisma.sql`and kind = ${ask.kind}` : Prisma.empty;
  const five = ask.groupOfFive ? Prisma.sql`and group_of_five = ${ask.groupOfFive}` : Prisma.empty;
  const rows = await db.$queryRaw<DictionaryRow[]>`
    select ${IN_DICTIONARY(placeId)} from (select * from organisation
      where ${abolished} ${kind} ${five} ${from} order by name_fa, id limit ${size + 1}) g
    order by g.name_fa, g.id`;
  return pageOf(rows, size, (row) => [row.nameFa, row.id]);
}

/** Bodies by what is typed of any form of their name; as `searchDirectory`. */
export async function searchDictionary(
  db: Db,
  placeId: number,
  typed: string,
  size = PAGE_SIZE,
): Promise<DictionaryRow[]> {
  const words = searchedWords(typed);
  if (words.length === 0) return [];
  // The dictionary has some hundreds of bodies: they are compared here, and those that answer are read in full.
  const all = await db.$queryRaw<{ id: string; nameFa: string; nameEn: string; keys: string[] }[]>`
    select id, name_fa as "nameFa", name_en as "nameEn", ${KEYS("g.id")} as keys from organisation g limit 2000`;
  const ids = bestOf(all, words, size).map((row) => row.id);
  const rows = await db.$queryRaw<DictionaryRow[]>`
    select ${IN_DICTIONARY(placeId)} from organisation g where g.id = any(${ids}::uuid[])`;
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** What a choice of a body shows. */
export type BodyChoice = { id: string; nameFa: string; nameEn: string };

/** Bodies that may stand above another, or be chosen for an office: all that are not abolished; at most 2000. */
export async function listBodyChoices(db: Db): Promise<BodyChoice[]> {
  return db.$queryRaw<BodyChoice[]>`select id, name_fa as "nameFa", name_en as "nameEn" from organisation
    where abolished_on is null order by name_fa, id limit 2000`;
}

export type BodyFacts = {
  id: string;
  divisionId: number;
  nameFa: string;
  nameEn: string;
  kind: BodyKind;
  groupOfFive: GroupOfFive | null;
  levels: string[];
  parent: BodyChoice | null;
  heir: BodyChoice | null;
  abolishedOn: IsoDate | null;
  revision: number;
};

/** A body that the place knows. Refuses `missing`. */
export async function getBody(db: Db, id: string): Promise<BodyFacts> {
  const brief = (alias: string) =>
    Prisma.raw(`case when ${alias}.id is null then null
      else json_build_object('id', ${alias}.id, 'nameFa', ${alias}.name_fa, 'nameEn', ${alias}.name_en) end`);
  const [row] = await db.$queryRaw<BodyFacts[]>`
    select g.id, g.division_id as "divisionId", g.name_fa as "nameFa", g.name_en as "nameEn", g.kind,
      g.group_of_five as "groupOfFive", coalesce(g.levels, '{}') as levels, ${brief("p")} as parent, ${brief("h")} as heir,
      ${day("g.abolished_on")} as "abolishedOn", g.revision
    from organisation g left join organisation p on p.id = g.parent_id left join organisation h on h.id = g.heir_id
    where g.id = ${id}::uuid`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}

/** Bodies right under another; at most 200. */
export async function listBodiesBelow(db: Db, id: string): Promise<BodyChoice[]> {
  return db.$queryRaw<BodyChoice[]>`select id, name_fa as "nameFa", name_en as "nameEn" from organisation
    where parent_id = ${id}::uuid and abolished_on is null order by name_fa, id limit 200`;
}

/** A written form of a body, whose it is, and in which days it held. */
export type NameRow = {
  id: string;
  divisionId: number;
  written: string;
  kind: NameKind;
  validFrom: IsoDate | null;
  validTo: IsoDate | null;
  notedBy: string | null;
};

/** Every written form of a body that the place knows, names before mere spellings; at most 200. */
export async function listNames(db: Db, organisationId: string): Promise<NameRow[]> {
  return db.$queryRaw<NameRow[]>`
    select id, division_id as "divisionId", written, kind, ${day("valid_from")} as "validFrom",
      ${day("valid_to")} as "validTo", noted_by as "notedBy"
    from party_spelling where organisation_id = ${organisationId}::uuid
    order by array_position(array['former', 'alias', 'taught', 'spelling'], kind), written limit 200`;
}

export type BodyEventRow = {
  id: string;
  divisionId: number;
  kind: string;
  note: string | null;
  byName: string;
  at: Date;
};

/** What became of a body, newest first, as the place and the levels above tell it; at most 50. */
export async function listBodyEvents(db: Db, place: Place, organisationId: string): Promise<BodyEventRow[]> {
  return db.$queryRaw<BodyEventRow[]>`
    select id, division_id as "divisionId", kind, note, by_name as "byName", at from body_event
    where division_id = any(${place.ancestors}::int[]) and organisation_id = ${organisationId}::uuid
    order by at desc, id desc limit 50`;
}

export type OfficeFacts = {
  id: string;
  divisionId: number;
  organisationId: string;
  nameFa: string;
  nameEn: string;
  openedOn: IsoDate;
  closedOn: IsoDate | null;
  headName: string | null;
  /** The first day of its head, where it is known. */
  headSince: IsoDate | null;
  prName: string | null;
  prOrderNumber: string | null;
  prOrderedOn: IsoDate | null;
  prUntil: IsoDate | null;
  adviserOrderNumber: string | null;
  adviserOrderedOn: IsoDate | null;
  phone: string | null;
  address: string | null;
  counterHours: string | null;
  website: string | null;
  email: string | null;
  messenger: string | null;
  pageText: string | null;
  pageConfirmedOn: IsoDate | null;
  revision: number;
};

/** An office of one's very place. Refuses `missing`. */
export async function getOffice(db: Db, placeId: number, id: string): Promise<OfficeFacts> {
  const [row] = await db.$queryRaw<OfficeFacts[]>`
    select id, division_id as "divisionId", organisation_id as "organisationId", name_fa as "nameFa", name_en as "nameEn",
      ${day("opened_on")} as "openedOn", ${day("closed_on")} as "closedOn", head_name as "headName",
      (select ${day("h.since")} from office_head h where h.division_id = office.division_id and h.office_id = office.id
        and h.until is null) as "headSince", pr_name as "prName",
      pr_order_number as "prOrderNumber", ${day("pr_ordered_on")} as "prOrderedOn", ${day("pr_until")} as "prUntil",
      adviser_order_number as "adviserOrderNumber", ${day("adviser_ordered_on")} as "adviserOrderedOn", phone, address,
      counter_hours as "counterHours", website, email, messenger, page_text as "pageText",
      ${day("page_confirmed_on")} as "pageConfirmedOn", revision
    from office where division_id = ${placeId} and id = ${id}::uuid`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}

export type OfficeDebts = { open: number; overdue: number; done: number; demands: number };

/** What an office owes: obligations still open, those past their day, those done, and demands that wait for it. */
export async function debtsOf(
  db: Db,
  placeId: number,
  officeId: string,
  today: IsoDate,
): Promise<OfficeDebts> {
  const [row] = await db.$queryRaw<OfficeDebts[]>`
    select (count(*) filter (where state in ('issued', 'acknowledged', 'in-progress', 'blocked', 'reported-done')))::int as open,
      (count(*) filter (where state in ('issued', 'acknowledged', 'in-progress', 'blocked') and due_on < ${today}::date))::int
        as overdue,
      (count(*) filter (where state = 'verified'))::int as done,
      (select count(*)::int from demand d where d.division_id = ${placeId} and d.office_id = ${officeId}::uuid
        and d.state = 'referred') as demands
    from obligation where division_id = ${placeId} and office_id = ${officeId}::uuid`;
  if (!row) throw new Error("An aggregate gives a row.");
  return row;
}

/** A body's offices in the places under one, counted, with how many owe something. */
export async function countOfficesBelow(
  db: Db,
  place: Place,
  organisationId: string,
): Promise<{ offices: number; owing: number }> {
  if (place.level === "county") return { offices: 0, owing: 0 };
  const [row] = await db.$queryRaw<{ offices: number; owing: number }[]>`
    select count(*)::int as offices, (count(*) filter (where exists (select from obligation b
        where b.division_id = o.division_id and b.office_id = o.id
          and b.state in ('issued', 'acknowledged', 'in-progress', 'blocked', 'reported-done'))))::int as owing
    from office o where o.organisation_id = ${organisationId}::uuid and o.division_id > ${place.id}
      and o.division_id <= ${place.hi} and o.closed_on is null`;
  return row ?? { offices: 0, owing: 0 };
}

/** The office of a body in a place; undefined when there is none. */
export async function findOfficeOf(
  db: Db,
  placeId: number,
  organisationId: string,
): Promise<{ id: string; closedOn: IsoDate | null } | undefined> {
  const [row] = await db.$queryRaw<{ id: string; closedOn: IsoDate | null }[]>`
    select id, ${day("closed_on")} as "closedOn" from office
    where division_id = ${placeId} and organisation_id = ${organisationId}::uuid`;
  return row;
}

/** The office that goes on with what a closed one had, at the end of its row of heirs; undefined when there is none. */
export async function findOfficeHeir(db: Db, placeId: number, id: string): Promise<BodyChoice | undefined> {
  const [row] = await db.$queryRaw<BodyChoice[]>`
    with ${HEIRS("office", Prisma.sql`r.division_id = ${placeId} and r.id = ${id}::uuid`)}
    select id, name_fa as "nameFa", name_en as "nameEn" from heirs where depth > 1 order by depth desc limit 1`;
  return row;
}
