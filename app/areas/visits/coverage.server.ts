import { Prisma, type Db } from "~/kernel/db.server";
import type { Place } from "~/kernel/actor";
import { daysBetween, type IsoDate } from "~/lib/jalali";
import type { TargetKind } from "./choices";
import { listTargets, type TargetChoice } from "./targets.server";

const sql = Prisma.sql;

/** What a place was visited by officials of another, or of its own county. */
export type CoverageRow = TargetChoice & {
  lastOn: IsoDate | null;
  /** Days since then; null where nobody came yet. */
  daysSince: number | null;
  inPeriod: number;
  inYear: number;
  missedInYear: number;
  nextOn: IsoDate | null;
};

type Counted = Omit<CoverageRow, keyof TargetChoice | "daysSince"> & { key: string };

const KEY: Record<TargetKind, Prisma.Sql> = {
  division: sql`'division:' || v.target_division_id`,
  locality: sql`v.locality`,
  office: sql`'office:' || v.target_office_id`,
};

/**
 * Every place of a kind that a place sends its officials to, with when somebody came last, how often in a period and in the
 * year up to today, and when somebody is to come: those that nobody visited yet first, then those that wait longest.
 */
export async function listCoverage(
  db: Db,
  place: Place,
  kind: TargetKind,
  period: { from: IsoDate; to: IsoDate },
  year: { from: IsoDate; to: IsoDate },
): Promise<CoverageRow[]> {
  const today = year.to;
  const places = (await listTargets(db, place, today)).filter((one) => one.kind === kind);
  const rows = await db.$queryRaw<Counted[]>`
    select ${KEY[kind]} as key,
      (max(planned_on) filter (where state in ('made', 'reported')))::text as "lastOn",
      (count(*) filter (where state in ('made', 'reported')
        and planned_on between ${period.from}::date and ${period.to}::date))::int as "inPeriod",
      (count(*) filter (where state in ('made', 'reported')
        and planned_on between ${year.from}::date and ${year.to}::date))::int as "inYear",
      (count(*) filter (where state = 'no-show'
        and planned_on between ${year.from}::date and ${year.to}::date))::int as "missedInYear",
      (min(planned_on) filter (where state in ('planned', 'announced') and planned_on >= ${today}::date))::text as "nextOn"
    from visit v where v.division_id = ${place.id} and v.target_kind = ${kind}
    group by 1 limit 5000`;
  const of = new Map(rows.map((row) => [row.key, row]));
  const counted = places.map((one): CoverageRow => {
    const found = of.get(kind === "locality" ? one.nameFa : one.key);
    const lastOn = found?.lastOn ?? null;
    return {
      ...one,
      lastOn,
      daysSince: lastOn && daysBetween(lastOn, today),
      inPeriod: found?.inPeriod ?? 0,
      inYear: found?.inYear ?? 0,
      missedInYear: found?.missedInYear ?? 0,
      nextOn: found?.nextOn ?? null,
    };
  });
  return counted.sort(
    (a, b) =>
      Number(a.lastOn !== null) - Number(b.lastOn !== null) ||
      (a.lastOn ?? "").localeCompare(b.lastOn ?? "") ||
      a.nameFa.localeCompare(b.nameFa, "fa"),
  );
}

/** How many visits a body's head was to make in a span of days, and what became of them. */
export type KeptRow = {
  officeId: string | null;
  nameFa: string;
  nameEn: string;
  made: number;
  missed: number;
  excused: number;
  coming: number;
};

/** Who kept his word in a span of days: one row for each post and office that was to visit, those who did not come first. */
export async function listKept(
  db: Db,
  divisionId: number,
  { from, to }: { from: IsoDate; to: IsoDate },
): Promise<KeptRow[]> {
  return db.$queryRaw<KeptRow[]>`
    select office_id::text as "officeId", max(visitor_fa) as "nameFa", max(visitor_en) as "nameEn",
      (count(*) filter (where state in ('made', 'reported')))::int as made,
      (count(*) filter (where state = 'no-show'))::int as missed,
      (count(*) filter (where state = 'no-show' and excused))::int as excused,
      (count(*) filter (where state = 'announced'))::int as coming
    from visit where division_id = ${divisionId} and planned_on between ${from}::date and ${to}::date
      and state in ('announced', 'made', 'reported', 'no-show')
    group by office_id, post_id
    order by missed desc, made desc, max(visitor_fa) limit 500`;
}
