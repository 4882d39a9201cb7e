import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { addDays, isoOfDate, type IsoDate } from "~/lib/jalali";
import { decodeCursor, pageOf, PAGE_SIZE, type Page } from "~/lib/paging";
import { coldFrom, DORMANT_AFTER, type Cadence } from "../lifecycle";
import type { SilenceBand } from "../contacts/silence-bands";
import { cadenceDays, wantedBy, type Asked } from "./condition";
import { findPeople } from "./search";
import { maskedNationalCode } from "../people/national-code.server";
import type { Way } from "../people/ways";
import { TIERS, type Capacity, type Channel, type KeptState, type Outcome, type Tier } from "../choices";

/** A member as lists show him: with his circles and his last contact. */
export type PersonRow = {
  id: string;
  fullName: string;
  mobile: string | null;
  tier: Tier;
  /** Where he was put; where he stands today is `stateOn`. */
  state: KeptState;
  /** Asks for no contact at all for now. */
  noContact: boolean;
  locality: string | null;
  circles: string[];
  quietSince: IsoDate;
  /** The last day reached; null for whom nobody has reached yet. */
  heardOn: IsoDate | null;
  lastOn: IsoDate | null;
  lastOutcome: Outcome | null;
  lastChannel: Channel | null;
  lastNote: string | null;
  nextOn: IsoDate | null;
  /** The hour of that day, HH:MM. */
  nextAt: string | null;
};

/** A member as a table shows him: a page carries what it shows, and no number or word besides. */
export type PersonInTable = Omit<PersonRow, "mobile" | "lastChannel" | "lastNote">;

export const inTable = ({ mobile: _m, lastChannel: _c, lastNote: _n, ...shown }: PersonRow): PersonInTable =>
  shown;

const sql = Prisma.sql;

/**
 * The columns of a PersonRow, of people already chosen and named `p`. `offset 0` holds each circle to its key: joined
 * freely, all of the county's are walked for every person as long as the planner takes them to be few.
 */
function withContacts(chosen: Prisma.Sql): Prisma.Sql {
  return sql`select p.id::text, p.full_name as "fullName", p.mobile, p.tier, p.state, p.no_contact as "noContact", p.locality,
      p.quiet_since::text as "quietSince", p.heard_on::text as "heardOn", p.search_key as "searchKey",
      coalesce(own.names, '{}') as circles, last.happened_on::text as "lastOn", last.outcome as "lastOutcome",
      last.channel as "lastChannel", last.note as "lastNote", last.next_on::text as "nextOn",
      to_char(last.next_at, 'HH24:MI') as "nextAt"
    from (${chosen}) p
    left join lateral (select c.happened_on, case when c.action_needed then 'action-needed' else c.outcome end as outcome, c.channel, c.note, c.next_on, c.next_at from contact c
      where c.division_id = p.division_id and c.person_id = p.id
      order by c.happened_on desc, c.id desc limit 1) last on true
    left join lateral (select array_agg(ci.name order by m.from_on, ci.name) as names from membership m
      join lateral (select name from circle c where c.division_id = m.division_id and c.id = m.circle_id offset 0) ci on true
      where m.division_id = p.division_id and m.person_id = p.id and m.to_on is null) own on true`;
}

type Found = PersonRow & { searchKey: string };

const shown = ({ searchKey: _key, ...row }: Found): PersonRow => row;

/** Which people of a county: those of a condition, else all on the joining path; `membersOnly` leaves only members. */
export type PeopleFilter = {
  divisionId: number;
  asked?: Asked;
  membersOnly?: boolean;
  cursor?: string | null;
};

/** Members waited for: of one tier or all. */
type SilenceFilter = { divisionId: number; tier?: Tier; cursor?: string | null };

/**
 * Whose queue it is. Calls given to somebody else are his; `mineOnly` leaves those that were given to the reader
 * himself, whether or not the cadence is over. A deputy reads his own calls and those of the holder for whom he acts.
 */
export type QueueReader = { keys: readonly string[]; mineOnly: boolean };

/** A call is somebody's from the day it was given to him until the member is reached. */
const given = (
  to: Prisma.Sql,
) => sql`exists (select from call_assignment a where a.division_id = p.division_id
  and a.person_id = p.id and p.quiet_since < a.assigned_on and ${to})`;

const ofReader = (reader: QueueReader | undefined) => {
  if (!reader) return sql`true`;
  const his = sql`a.assignee_account = any(${[...reader.keys]}::uuid[])`;
  // What was passed on to a post that nobody holds is nobody's yet: whoever is there calls.
  const nobodys = sql`exists (select from post x where x.division_id = a.division_id and x.id = a.assignee_account)`;
  return reader.mineOnly ? given(his) : sql`not ${given(sql`(${his}) is not true and not ${nobodys}`)}`;
};

/** Silent for longer than the tier's cadence: since the last day reached, else since joining. */
const isPast = (cadence: Cadence, today: IsoDate) =>
  sql`quiet_since < ${today}::date - ${cadenceDays(cadence)}`;

/** Who stands in a band of silence, by the tier's cadence. */
function inBand(band: SilenceBand, cadence: Cadence, today: IsoDate): Prisma.Sql {
  if (band === "never") return sql`heard_on is null`;
  const past = isPast(cadence, today);
  if (band === "within") return sql`heard_on is not null and not (${past})`;
  const long = sql`quiet_since < ${today}::date - ${DORMANT_AFTER}::int * ${cadenceDays(cadence)}`;
  return sql`heard_on is not null and ${band === "long" ? long : sql`${past} and not (${long})`}`;
}

/** Where a person stands in the order by name. */
const placeByName = (divisionId: number, id: string): Prisma.Sql =>
  sql`(select search_key, id from person where division_id = ${divisionId} and id = ${id}::uuid)`;

/** People of a county by name. Those who are no longer on the joining path are shown only when asked for. */
export async function listPeopleByName(
  db: Db,
  filter: PeopleFilter,
  size = PAGE_SIZE,
): Promise<Page<PersonRow>> {
  // The address of a page carries an id, never a name.
  const after = decodeCursor(filter.cursor, ["uuid"]);
  const usual = filter.membersOnly
    ? sql`state = 'active'`
    : sql`state in ('identified', 'invited', 'active')`;
  const wanted = await wantedBy(db, filter.divisionId, filter.asked, usual);
  const rows = await db.$queryRaw<Found[]>`${withContacts(sql`select * from person p
    where division_id = ${filter.divisionId} and p.erased_at is null and ${wanted}
      and ${after ? sql`(search_key, id) > ${placeByName(filter.divisionId, String(after[0]))}` : sql`true`}
    order by search_key, id limit ${size + 1}`)} order by p.search_key, p.id`;
  const page = pageOf(rows, size, (row) => [row.id]);
  return { rows: page.rows.map(shown), next: page.next };
}

/** Branches by tier, each walked in its index: one cadence applies inside a tier. */
function bySilence(
  { divisionId, tier, cursor }: SilenceFilter,
  cadence: Cadence,
  size: number,
  only: Prisma.Sql = sql`true`,
): Prisma.Sql {
  const after = decodeCursor(cursor, ["day", "uuid"]);
  const branches = (tier ? [tier] : TIERS).map((name) => {
    const days = cadence[name] + 1;
    const beyond = after
      ? sql`(quiet_since, id) > (${addDays(after[0] as IsoDate, -days)}::date, ${after[1]}::uuid)`
      : sql`true`;
    return sql`(select *, quiet_since + ${days}::int as cold_from from person p
      where division_id = ${divisionId} and state = 'active' and erased_at is null and tier = ${name} and ${beyond} and ${only}
      order by quiet_since, id limit ${size})`;
  });
  return sql`select * from (${Prisma.join(branches, " union all ")}) branch order by cold_from, id limit ${size}`;
}

/** Active members, those longest past their tier's cadence first. */
export async function listPeopleBySilence(
  db: Db,
  { asked, ...filter }: PeopleFilter,
  cadence: Cadence,
  size = PAGE_SIZE,
): Promise<Page<PersonRow>> {
  const wanted = await wantedBy(db, filter.divisionId, asked, sql`true`);
  const chosen = bySilence({ ...filter, tier: asked?.condition.tier }, cadence, size + 1, wanted);
  const rows = await db.$queryRaw<Found[]>`${withContacts(chosen)} order by p.cold_from, p.id`;
  const page = pageOf(rows, size, (row) => [coldFrom(row.quietSince, row.tier, cadence), row.id]);
  return { rows: page.rows.map(shown), next: page.next };
}

/** How many a condition holds, counted to `most` and no further: beyond it, `most + 1`. */
export async function countOfCondition(
  db: Db,
  { divisionId, asked, membersOnly }: PeopleFilter,
  most: number,
): Promise<number> {
  const usual = membersOnly ? sql`state = 'active'` : sql`state in ('identified', 'invited', 'active')`;
  const wanted = await wantedBy(db, divisionId, asked, usual);
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from (select from person p
      where division_id = ${divisionId} and erased_at is null and ${wanted} limit ${most + 1}) found`;
  return row?.n ?? 0;
}

/** Active members of one band of silence, those longest past their tier's cadence first. */
export async function listBand(
  db: Db,
  filter: SilenceFilter & { band?: SilenceBand },
  cadence: Cadence,
  today: IsoDate,
  size = PAGE_SIZE,
): Promise<Page<PersonRow>> {
  const inIt = filter.band ? inBand(filter.band, cadence, today) : isPast(cadence, today);
  const only = sql`not no_contact and ${inIt}`;
  const chosen = bySilence(filter, cadence, size + 1, only);
  const rows = await db.$queryRaw<Found[]>`${withContacts(chosen)} order by p.cold_from, p.id`;
  const page = pageOf(rows, size, (row) => [coldFrom(row.quietSince, row.tier, cadence), row.id]);
  return { rows: page.rows.map(shown), next: page.next };
}

/** A queue of calls: of which county, whose, and whether of those who have a number or of those who have none. */
type Queue = Pick<SilenceFilter, "divisionId" | "cursor"> & { reader?: QueueReader; hasNumber?: boolean };

/** Members past their cadence whom nobody has tried today, the longest silent first. */
function waiting(queue: Queue, cadence: Cadence, today: IsoDate, size: number): Prisma.Sql {
  const isDue = queue.reader?.mineOnly ? sql`true` : isPast(cadence, today);
  const numbered =
    queue.hasNumber === undefined ? sql`true` : sql`(mobile is not null) = ${queue.hasNumber}::boolean`;
  const untried = sql`${isDue} and ${numbered} and not no_contact and ${ofReader(queue.reader)}
    and not exists (select from contact c where c.division_id = p.division_id and c.person_id = p.id
      and c.happened_on = ${today}::date)`;
  return bySilence(queue, cadence, size, untried);
}

/** Who waits for a contact today, the longest silent first. `cursor` is where the last one stood. */
export async function listWaiting(
  db: Db,
  queue: Queue,
  cadence: Cadence,
  today: IsoDate,
  size: number,
): Promise<Page<PersonRow>> {
  const chosen = waiting(queue, cadence, today, size + 1);
  const rows = await db.$queryRaw<Found[]>`${withContacts(chosen)} order by p.cold_from, p.id`;
  const page = pageOf(rows, size, (row) => [coldFrom(row.quietSince, row.tier, cadence), row.id]);
  return { rows: page.rows.map(shown), next: page.next };
}

/** Who waits, up to `most` by their ids, and the `size` longest silent of them as lists show them. */
export async function glanceAtWaiting(
  db: Db,
  queue: Queue,
  cadence: Cadence,
  today: IsoDate,
  size: number,
  most: number,
): Promise<{ ids: string[]; first: PersonRow[] }> {
  const rows = await db.$queryRaw<(Found & { ids: string[] })[]>`
    with queue as materialized (${waiting(queue, cadence, today, most)})
    select found.*, (select array_agg(queue.id::text) from queue) as ids
    from (${withContacts(sql`select * from queue order by cold_from, id limit ${size}`)} order by p.cold_from, p.id) found`;
  return { ids: rows[0]?.ids ?? [], first: rows.map(({ ids: _ids, ...row }) => shown(row)) };
}

/** People with whom a call was agreed for today or before, and who were not tried since. */
export async function listAgreedCalls(
  db: Db,
  divisionId: number,
  today: IsoDate,
  size: number,
): Promise<PersonRow[]> {
  const rows = await db.$queryRaw<
    Found[]
  >`${withContacts(sql`select p.*, agreed.next_on as agreed_on, agreed.next_at as agreed_at
    from contact agreed join person p on p.division_id = agreed.division_id and p.id = agreed.person_id
    where agreed.division_id = ${divisionId} and agreed.next_on <= ${today}::date
      and agreed.next_on > ${addDays(today, -180)}::date and p.state in ('identified', 'invited', 'active')
      and not p.no_contact and p.erased_at is null
      and not exists (select from contact later where later.division_id = agreed.division_id
        and later.person_id = agreed.person_id and (later.happened_on, later.id) > (agreed.happened_on, agreed.id))
    order by agreed.next_on, agreed.next_at, p.id limit ${size}`)} order by p.agreed_on, p.agreed_at, p.id`;
  return rows.map(shown);
}

/** People on the register, archived ones too, whose name or number holds what is typed, or who have exactly that national code, as lists show them; the best answer first, at most a page. */
export async function searchPeople(db: Db, divisionId: number, text: string): Promise<PersonRow[]> {
  const ids = (await findPeople(db, divisionId, text, PAGE_SIZE)).map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<Found[]>`${withContacts(
    sql`select * from person where division_id = ${divisionId} and id = any(${ids}::uuid[])`,
  )} order by array_position(${ids}::uuid[], p.id)`;
  return rows.map(shown);
}

/** One person of the county with what lists show of him, his memberships and his revision. */
export async function getPerson(db: Db, divisionId: number, id: string) {
  const [row] = await db.$queryRaw<Found[]>`${withContacts(
    sql`select * from person where division_id = ${divisionId} and id = ${id}::uuid`,
  )}`;
  const person = await db.person.findUnique({
    where: { divisionId_id: { divisionId, id } },
    include: { memberships: { where: { toOn: null }, include: { circle: true } } },
  });
  if (!row || !person) throw new Refusal("missing", "refusal.missing");
  return {
    ...shown(row),
    note: person.note,
    source: person.source,
    capacities: person.capacities as Capacity[],
    nationalCode: maskedNationalCode(divisionId, id, person.nationalCodeSealed),
    preferredWay: person.preferredWay as Way | null,
    stateSince: isoOfDate(person.stateSince),
    joinedOn: person.joinedOn ? isoOfDate(person.joinedOn) : null,
    revision: person.revision,
    isErased: person.erasedAt !== null,
    memberships: person.memberships.map(({ circle }) => ({ id: circle.id, name: circle.name })),
  };
}
export type PersonDetails = Awaited<ReturnType<typeof getPerson>>;
