import type { Place } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { isoOfDate, todayIn, type IsoDate } from "~/lib/jalali";
import { decodeCursor, PAGE_SIZE, pageOf, type Page } from "~/lib/paging";
import { STATES_OF, type End, type Filter, type Order } from "./filters";
import { CLOSED, OPEN, type State } from "./lifecycle";
import type { Which } from "./schema";
import { OFFICE_NAME } from "./steps/reach.server";
import { verifiedByOffice } from "./steps/verified-by-office.server";
import { narrowedTo } from "./views/narrowed.server";
import type { Narrowing } from "./views/narrowing";
import { DUE, turnsOf } from "./views/turns.server";

/** A row of the ledger. Days are `YYYY-MM-DD`. */
export type LedgerRow = {
  divisionId: number;
  id: string;
  sourceKind: string;
  sourceTitle: string;
  sourceNumber: number | null;
  /** The number and date of whoever wrote to us about it. */
  theirNumber: string | null;
  theirOn: IsoDate | null;
  parentId: string | null;
  text: string;
  officeId: string;
  officeFa: string;
  officeEn: string;
  deadlineKind: string;
  firstDueOn: IsoDate | null;
  dueOn: IsoDate | null;
  /** Of a limit that was said in working days. */
  workingDays: number | null;
  cadence: string | null;
  state: State;
  /** The day of its last report. */
  reportedOn: IsoDate | null;
  issuedAt: Date;
  children: number;
  childrenVerified: number;
  revision: number;
};

const day = (column: string) => Prisma.raw(`to_char(${column}, 'YYYY-MM-DD')`);

const ROW = Prisma.sql`b.division_id as "divisionId", b.id, b.source_kind as "sourceKind", b.source_title as "sourceTitle",
  b.source_number as "sourceNumber", b.their_number as "theirNumber", ${day("b.their_on")} as "theirOn",
  b.parent_id as "parentId", b.text, b.office_id as "officeId", o.name_fa as "officeFa", o.name_en as "officeEn",
  b.deadline_kind as "deadlineKind", ${day("b.first_due_on")} as "firstDueOn", ${day("b.due_on")} as "dueOn",
  b.working_days as "workingDays", b.cadence,
  b.state, b.revision, ${day("b.reported_at at time zone 'Asia/Tehran'")} as "reportedOn", b.issued_at as "issuedAt", c.children, c.verified as "childrenVerified"`;

const CHILDREN = Prisma.sql`cross join lateral (select count(*)::int as children,
    (count(*) filter (where k.state = 'verified'))::int as verified
  from obligation k where k.source_division_id = b.division_id and k.parent_id = b.id) c`;

const placeAt = (end: End, placeId: number) =>
  end === "owed" ? Prisma.sql`b.division_id = ${placeId}` : Prisma.sql`b.source_division_id = ${placeId}`;

function conditionOf(filter: Filter, today: IsoDate, end: End): Prisma.Sql {
  const states = STATES_OF[filter];
  const inStates = states ? Prisma.sql`and b.state = any(${[...states]}::text[])` : Prisma.empty;
  if (filter === "overdue") {
    return Prisma.sql`${inStates} and b.state <> 'reported-done' and b.due_on < ${today}::date`;
  }
  if (filter === "to-verify" && end === "issued")
    return Prisma.sql`${inStates} and not ${verifiedByOffice(today)}`;
  if (filter === "re-dated") return Prisma.sql`${inStates} and b.first_due_on <> b.due_on`;
  return inStates;
}

const ORDERED = {
  newest: Prisma.sql`b.issued_at desc, b.id desc`,
  due: Prisma.sql`b.due_on, b.id`,
} as const satisfies Record<Order, Prisma.Sql>;

/** The rows of obligations that a bounded query chooses, newest first or as asked. */
export const ledgerRows = (
  db: Db,
  chosen: Prisma.Sql,
  order: Order = "newest",
): Promise<LedgerRow[]> => db.$queryRaw<LedgerRow[]>`
  select ${ROW} from (${chosen}) b
  cross join lateral (select o.name_fa, o.name_en from office o
    where o.division_id = b.division_id and o.id = b.office_id limit 1) o ${CHILDREN}
  order by ${ORDERED[order]}`;

/** Of what is still owed the index is asked by these very words: an array of states would not tell it. */
const STILL_OWED = Prisma.sql`and b.state in ('issued', 'acknowledged', 'in-progress', 'blocked', 'reported-done')`;

/**
 * The page of obligations that comes after a day and an id, by the day due. What has no day stands last: it is a branch of
 * its own, for no comparison with a day reaches it.
 */
function byDay(wanted: Prisma.Sql, after: string | undefined, most: number): Prisma.Sql {
  const cursor = decodeCursor(after, ["day", "uuid"]);
  const page = (from: Prisma.Sql) =>
    Prisma.sql`(select * from obligation b where ${wanted} ${from} order by b.due_on, b.id limit ${most})`;
  if (!cursor) return page(Prisma.empty);
  const [day, id] = cursor;
  if (day === null) return page(Prisma.sql`and b.due_on is null and b.id > ${id}::uuid`);
  const later = page(Prisma.sql`and (b.due_on, b.id) > (${day}::date, ${id}::uuid)`);
  return Prisma.sql`select * from (${later} union all ${page(Prisma.sql`and b.due_on is null`)}) b
    order by b.due_on, b.id limit ${most}`;
}

/**
 * One end of a place's ledger, newest first or by the day due. The page is cut from the index before anything is joined to it; its offices
 * are looked up one by one, for planned without its values the join would read them all.
 */
export async function listObligations(
  db: Db,
  placeId: number,
  ask: {
    end: End;
    filter: Filter;
    order?: Order | undefined;
    source?: string | undefined;
    office?: string | undefined;
    narrowing?: Narrowing | undefined;
    after?: string | undefined;
  },
  today: IsoDate,
  size = PAGE_SIZE,
): Promise<Page<LedgerRow>> {
  const source = ask.source ? Prisma.sql`and b.source_id = ${ask.source}::uuid` : Prisma.empty;
  const office = ask.office ? Prisma.sql`and b.office_id = ${ask.office}::uuid` : Prisma.empty;
  const narrowed = await narrowedTo(db, placeId, ask.end, ask.narrowing ?? {}, today);
  const wanted = Prisma.sql`${placeAt(ask.end, placeId)} ${conditionOf(ask.filter, today, ask.end)} ${source} ${office} ${narrowed}`;
  if (ask.order === "due") {
    const owed = STATES_OF[ask.filter]?.every((state) => OPEN.includes(state)) ? STILL_OWED : Prisma.empty;
    const rows = await ledgerRows(db, byDay(Prisma.sql`${wanted} ${owed}`, ask.after, size + 1), "due");
    return pageOf(rows, size, (row) => [row.dueOn, row.id]);
  }
  const cursor = decodeCursor(ask.after, ["instant", "uuid"]);
  const from = cursor
    ? Prisma.sql`and (b.issued_at, b.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
    : Prisma.empty;
  const rows = await ledgerRows(
    db,
    Prisma.sql`select * from obligation b where ${wanted} ${from}
      order by b.issued_at desc, b.id desc limit ${size + 1}`,
  );
  return pageOf(rows, size, (row) => [row.issuedAt.toISOString(), row.id]);
}

/** A text issued to many, with what has become of it. */
export type IssuanceRow = {
  id: string;
  sourceKind: string;
  recordId: string;
  title: string;
  number: number | null;
  theirNumber: string | null;
  theirOn: IsoDate | null;
  text: string;
  addressees: string;
  deadlineKind: string;
  dueOn: IsoDate | null;
  workingDays: number | null;
  cadence: string | null;
  issuedAt: Date;
  verified: number;
  reported: number;
  received: number;
  silent: number;
  /** Withdrawn or not applicable. */
  ended: number;
  overdue: number;
};

/**
 * What a place issued, newest first and by number: one row for each text, however many offices owe it. `open` leaves
 * out those of which nothing more is owed.
 */
export async function listIssuances(
  db: Db,
  placeId: number,
  ask: { filter: Filter; after?: string | undefined; recordId?: string },
  today: IsoDate,
  size = PAGE_SIZE,
): Promise<Page<IssuanceRow>> {
  const cursor = decodeCursor(ask.after, ["instant", "integer", "uuid"]);
  // Newest minutes first, and within them their own order: number runs against the instant.
  const from = cursor
    ? Prisma.sql`and i.issued_at <= ${cursor[0]}::timestamptz and (i.issued_at < ${cursor[0]}::timestamptz
        or (coalesce(i.number, 0), i.id) > (${cursor[1]}::int, ${cursor[2]}::uuid))`
    : Prisma.empty;
  const record = ask.recordId ? Prisma.sql`and i.record_id = ${ask.recordId}::uuid` : Prisma.empty;
  const wanted =
    ask.filter === "all"
      ? Prisma.empty
      : Prisma.sql`and exists (select from obligation b where b.source_division_id = ${placeId} and b.source_id = i.id
          ${conditionOf(ask.filter, today, "issued")})`;
  const rows = await db.$queryRaw<IssuanceRow[]>`
    select i.id, i.source_kind as "sourceKind", i.record_id as "recordId", i.title, i.number,
      i.their_number as "theirNumber", ${day("i.their_on")} as "theirOn", i.text, i.addressees,
      i.deadline_kind as "deadlineKind", ${day("i.due_on")} as "dueOn",
      i.working_days as "workingDays", i.cadence, i.issued_at as "issuedAt", s.*
    from issuance i cross join lateral (select
      (count(*) filter (where b.state = 'verified'))::int as verified,
      (count(*) filter (where b.state = 'reported-done'))::int as reported,
      (count(*) filter (where b.state in ('acknowledged', 'in-progress', 'blocked')))::int as received,
      (count(*) filter (where b.state = 'issued'))::int as silent,
      (count(*) filter (where b.state in ('withdrawn', 'not-applicable')))::int as ended,
      (count(*) filter (where b.due_on < ${today}::date
        and b.state in ('issued', 'acknowledged', 'in-progress', 'blocked')))::int as overdue
      from obligation b where b.source_division_id = ${placeId} and b.source_id = i.id) s
    where i.division_id = ${placeId} ${record} ${from} ${wanted}
    order by i.issued_at desc, coalesce(i.number, 0), i.id limit ${size + 1}`;
  return pageOf(rows, size, (row) => [row.issuedAt.toISOString(), row.number ?? 0, row.id]);
}

/** The ledger's own figures at one end. */
export type LedgerSummary = {
  open: number;
  overdue: number;
  /** Overdue by days: 1–7, 8–21, 22–60, more. */
  bands: [number, number, number, number];
  /** At the end that issued, without what an office that passed it on verifies itself. */
  toVerify: number;
  reDated: number;
  /** More is open than was counted: the figures so far are the least. */
  isMore: boolean;
  /** Of those whose first limit is over, each turn by itself: verified by it. */
  dueByFirst: number;
  inFirst: number;
  dueByPresent: number;
  inPresent: number;
  /** Of how many of the newest both rates are, where the ledger has more; null when they are of all. */
  ratesOf: number | null;
};

/** Of a ledger however large, so many open ones are counted, and both rates are of so many of the newest. */
const COUNTED = { open: 10_000, rates: 5000 };

/**
 * Counts one end of a place's ledger, or what a condition on the obligation `b` leaves of it. A ledger of more than the
 * newest that are read for its rates has its open ones counted by their state. Of a continuous one each finished turn counts
 * in both rates; `during` narrows them.
 */
export async function summariseLedger(
  db: Db,
  placeId: number,
  end: End,
  today: IsoDate,
  narrowed: Prisma.Sql = Prisma.empty,
  counted = COUNTED,
  during: Prisma.Sql = Prisma.empty,
): Promise<LedgerSummary> {
  const owing = Prisma.sql`state in ('issued', 'acknowledged', 'in-progress', 'blocked')`;
  const late = (low: number, high: number | null) =>
    high === null
      ? Prisma.sql`${owing} and due_on <= ${today}::date - ${low}::int`
      : Prisma.sql`${owing} and due_on between ${today}::date - ${high}::int and ${today}::date - ${low}::int`;
  const isOurs =
    end === "owed"
      ? Prisma.sql`true`
      : Prisma.sql`case when b.state = 'reported-done' then not ${verifiedByOffice(today)} else true end`;
  const inTime = (limit: Prisma.Sql) =>
    Prisma.sql`state = 'verified' and (verified_at at time zone 'Asia/Tehran')::date <= ${limit}`;
  const over = (limit: Prisma.Sql) => Prisma.sql`${DUE} and ${limit} < ${today}::date`;
  const [first, present] = [Prisma.sql`b.first_due_on`, Prisma.sql`b.due_on`];
  type Row = Omit<LedgerSummary, "bands" | "ratesOf"> &
    Record<"b1" | "b2" | "b3" | "b4", number> & { isLarge: boolean };
  const [row] = await db.$queryRaw<Row[]>`
    with newest as materialized (
      select b.division_id, b.id, b.state, b.deadline_kind, b.due_on, b.first_due_on, b.verified_at,
        ${isOurs} as is_ours from obligation b
      where ${placeAt(end, placeId)} ${narrowed} order by b.issued_at desc, b.id desc limit ${counted.rates + 1}
    ), size as materialized (select count(*) > ${counted.rates} as large from newest),
    still as materialized (
      select state, due_on, first_due_on, is_ours from newest where not (select large from size) and state = any(${[...OPEN]}::text[])
      union all
      (select b.state, b.due_on, b.first_due_on, ${isOurs} from obligation b
        where ${placeAt(end, placeId)} and b.state = any(${[...OPEN]}::text[]) ${narrowed} and (select large from size)
        limit ${counted.open + 1})
    )
    select large as "isLarge", o.*, r.* from size, (select least(count(*), ${counted.open})::int as open,
        count(*) > ${counted.open} as "isMore",
        (count(*) filter (where ${owing} and due_on < ${today}::date))::int as overdue,
        (count(*) filter (where ${late(1, 7)}))::int as b1, (count(*) filter (where ${late(8, 21)}))::int as b2,
        (count(*) filter (where ${late(22, 60)}))::int as b3, (count(*) filter (where ${late(61, null)}))::int as b4,
        (count(*) filter (where state = 'reported-done' and is_ours))::int as "toVerify",
        (count(*) filter (where first_due_on <> due_on))::int as "reDated" from still) o,
      (select (count(*) filter (where ${over(first)}) + coalesce(sum(t.due_by_first), 0))::int as "dueByFirst",
        (count(*) filter (where ${over(first)} and ${inTime(first)}) + coalesce(sum(t.in_first), 0))::int as "inFirst",
        (count(*) filter (where ${over(present)}) + coalesce(sum(t.due_by_present), 0))::int as "dueByPresent",
        (count(*) filter (where ${over(present)} and ${inTime(present)}) + coalesce(sum(t.in_present), 0))::int
          as "inPresent" from newest b ${turnsOf(today, during)}) r`;
  if (!row) throw new Error("An aggregate gives a row.");
  const { b1, b2, b3, b4, isLarge, ...rest } = row;
  return { ...rest, bands: [b1, b2, b3, b4], ratesOf: isLarge ? counted.rates : null };
}

/**
 * How much of what a place issued is reported as done and waits for its secretariat to verify it, and the one issued last.
 */
export async function glanceAtUnverified(
  db: Db,
  placeId: number,
  today: IsoDate,
): Promise<{ count: number; firstId: string | null }> {
  const waiting = Prisma.sql`from obligation b where ${placeAt("issued", placeId)} and b.state = 'reported-done'
    and not ${verifiedByOffice(today)}`;
  const [row] = await db.$queryRaw<{ count: number; firstId: string | null }[]>`
    select (select count(*)::int ${waiting}) as count,
      (select b.id::text ${waiting} order by b.issued_at desc, b.id desc limit 1) as "firstId"`;
  return row ?? { count: 0, firstId: null };
}

/** In which place an obligation of one's own subtree stands: one probe for each of its places. Refuses `missing`. */
export async function locateObligation(db: Db, place: Pick<Place, "lo" | "hi">, id: string): Promise<Which> {
  const [row] = await db.$queryRaw<Which[]>`select b.division_id as "divisionId", b.id
    from division d join obligation b on b.division_id = d.id and b.id = ${id}::uuid
    where d.id between ${place.lo} and ${place.hi} limit 1`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}

/** An obligation with all that its page shows. Refuses `missing`. */
export async function getObligation(db: Db, { divisionId, id }: Which) {
  const found = await db.obligation.findUnique({
    where: { divisionId_id: { divisionId, id } },
    include: {
      events: { orderBy: [{ at: "asc" }, { id: "asc" }], take: 300 },
      evidence: { orderBy: [{ at: "asc" }, { id: "asc" }], take: 100 },
    },
  });
  if (!found) throw new Refusal("missing", "refusal.missing");
  const { events, evidence, ...row } = found;
  const [parents, children, [names]] = [
    row.parentId
      ? await listChain(
          db,
          Prisma.sql`b.division_id = ${row.sourceDivisionId} and b.id = ${row.parentId}::uuid`,
        )
      : [],
    await listChain(db, Prisma.sql`b.source_division_id = ${divisionId} and b.parent_id = ${id}::uuid`),
    await db.$queryRaw<Names[]>`select o.name_fa as "officeFa", o.name_en as "officeEn",
        s.name_fa as "issuerFa", s.name_en as "issuerEn", s.level as "issuerLevel", w.name_fa as "issuedFa",
        w.name_en as "issuedEn"
      from (select ${divisionId}::int as division_id, ${row.officeId}::uuid as office_id) b ${OFFICE_NAME}
      left join office w on w.division_id = b.division_id and w.id = ${row.issuedOfficeId}::uuid, division s
      where s.id = ${row.sourceDivisionId}`,
  ];
  if (!names) throw new Refusal("missing", "refusal.missing");
  return {
    ...row,
    ...names,
    state: row.state as State,
    firstDueOn: row.firstDueOn ? isoOfDate(row.firstDueOn) : null,
    dueOn: row.dueOn ? isoOfDate(row.dueOn) : null,
    theirOn: row.theirOn ? isoOfDate(row.theirOn) : null,
    askedDueOn: row.askedDueOn ? isoOfDate(row.askedDueOn) : null,
    countsFrom: row.countsFrom ? isoOfDate(row.countsFrom) : null,
    reportedOn: row.reportedAt ? todayIn(row.reportedAt) : null,
    events: events.map((event) => ({
      ...event,
      dueFrom: event.dueFrom ? isoOfDate(event.dueFrom) : null,
      dueTo: event.dueTo ? isoOfDate(event.dueTo) : null,
      visitedOn: event.visitedOn ? isoOfDate(event.visitedOn) : null,
    })),
    evidence,
    parent: parents[0] ?? null,
    children,
  };
}

export type ObligationPage = Awaited<ReturnType<typeof getObligation>>;

type Names = {
  officeFa: string;
  officeEn: string;
  issuerFa: string;
  issuerEn: string;
  issuerLevel: string;
  /** Who owed it when it was issued, where that is another than today and the reader may know the office. */
  issuedFa: string | null;
  issuedEn: string | null;
};

async function listChain(db: Db, which: Prisma.Sql): Promise<LedgerRow[]> {
  return db.$queryRaw<LedgerRow[]>`select ${ROW} from obligation b
    ${OFFICE_NAME} ${CHILDREN}
    where ${which} order by b.issued_at, b.id limit 100`;
}

/** What has no day stands after everything that has one. */
const NO_DAY = "9999-12-31";

/** What one office still owes, the nearest limit first, or what is over of it, the latest first; for whoever has its link. */
export async function listOfOffice(
  db: Db,
  office: { divisionId: number; officeId: string },
  { part, after }: { part: "open" | "closed"; after?: string | null },
  size = PAGE_SIZE,
): Promise<Page<LedgerRow>> {
  const states = part === "open" ? OPEN : CLOSED;
  const [beyond, order] =
    part === "open"
      ? [Prisma.sql`>`, Prisma.sql`b.day, b.id`]
      : [Prisma.sql`<`, Prisma.sql`b.day desc, b.id desc`];
  const cursor = decodeCursor(after, ["day", "uuid"]);
  const later = cursor
    ? Prisma.sql`and (coalesce(b.due_on, ${NO_DAY}::date), b.id) ${beyond} (${cursor[0]}::date, ${cursor[1]}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<LedgerRow[]>`select ${ROW} from (
      select * from (select *, coalesce(b.due_on, ${NO_DAY}::date) as day from obligation b
        where b.division_id = ${office.divisionId} and b.office_id = ${office.officeId}::uuid
          and b.state = any(${[...states]}::text[]) ${later}) b
      order by ${order} limit ${size + 1}
    ) b
    join office o on o.division_id = b.division_id and o.id = b.office_id ${CHILDREN}
    order by ${order}`;
  return pageOf(rows, size, (row) => [row.dueOn ?? NO_DAY, row.id]);
}

/** A piece of evidence of one's own subtree, or of the office itself. Refuses `missing`. */
export async function getEvidence(db: Db, place: Pick<Place, "lo" | "hi">, id: string) {
  const [row] = await db.$queryRaw<
    {
      id: string;
      kind: string;
      text: string | null;
      hash: string | null;
      name: string | null;
      type: string | null;
      sealed: boolean;
    }[]
  >`select e.id::text, e.kind, e.file_sealed as sealed, e.text, e.file_hash as hash, e.file_name as name, e.file_type as type
    from division d join obligation_evidence e on e.division_id = d.id and e.id = ${id}::uuid
    where d.id between ${place.lo} and ${place.hi} limit 1`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}

/** The place that issued an obligation, as its debtor's place sees it; undefined when there is none. */
export async function findSourceOf(db: Db, divisionId: number, id: string): Promise<number | undefined> {
  const row = await db.obligation.findUnique({
    where: { divisionId_id: { divisionId, id } },
    select: { sourceDivisionId: true },
  });
  return row?.sourceDivisionId;
}

/** Of turns of continuous obligations, finished or running, the obligation each is a turn of. */
export async function findObligationsOfTurns(
  db: Db,
  divisionId: number,
  turnIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ turn: string; obligation: string }[]>`
    select id as turn, obligation_id as obligation from obligation_turn
    where division_id = ${divisionId} and id = any (${[...turnIds]}::uuid[])
    union all
    select turn_id, id from obligation where division_id = ${divisionId} and turn_id = any (${[...turnIds]}::uuid[])`;
  return new Map(rows.map(({ turn, obligation }) => [turn, obligation]));
}
