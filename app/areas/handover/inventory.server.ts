import { WAITING_DAYS } from "~/areas/network/choices";
import type { Place } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import { addDays, type IsoDate } from "~/lib/jalali";
import { OPEN_SECTIONS, type Counts, type Section } from "./choices";

const sql = Prisma.sql;

/** A post's inventory is of its place, with what is in the leaver's own hands told apart. */
export type Inventoried = {
  place: Pick<Place, "id" | "level">;
  /** In whose hands: the leaver's account, and the post itself where it was given to that already. */
  hands: readonly string[];
  today: IsoDate;
};

/** An agreed day older than this was forgotten, not promised. */
const AGREED_DAYS = 180;

const tehranDay = (column: string) => sql`(${Prisma.raw(column)} at time zone 'Asia/Tehran')::date`;

function ofCounty({ place: { id }, hands, today }: Inventoried): Prisma.Sql[] {
  const onPath = sql`p.state in ('identified', 'invited', 'active') and p.erased_at is null`;
  const byPerson = sql`on p.division_id = c.division_id and p.id = c.person_id`;
  return [
    sql`select 'call', p.id, null::text, p.tier, null::text, a.assigned_on, null::date, p.search_key
      from call_assignment a join person p on p.division_id = a.division_id and p.id = a.person_id
      where a.division_id = ${id} and a.assignee_account = any(${[...hands]}::uuid[]) and p.quiet_since < a.assigned_on
        and p.erased_at is null`,
    sql`select 'action', c.id, null, p.tier, null, c.happened_on, null, c.happened_on::text from contact c join person p ${byPerson}
      where c.division_id = ${id} and c.action_needed and c.action_taken_at is null
        and p.state <> 'cancelled' and p.erased_at is null`,
    sql`select 'agreed', p.id, null, p.tier, null, null, c.next_on, c.next_on::text from contact c join person p ${byPerson}
      where c.division_id = ${id} and c.next_on > ${addDays(today, -AGREED_DAYS)}::date and ${onPath} and not p.no_contact
        and not exists (select from contact later where later.division_id = c.division_id
          and later.person_id = c.person_id and (later.happened_on, later.id) > (c.happened_on, c.id))`,
    sql`select 'member', p.id, null, p.tier, p.state, talk.happened_on, plan.next_on, p.search_key from person p
      left join lateral (select c.happened_on from contact c where c.division_id = p.division_id and c.person_id = p.id
        and c.outcome = 'reached' order by c.happened_on desc limit 1) talk on true
      left join lateral (select c.next_on from contact c where c.division_id = p.division_id and c.person_id = p.id
        order by c.happened_on desc, c.id desc limit 1) plan on true
      where p.division_id = ${id} and ${onPath}`,
    sql`select 'join', id, null, null, null, ${tehranDay("received_at")}, ${tehranDay("received_at")} + ${WAITING_DAYS}::int,
      received_at::text from join_request where division_id = ${id} and state = 'waiting'`,
    sql`select 'correct', p.id, null, p.tier, null, ${tehranDay("c.sent_at")}, null, c.sent_at::text
      from person_correction c join person p ${byPerson} where c.division_id = ${id}`,
    sql`select 'arrival', id, null, null, null, ${tehranDay("consented_at")}, expires_on, expires_on::text from relocation
      where to_division_id = ${id} and state = 'consented' and expires_on >= ${today}::date`,
    sql`select 'pair', id, null, null, null, null, null, lpad((100 - score)::text, 4, '0') from person_pair
      where division_id = ${id} and state = 'open'`,
    sql`select 'list', id, name, null, null, ${tehranDay("created_at")}, null, name from person_list
      where division_id = ${id} and removed_at is null and owner_account = any(${[...hands]}::uuid[])`,
    sql`select 'demand', id, title, null, state, received_on, limit_on, received_on::text from demand
      where division_id = ${id} and state in ('received', 'reopened', 'referred')`,
    sql`select 'obstacle', id, title, null, state, raised_on, null, raised_on::text from obstacle
      where division_id = ${id} and state = 'raised'`,
  ];
}

const ofProvince = ({ place: { id } }: Inventoried): Prisma.Sql[] => [
  sql`select 'leg', id, title, null::text, state, arrived_at::date, limit_on, arrived_at::text from obstacle_leg
    where division_id = ${id} and state in ('waiting', 'taken')`,
];

/** What waits in any place: owed, to be verified, minutes under review, a report that is its own to finish. */
const ofEveryPlace = ({ place: { id } }: Inventoried): Prisma.Sql[] => [
  sql`select 'obligation', id, left(text, 500), null::text, state, null::date, due_on, coalesce(due_on::text, '9999') from obligation
    where division_id = ${id} and state in ('issued', 'acknowledged', 'in-progress', 'blocked')`,
  sql`select 'verify', id, left(text, 500), null, state, null, due_on, coalesce(due_on::text, '9999') from obligation
    where source_division_id = ${id} and state = 'reported-done'`,
  sql`select 'draft', id, review->'header'->>'title', null, state, created_at::date, null, created_at::text from minutes_draft
    where division_id = ${id} and state = 'review'`,
  sql`select 'report', id, period, null, state, null, due_on, period from report
    where division_id = ${id} and state in ('open', 'draft', 'returned')`,
];

/** Every line, numbered within its part. */
function numbered(of: Inventoried): Prisma.Sql {
  const parts = [...(of.place.level === "county" ? ofCounty(of) : ofProvince(of)), ...ofEveryPlace(of)];
  return sql`select section, row_number() over (partition by section order by sort_key, subject_id)::int as line_no,
      subject_id, title, tier, state, last_on, due_on
    from (${Prisma.join(parts, " union all ")}) item (section, subject_id, title, tier, state, last_on, due_on, sort_key)`;
}

export type InventoryLine = {
  section: Section;
  lineNo: number;
  /** Whom or what it is about: a member's id, or that of the record. */
  subjectId: string | null;
  personId: string | null;
  /** A name as the register has it today: a member's, of whoever asks to join or would come, of both records of a pair. */
  personName: string | null;
  /** The record's own words; of an open action, what the member asked for. */
  title: string | null;
  tier: string | null;
  state: string | null;
  lastOn: IsoDate | null;
  dueOn: IsoDate | null;
};

/** Lines with what the register says today about the persons in them. */
const described = (divisionId: number, lines: Prisma.Sql) => sql`
  select l.section, l.line_no as "lineNo", l.subject_id::text as "subjectId", p.id::text as "personId",
    coalesce(p.full_name, j.full_name, r.full_name, case when twin.id is not null then concat_ws(' · ',
      (select full_name from person where division_id = twin.division_id and id = twin.first_id),
      (select full_name from person where division_id = twin.division_id and id = twin.second_id)) end) as "personName",
    coalesce(l.title, c.note) as title, l.tier, l.state, l.last_on::text as "lastOn",
    l.due_on::text as "dueOn"
  from (${lines}) l
  left join contact c on l.section = 'action' and c.division_id = ${divisionId} and c.id = l.subject_id
  left join join_request j on l.section = 'join' and j.division_id = ${divisionId} and j.id = l.subject_id
  left join relocation r on l.section = 'arrival' and r.to_division_id = ${divisionId} and r.id = l.subject_id
  left join person_pair twin on l.section = 'pair' and twin.division_id = ${divisionId} and twin.id = l.subject_id
  left join person p on l.section in ('call', 'action', 'agreed', 'correct', 'member') and p.division_id = ${divisionId}
    and p.id = coalesce(c.person_id, l.subject_id)
  order by l.section, l.line_no`;

const asCounts = (rows: { section: Section; count: number }[]): Counts =>
  Object.fromEntries(rows.map(({ section, count }) => [section, count]));

/** How many things of an inventory wait for an act. */
export const openItems = (counts: Counts): number =>
  OPEN_SECTIONS.reduce((sum, section) => sum + (counts[section] ?? 0), 0);

/** The inventory as it stands today: its numbers, and up to `size` lines of each part. */
export async function liveInventory(db: Db, of: Inventoried, size: number) {
  const items = numbered(of);
  const counts = await db.$queryRaw<{ section: Section; count: number }[]>`
    select section, count(*)::int as count from (${items}) i group by 1`;
  const lines = await db.$queryRaw<InventoryLine[]>`${described(
    of.place.id,
    sql`select * from (${items}) i where line_no <= ${size}`,
  )}`;
  return { counts: asCounts(counts), lines };
}

/** The inventory as it was signed. Only its own place reads lines; for the others there are none. */
export async function frozenLines(db: Db, divisionId: number, handOverId: string, size: number) {
  return db.$queryRaw<InventoryLine[]>`${described(
    divisionId,
    sql`select * from hand_over_line where division_id = ${divisionId} and hand_over_id = ${handOverId}::uuid
      and line_no <= ${size}`,
  )}`;
}

/** Writes the inventory down, and gives its numbers. */
export async function freezeLines(db: Db, of: Inventoried, handOverId: string): Promise<Counts> {
  await db.$executeRaw`insert into hand_over_line (division_id, hand_over_id, section, line_no, subject_id, title, tier,
      state, last_on, due_on)
    select ${of.place.id}::int, ${handOverId}::uuid, * from (${numbered(of)}) i`;
  const rows = await db.$queryRaw<{ section: Section; count: number }[]>`
    select section, count(*)::int as count from hand_over_line
    where division_id = ${of.place.id} and hand_over_id = ${handOverId}::uuid group by 1`;
  return asCounts(rows);
}
