import { Prisma, type Db } from "~/kernel/db.server";
import { judgedKnown, judgedNew } from "../people-import/judged.server";
import type { StayReason, UndoOutcome } from "../people-import/undo";

/** What would become of a list's people if it were taken back now. */
export type UndoForecast = Record<UndoOutcome, number> & {
  /** How many have which reason to stay, or to keep a value, the most frequent first. */
  reasons: { reason: StayReason; count: number }[];
};

/** What would become of a list's people, by the very rules by which it is taken back. */
export async function forecastUndo(db: Db, divisionId: number, importId: string): Promise<UndoForecast> {
  const ofList = { divisionId, importId };
  const rows = await db.$queryRaw<{ outcome: UndoOutcome; reason: StayReason | null; count: number }[]>`
    with judged as materialized (
      select case when reasons = '{}' then 'cancelled' else 'stayed' end as outcome, reasons from (${judgedNew(ofList)}) n
      union all
      select case when reasons = '{}' then 'restored' when back <> '{}' then 'partly' else 'stayed' end, reasons
      from (${judgedKnown(ofList)}) k
    )
    select outcome, null::text as reason, count(*)::int as count from judged group by outcome
    union all
    select '', reason, count(*)::int from judged cross join unnest(reasons) reason group by reason
    order by count desc, reason`;
  const of = (outcome: UndoOutcome) => rows.find((row) => row.outcome === outcome)?.count ?? 0;
  return {
    cancelled: of("cancelled"),
    restored: of("restored"),
    partly: of("partly"),
    stayed: of("stayed"),
    reasons: rows.flatMap(({ reason, count }) => (reason ? [{ reason, count }] : [])),
  };
}

export type UndoneRow = {
  personId: string;
  fullName: string | null;
  mobile: string | null;
  outcome: UndoOutcome;
  reasons: StayReason[];
};

/** What became of the people of a list that was taken back, after the person `after`, some at a time. */
export async function listUndone(
  db: Db,
  divisionId: number,
  importId: string,
  after: string | null,
  size: number,
): Promise<UndoneRow[]> {
  const later = after === null ? Prisma.empty : Prisma.sql`and t.person_id > ${after}::uuid`;
  return db.$queryRaw<UndoneRow[]>`
    select t.person_id::text as "personId", p.full_name as "fullName", p.mobile, t.outcome, t.reasons
    from person_import_trace t left join person p on p.division_id = ${divisionId} and p.id = t.person_id
    where t.division_id = ${divisionId} and t.import_id = ${importId}::uuid and t.outcome is not null ${later}
    order by t.person_id limit ${size}`;
}

/** The first of those who stay, or keep something, for the page. */
export async function listStaying(db: Db, divisionId: number, importId: string): Promise<UndoneRow[]> {
  return db.$queryRaw<UndoneRow[]>`
    select t.person_id::text as "personId", p.full_name as "fullName", p.mobile, t.outcome, t.reasons
    from person_import_trace t left join person p on p.division_id = ${divisionId} and p.id = t.person_id
    where t.division_id = ${divisionId} and t.import_id = ${importId}::uuid and t.outcome in ('stayed', 'partly')
    order by t.person_id limit 40`;
}
