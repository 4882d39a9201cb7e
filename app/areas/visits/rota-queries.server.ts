import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { isoOfDate, type IsoDate } from "~/lib/jalali";
import { decodeCursor, pageOf, type Page } from "~/lib/paging";
import type { TargetKind } from "./choices";
import type { VisitState } from "./lifecycle";
import type { RotaPeriod } from "./rota-period";

export type RotaState = "draft" | "confirmed" | "discarded";

export type RotaRow = {
  id: string;
  period: RotaPeriod;
  targetKind: TargetKind;
  purpose: string;
  state: RotaState;
  createdByName: string;
  turns: number;
};

/** The rotas of a place that were not discarded, the newest period first. */
export async function listRotas(
  db: Db,
  divisionId: number,
  after: string | null | undefined,
  size: number,
): Promise<Page<RotaRow>> {
  const from = decodeCursor(after, ["day", "uuid"]);
  const rows = await db.$queryRaw<(RotaRow & { startsOn: IsoDate })[]>`
    select r.id::text, r.period, r.target_kind as "targetKind", r.purpose, r.state, r.starts_on::text as "startsOn",
      r.created_by_name as "createdByName", t.turns
    from visit_rota r
    cross join lateral (select count(*)::int as turns from visit_turn t
      where t.division_id = r.division_id and t.rota_id = r.id) t
    where r.division_id = ${divisionId} and r.state <> 'discarded'
      and (${from === null}::boolean or (r.starts_on, r.id) < (${from?.[0] ?? null}::date, ${from?.[1] ?? null}::uuid))
    order by r.starts_on desc, r.id desc limit ${size + 1}`;
  return pageOf(rows, size, (row) => [row.startsOn, row.id]);
}

export type Rota = {
  id: string;
  divisionId: number;
  period: RotaPeriod;
  startsOn: IsoDate;
  endsOn: IsoDate;
  targetKind: TargetKind;
  purpose: string;
  startsAt: string | null;
  endsAt: string | null;
  state: RotaState;
  confirmedByName: string | null;
  revision: number;
};

/** A rota of one's own place. Refuses `missing`. */
export async function getRota(db: Db, divisionId: number, id: string): Promise<Rota> {
  const row = await db.visitRota.findUnique({ where: { divisionId_id: { divisionId, id } } });
  if (!row) throw new Refusal("missing", "refusal.missing");
  return {
    id: row.id,
    divisionId: row.divisionId,
    period: row.period as RotaPeriod,
    startsOn: isoOfDate(row.startsOn),
    endsOn: isoOfDate(row.endsOn),
    targetKind: row.targetKind as TargetKind,
    purpose: row.purpose,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    state: row.state as RotaState,
    confirmedByName: row.confirmedByName,
    revision: row.revision,
  };
}

export type TurnRow = {
  id: string;
  rotaId: string;
  onDay: IsoDate;
  target: string;
  targetFa: string;
  targetEn: string;
  visitor: string;
  visitorFa: string;
  visitorEn: string;
  visitId: string | null;
  visitState: VisitState | null;
  revision: number;
};

const MOST_TURNS = 400;

/** The turns of a rota by day, with the visits that they became. */
export async function listTurns(db: Db, divisionId: number, rotaId: string): Promise<TurnRow[]> {
  return db.$queryRaw<TurnRow[]>`
    select t.id::text, t.rota_id::text as "rotaId", t.on_day::text as "onDay", t.target, t.target_fa as "targetFa",
      t.target_en as "targetEn", t.visitor, t.visitor_fa as "visitorFa", t.visitor_en as "visitorEn",
      t.visit_id::text as "visitId", v.state as "visitState", t.revision
    from visit_turn t left join visit v on v.division_id = t.division_id and v.id = t.visit_id
    where t.division_id = ${divisionId} and t.rota_id = ${rotaId}::uuid
    order by t.on_day, t.id limit ${MOST_TURNS}`;
}

/** One turn of one's own place. Refuses `missing`. */
export async function getTurn(db: Db, divisionId: number, id: string): Promise<TurnRow> {
  const row = await db.visitTurn.findUnique({ where: { divisionId_id: { divisionId, id } } });
  if (!row) throw new Refusal("missing", "refusal.missing");
  const { onDay, divisionId: _place, ...rest } = row;
  return { ...rest, onDay: isoOfDate(onDay), visitState: null };
}

/** Who went where, the newest last: for the next rota; at most two thousand. */
export async function pastVisits(db: Db, divisionId: number): Promise<{ target: string; visitor: string }[]> {
  return db.$queryRaw<{ target: string; visitor: string }[]>`
    select * from (select planned_on, case target_kind when 'division' then 'division:' || target_division_id
        when 'office' then 'office:' || target_office_id else 'locality:' || locality end as target,
      case when post_id is null then 'office:' || office_id else 'post:' || post_id end as visitor
    from visit where division_id = ${divisionId} and state in ('made', 'reported')
    order by planned_on desc, id desc limit 2000) newest order by planned_on`;
}
