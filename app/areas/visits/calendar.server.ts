import { Prisma, type Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import type { VisitState } from "./lifecycle";

/** A visit in a calendar: of the place itself, or announced to it by another. */
export type VisitInDay = {
  id: string;
  divisionId: number;
  targetFa: string;
  targetEn: string;
  visitorFa: string;
  visitorEn: string;
  spot: string | null;
  state: VisitState;
  plannedOn: IsoDate;
  startsAt: string | null;
  endsAt: string | null;
  /** How often it was moved or called off since it was announced. */
  icsSequence: number;
  /** When what is told last changed. */
  changedAt: Date;
  revision: number;
};

const VISIT = Prisma.sql`v.id::text, v.division_id as "divisionId", v.target_fa as "targetFa", v.target_en as "targetEn",
  v.visitor_fa as "visitorFa", v.visitor_en as "visitorEn", v.spot, v.state, v.planned_on::text as "plannedOn",
  v.starts_at as "startsAt", v.ends_at as "endsAt",
  v.moves + (v.state = 'cancelled')::int as "icsSequence", v.revision,
  greatest(v.created_at, v.announced_at, v.settled_at, v.reported_at) as "changedAt"`;

/** More visits than any place has in a year. */
const MOST_VISITS = 2000;

/**
 * The visits that a place keeps, and those that others announced to it, between two days (`from <= day < before`). What is
 * only planned is among them where `withPlanned` asks for it; what was dropped before it was announced never is.
 */
export async function listVisitsInDays(
  db: Db,
  divisionId: number,
  { from, before, withPlanned }: { from: IsoDate; before: IsoDate; withPlanned: boolean },
): Promise<VisitInDay[]> {
  const between = Prisma.sql`v.planned_on >= ${from}::date and v.planned_on < ${before}::date`;
  return db.$queryRaw<VisitInDay[]>`
    (select ${VISIT} from visit v where v.division_id = ${divisionId} and ${between}
      and (v.announced_at is not null or ${withPlanned} and v.state <> 'cancelled')
      order by v.planned_on, v.id limit ${MOST_VISITS})
    union all
    (select ${VISIT} from visit v where v.target_division_id = ${divisionId} and v.division_id <> ${divisionId} and ${between}
      and v.announced_at is not null
      order by v.planned_on, v.id limit ${MOST_VISITS})`;
}

/** The next visits of a place and to it that are still to come, the nearest first. */
export async function listNextVisits(
  db: Db,
  divisionId: number,
  today: IsoDate,
  size: number,
): Promise<VisitInDay[]> {
  const coming = Prisma.sql`v.state in ('planned', 'announced') and v.planned_on >= ${today}::date`;
  return db.$queryRaw<VisitInDay[]>`
    select * from (
      (select ${VISIT} from visit v where v.division_id = ${divisionId} and ${coming}
        order by v.planned_on, v.id limit ${size})
      union all
      (select ${VISIT} from visit v where v.target_division_id = ${divisionId} and v.division_id <> ${divisionId} and ${coming}
        order by v.planned_on, v.id limit ${size})) v
    order by v."plannedOn", v.id limit ${size}`;
}

/** How many visits of a place wait for a word: whether anybody came, and what was found. Each counted up to `most`. */
export async function countVisitsToSettle(
  db: Db,
  divisionId: number,
  today: IsoDate,
  most: number,
): Promise<{ toSettle: number; toReport: number }> {
  const [counts] = await db.$queryRaw<{ toSettle: number; toReport: number }[]>`
    select (select count(*)::int from (select from visit v where v.division_id = ${divisionId}
        and v.state in ('planned', 'announced') and v.planned_on < ${today}::date limit ${most}) s) as "toSettle",
      (select count(*)::int from (select from visit v where v.division_id = ${divisionId}
        and v.state = 'made' limit ${most}) m) as "toReport"`;
  return counts ?? { toSettle: 0, toReport: 0 };
}
