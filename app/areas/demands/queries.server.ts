import type { Actor, Place } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { addDays, isoOfDate, todayIn, type IsoDate } from "~/lib/jalali";
import { decodeCursor, pageOf, PAGE_SIZE, type Page } from "~/lib/paging";
import { stateOn, VERDICT_DAYS, type AnswerKind, type State, type Verdict } from "./lifecycle";
import type { Channel, Field, Kind } from "./choices";
import type { DemandFilter } from "./schema";

const sql = Prisma.sql;

export type DemandRow = {
  id: string;
  title: string;
  kind: Kind;
  field: Field;
  locality: string | null;
  trackingCode: string;
  receivedOn: IsoDate;
  state: State;
  officeName: string | null;
  /** Of an office that still stands in the dictionary under that name. */
  officeEn: string | null;
  limitOn: IsoDate | null;
  answerKind: AnswerKind | null;
  answeredOn: IsoDate | null;
};

const COLUMNS = sql`id::text, title, kind, field, locality, tracking_code as "trackingCode",
  received_on::text as "receivedOn", state, office_name as "officeName",
  (select o.name_en from office o where o.division_id = demand.division_id and o.id = demand.office_id
    and o.name_fa = demand.office_name) as "officeEn", limit_on::text as "limitOn",
  answer_kind as "answerKind", (answered_at at time zone 'Asia/Tehran')::date::text as "answeredOn"`;

const asOf = (rows: DemandRow[], today: IsoDate): DemandRow[] =>
  rows.map((row) => ({ ...row, state: stateOn(row.state, row.answeredOn, row.answerKind, today) }));

/** An answer still waiting for the citizen's word, by the last day on which it does. */
function inState(state: State, today: IsoDate): Prisma.Sql {
  const waits = sql`state = 'answered' and (answer_kind = 'refused'
    or (answered_at at time zone 'Asia/Tehran')::date >= ${addDays(today, -VERDICT_DAYS)}::date)`;
  if (state === "answered") return waits;
  if (state === "unconfirmed") return sql`(state = 'unconfirmed' or (state = 'answered' and not (${waits})))`;
  return sql`state = ${state}`;
}

/**
 * Demands of a county, or of all counties of a province, the newest first; `late` are those referred whose limit has
 * passed. A province is read county by county, so that each comes from its own index.
 */
export async function listDemands(
  db: Db,
  place: Pick<Place, "id" | "level">,
  filter: DemandFilter,
  today: IsoDate,
  size = PAGE_SIZE,
): Promise<Page<DemandRow>> {
  const after = decodeCursor(filter.after, ["day", "uuid"]);
  const wanted = sql`${filter.state ? inState(filter.state, today) : sql`true`}
      and ${filter.kind ? sql`kind = ${filter.kind}` : sql`true`}
      and ${filter.late ? sql`state = 'referred' and limit_on < ${today}::date` : sql`true`}
      and ${after ? sql`(received_on, id) < (${after[0]}::date, ${after[1]}::uuid)` : sql`true`}`;
  const newest = sql`order by received_on desc, id desc limit ${size + 1}`;
  const own = sql`select * from demand where division_id = ${place.id} and ${wanted} ${newest}`;
  const below = sql`select d.* from division c cross join lateral (
      select * from demand where division_id = c.id and ${wanted} ${newest}) d
    where c.parent_id = ${place.id} order by d.received_on desc, d.id desc limit ${size + 1}`;
  const rows = await db.$queryRaw<DemandRow[]>`
    select ${COLUMNS} from (${place.level === "county" ? own : below}) demand order by received_on desc, id desc`;
  // A code speaks for its citizen: above his county it is nobody's to know.
  const shown = place.level === "county" ? rows : rows.map((row) => ({ ...row, trackingCode: "" }));
  return pageOf(asOf(shown, today), size, (row) => [row.receivedOn, row.id]);
}

/** Referred demands whose limit ends by `until`, the nearest first: for the desk. */
export async function listNearLimit(
  db: Db,
  divisionId: number,
  until: IsoDate,
  size: number,
): Promise<DemandRow[]> {
  return db.$queryRaw<DemandRow[]>`
    select ${COLUMNS} from demand
    where division_id = ${divisionId} and state = 'referred' and limit_on <= ${until}::date
    order by limit_on, id limit ${size}`;
}

/** Demands that wait for a referral: new ones, and those whose citizen said that they are not solved. */
export async function listToRefer(db: Db, divisionId: number, size: number): Promise<DemandRow[]> {
  return db.$queryRaw<DemandRow[]>`
    (select ${COLUMNS} from demand where division_id = ${divisionId} and state = 'reopened'
      order by received_on, id limit ${size})
    union all
    (select ${COLUMNS} from demand where division_id = ${divisionId} and state = 'received'
      order by received_on, id limit ${size}) limit ${size}`;
}

export type DemandLine = { id: string; kind: string; note: string | null; byName: string; at: Date };

async function linesOf(db: Db, divisionId: number, demandId: string): Promise<DemandLine[]> {
  return db.demandEvent.findMany({
    where: { divisionId, demandId },
    select: { id: true, kind: true, note: true, byName: true, at: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: 100,
  });
}

type Stored = NonNullable<Awaited<ReturnType<Db["demand"]["findFirst"]>>>;

function asDemand({ createdByKey: _key, ...row }: Stored, today: IsoDate) {
  const answerKind = row.answerKind as AnswerKind | null;
  const answeredOn = row.answeredAt && todayIn(row.answeredAt);
  return {
    ...row,
    kind: row.kind as Kind,
    field: row.field as Field,
    channel: row.channel as Channel,
    verdict: row.verdict as Verdict | null,
    answerKind,
    answeredOn,
    receivedOn: isoOfDate(row.receivedOn),
    limitOn: row.limitOn && isoOfDate(row.limitOn),
    state: stateOn(row.state as State, answeredOn, answerKind, today),
  };
}

/** A demand of the place or of one below it, with its timeline; nothing of its citizen. Refuses with `missing`. */
export async function getDemand(db: Db, place: Pick<Place, "lo" | "hi">, id: string, today: IsoDate) {
  const [at] = await db.$queryRaw<{ divisionId: number }[]>`select m.division_id as "divisionId"
    from division d join demand m on m.division_id = d.id and m.id = ${id}::uuid
    where d.id between ${place.lo} and ${place.hi} limit 1`;
  const row =
    at && (await db.demand.findUnique({ where: { divisionId_id: { divisionId: at.divisionId, id } } }));
  if (!row) throw new Refusal("missing", "refusal.missing");
  const office =
    row.officeId &&
    (await db.office.findUnique({
      where: { divisionId_id: { divisionId: row.divisionId, id: row.officeId } },
      select: { nameFa: true, nameEn: true },
    }));
  const officeEn = office && office.nameFa === row.officeName ? office.nameEn : null;
  return { ...asDemand(row, today), officeEn, lines: await linesOf(db, row.divisionId, id) };
}
export type DemandDetails = Awaited<ReturnType<typeof getDemand>>;

/** Who asked, in his own county; undefined for everybody else. */
export async function findDemandPerson(db: Db, divisionId: number, demandId: string) {
  return (
    (await db.demandPerson.findUnique({
      where: { divisionId_demandId: { divisionId, demandId } },
      select: { fullName: true, mobile: true, words: true },
    })) ?? undefined
  );
}

/** Steps that an office takes: the citizen reads its name beside them, and nobody else's. */
const OF_OFFICE = /^(referred|transferred|answered)/;

/**
 * The demand of a tracking code, for whoever holds it: what he needs to follow it, without the names of staff; undefined
 * when there is none.
 */
export async function findTracked(db: Db, trackingCode: string, today: IsoDate) {
  const row = await db.demand.findUnique({ where: { trackingCode } });
  if (!row) return undefined;
  const { id, title, state, officeName, limitOn, answerKind, answerText, answerReason, answeredOn } =
    asDemand(row, today);
  const lines = await linesOf(db, row.divisionId, row.id);
  return {
    divisionId: row.divisionId,
    id,
    trackingCode,
    title,
    state,
    officeName,
    limitOn,
    answerKind,
    answerText,
    answerReason,
    answeredOn,
    lines: lines.map((line) => (OF_OFFICE.test(line.kind) ? line : { ...line, byName: "" })),
  };
}
export type TrackedDemand = NonNullable<Awaited<ReturnType<typeof findTracked>>>;

/** A demand as its office sees it: without its citizen and without the code that speaks for him. */
export type OfficeDemandRow = Omit<DemandRow, "trackingCode"> & { revision: number; note: string | null };

type OfficeKey = Pick<NonNullable<Actor["office"]>, "divisionId" | "officeId">;

/** Demands that wait for an office's answer, the nearest limit first: its own, by personal link. At most 50. */
export async function listForOffice(
  db: Db,
  { divisionId, officeId }: OfficeKey,
  id: string | null = null,
): Promise<OfficeDemandRow[]> {
  const rows = await db.$queryRaw<(OfficeDemandRow & { trackingCode?: string })[]>`
    select ${COLUMNS}, revision,
      (select e.note from demand_event e where e.division_id = demand.division_id and e.demand_id = demand.id
        and e.kind in ('referred', 'transferred') order by e.at desc limit 1) as note
    from demand where division_id = ${divisionId} and office_id = ${officeId}::uuid and state = 'referred'
      and (${id === null} or id = ${id}::uuid)
    order by limit_on, id limit 50`;
  return rows.map(({ trackingCode: _code, ...row }) => row);
}

/** One demand that waits for the office's answer. Refuses with `missing`. */
export async function getForOffice(db: Db, office: OfficeKey, id: string): Promise<OfficeDemandRow> {
  const [row] = await listForOffice(db, office, id);
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}

/** Bodies of the county that a demand can be referred to, by name. */
export async function listCompetentOffices(db: Db, divisionId: number) {
  return db.office.findMany({
    where: {
      divisionId,
      closedOn: null,
      organisation: { kind: { in: ["executive", "municipality", "other"] } },
    },
    select: { id: true, nameFa: true, nameEn: true },
    orderBy: [{ nameFa: "asc" }, { id: "asc" }],
    take: 300,
  });
}
