import type { Place } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import { decodeCursor, pageOf, PAGE_SIZE, type Page } from "~/lib/paging";
import type { AnswerKind, LegState, ObstacleKind, ObstacleState } from "./choices";

const sql = Prisma.sql;

export type ObstacleRow = {
  id: string;
  divisionId: number;
  title: string;
  kind: ObstacleKind;
  officeName: string | null;
  officeEn: string | null;
  state: ObstacleState;
  raisedOn: IsoDate;
  legState: LegState | null;
  answerKind: AnswerKind | null;
  limitOn: IsoDate | null;
  answeredAt: string | null;
};

/** The English name of the office of the obstacle `o`, while the dictionary writes its Persian one as the obstacle does. */
const OFFICE_EN = sql`(select f.name_en from office f where f.division_id = o.division_id and f.id = o.office_id
  and f.name_fa = o.office_name) as "officeEn"`;

/** Obstacles of one county with how far each has come, the newest first. */
export async function listObstacles(
  db: Db,
  divisionId: number,
  filter: { state?: ObstacleState; cursor?: string | null; size?: number } = {},
): Promise<Page<ObstacleRow>> {
  const size = filter.size ?? PAGE_SIZE;
  const after = decodeCursor(filter.cursor, ["day", "uuid"]);
  const rows = await db.$queryRaw<ObstacleRow[]>`
    select o.id::text, o.division_id as "divisionId", o.title, o.kind, o.office_name as "officeName", ${OFFICE_EN}, o.state,
      o.raised_on::text as "raisedOn", leg.state as "legState", leg.answer_kind as "answerKind",
      leg.limit_on::text as "limitOn", to_char(leg.answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "answeredAt"
    from (select * from obstacle where division_id = ${divisionId}
        and ${filter.state ? sql`state = ${filter.state}` : sql`true`}
        and ${after ? sql`(raised_on, id) < (${after[0]}::date, ${after[1]}::uuid)` : sql`true`}
      order by raised_on desc, id desc limit ${size + 1}) o
    left join lateral (select * from obstacle_leg l
      where l.source_division_id = o.division_id and l.obstacle_id = o.id
      order by l.arrived_at desc, l.id desc limit 1) leg on true
    order by o.raised_on desc, o.id desc`;
  return pageOf(rows, size, (row) => [row.raisedOn, row.id]);
}

export type Leg = {
  id: string;
  divisionId: number;
  sourceDivisionId: number;
  sourceNameFa: string;
  sourceNameEn: string;
  obstacleId: string;
  title: string;
  kind: ObstacleKind;
  officeName: string | null;
  officeEn: string | null;
  triedLocally: string;
  effect: string;
  proposal: string | null;
  contestReason: string | null;
  state: LegState;
  arrivedAt: Date;
  limitOn: IsoDate | null;
  takenAt: Date | null;
  answerKind: AnswerKind | null;
  answerText: string | null;
  answeredAt: Date | null;
  answeredByName: string | null;
  revision: number;
};

/** The columns of a leg named `l`; the name of the place it came from is empty where nobody has named it. */
const LEG = sql`l.id::text, l.division_id as "divisionId", l.source_division_id as "sourceDivisionId",
  coalesce(d.name_fa, '') as "sourceNameFa", coalesce(d.name_en, '') as "sourceNameEn",
  l.obstacle_id::text as "obstacleId", l.title, l.kind, l.office_name as "officeName",
  (select f.name_en from obstacle b join office f on f.division_id = b.division_id and f.id = b.office_id
    where b.division_id = l.source_division_id and b.id = l.obstacle_id and f.name_fa = l.office_name) as "officeEn",
  l.tried_locally as "triedLocally", l.effect, l.proposal, l.contest_reason as "contestReason", l.state,
  l.arrived_at as "arrivedAt", l.limit_on::text as "limitOn", l.taken_at as "takenAt",
  l.answer_kind as "answerKind", l.answer_text as "answerText", l.answered_at as "answeredAt",
  l.answered_by_name as "answeredByName", l.revision`;

/** One obstacle of a place or the places below it, with its journey, the newest leg first. */
export async function getObstacle(db: Db, place: Pick<Place, "lo" | "hi">, id: string) {
  const obstacle = await db.obstacle.findFirst({
    where: { divisionId: { gte: place.lo, lte: place.hi }, id },
  });
  if (!obstacle) throw new Refusal("missing", "refusal.missing");
  const legs = await db.$queryRaw<Leg[]>`
    select ${LEG} from obstacle_leg l left join division d on d.id = l.source_division_id
    where l.source_division_id = ${obstacle.divisionId} and l.obstacle_id = ${id}::uuid
    order by l.arrived_at desc, l.id desc limit 20`;
  const office =
    obstacle.officeId &&
    (await db.office.findUnique({
      where: { divisionId_id: { divisionId: obstacle.divisionId, id: obstacle.officeId } },
      select: { nameFa: true, nameEn: true },
    }));
  return {
    ...obstacle,
    officeEn: office && office.nameFa === obstacle.officeName ? office.nameEn : null,
    kind: obstacle.kind as ObstacleKind,
    state: obstacle.state as ObstacleState,
    raisedOn: obstacle.raisedOn.toISOString().slice(0, 10) as IsoDate,
    settledOn: obstacle.settledOn ? (obstacle.settledOn.toISOString().slice(0, 10) as IsoDate) : null,
    legs,
  };
}
export type ObstacleDetails = Awaited<ReturnType<typeof getObstacle>>;

/**
 * Legs that lie in a place, for its desk: open ones by their limit's order of arrival, the oldest first; answered
 * ones the newest first.
 */
export async function listReceived(
  db: Db,
  divisionId: number,
  filter: { open: boolean; cursor?: string | null; size?: number },
): Promise<Page<Leg>> {
  const size = filter.size ?? PAGE_SIZE;
  const after = decodeCursor(filter.cursor, ["instant", "uuid"]);
  const past = filter.open ? sql`>` : sql`<`;
  const order = filter.open ? sql`asc` : sql`desc`;
  const rows = await db.$queryRaw<Leg[]>`
    select ${LEG} from (select * from obstacle_leg where division_id = ${divisionId}
        and ${filter.open ? sql`state <> 'answered'` : sql`state = 'answered'`}
        and ${after ? sql`(arrived_at, id) ${past} (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
      order by arrived_at ${order}, id ${order} limit ${size + 1}) l
    left join division d on d.id = l.source_division_id
    order by l.arrived_at ${order}, l.id ${order}`;
  return pageOf(rows, size, (row) => [row.arrivedAt.toISOString(), row.id]);
}

/** One leg that lies in the place itself. */
export async function getOwnLeg(db: Db, divisionId: number, id: string): Promise<Leg> {
  const [leg] = await db.$queryRaw<Leg[]>`
    select ${LEG} from obstacle_leg l left join division d on d.id = l.source_division_id
    where l.division_id = ${divisionId} and l.id = ${id}::uuid`;
  if (!leg) throw new Refusal("missing", "refusal.missing");
  return leg;
}

/** Answers that await the county's word, the oldest first. */
export async function listAnswersToJudge(db: Db, divisionId: number, size: number): Promise<ObstacleRow[]> {
  return db.$queryRaw<ObstacleRow[]>`
    select o.id::text, o.division_id as "divisionId", o.title, o.kind, o.office_name as "officeName", ${OFFICE_EN}, o.state,
      o.raised_on::text as "raisedOn", leg.state as "legState", leg.answer_kind as "answerKind",
      leg.limit_on::text as "limitOn", to_char(leg.answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "answeredAt"
    from obstacle o join lateral (select * from obstacle_leg l
      where l.source_division_id = o.division_id and l.obstacle_id = o.id
      order by l.arrived_at desc, l.id desc limit 1) leg on leg.state = 'answered'
    where o.division_id = ${divisionId} and o.state = 'raised'
    order by o.raised_on, o.id limit ${size}`;
}

/** The newest day on which each county of a place raised an obstacle. */
export async function listLastRaised(
  db: Db,
  place: Pick<Place, "lo" | "hi">,
): Promise<{ divisionId: number; day: IsoDate }[]> {
  return db.$queryRaw<{ divisionId: number; day: IsoDate }[]>`
    select d.id as "divisionId", o.raised_on::text as day from division d cross join lateral (
      select raised_on from obstacle where division_id = d.id order by raised_on desc, id desc limit 1) o
    where d.id between ${place.lo} and ${place.hi} and d.level = 'county' order by d.id limit 1000`;
}
