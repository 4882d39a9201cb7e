import type { Db } from "~/kernel/db.server";
import type { Period } from "~/lib/period";
import { holdingIn, type Definition } from "../definitions";
import type { PeerRule } from "../peers";

export type DutyRow = Definition & {
  textFa: string;
  textEn: string;
  clause: string;
  /** The number is missing in the source: named as absent, nothing is asked under it. */
  isAbsent: boolean;
};

/** The nation, the province and the place itself: whose duties hold in a place. */
export const dutiesAbove = (divisionId: number) => [
  ...new Set([0, divisionId - (divisionId % 1000), divisionId]),
];

/** Every version of the duties that bind a county's assistant in a place: the nation's and those of its province. */
export async function listDuties(db: Db, divisionId: number): Promise<DutyRow[]> {
  return db.$queryRaw<DutyRow[]>`
    select division_id as "divisionId", code, position, version, valid_from::text as "validFrom",
      text_fa as "textFa", text_en as "textEn", clause, is_absent as "isAbsent"
    from duty where division_id = any(${dutiesAbove(divisionId)}::int[]) and role_group = 'assistant'
    order by division_id, position, version limit 1000`;
}

/** The duties of a county's assistant in a period, in their order, the absent slot among them. */
export async function dutiesIn(db: Db, divisionId: number, period: Period): Promise<DutyRow[]> {
  return holdingIn(await listDuties(db, divisionId), period);
}

export type IndicatorRow = Definition & {
  dutyCode: string;
  nameFa: string;
  nameEn: string;
  unitFa: string;
  unitEn: string;
  formulaFa: string;
  formulaEn: string;
  kind: string;
  direction: string;
  minimumCount: number;
  /** What is aimed at, in the unit; null where nothing is. */
  target: number | null;
  ownerFa: string;
  ownerEn: string;
  peerRule: PeerRule;
};

/** Every version of every indicator in the order of the report. */
export async function listCatalogue(db: Db): Promise<IndicatorRow[]> {
  return db.$queryRaw<IndicatorRow[]>`
    select division_id as "divisionId", code, position, version, valid_from::text as "validFrom",
      duty_code as "dutyCode", name_fa as "nameFa", name_en as "nameEn", unit_fa as "unitFa", unit_en as "unitEn",
      formula_fa as "formulaFa", formula_en as "formulaEn", kind, direction, minimum_count as "minimumCount",
      target, owner_fa as "ownerFa", owner_en as "ownerEn", peer_rule as "peerRule"
    from indicator where division_id = 0 order by position, version limit 2000`;
}

/** The indicators as they are defined in a period. */
export async function catalogueIn(db: Db, period: Period): Promise<IndicatorRow[]> {
  return holdingIn(await listCatalogue(db), period);
}
