import type { Db } from "~/kernel/db.server";

export type DutyRow = {
  code: string;
  position: number;
  textFa: string;
  textEn: string;
  clause: string;
  /** The number is missing in the source: named as absent, nothing is asked under it. */
  isAbsent: boolean;
};

/** The duties of a county's assistant in their order, the absent slot among them. */
export async function listDuties(db: Db): Promise<DutyRow[]> {
  return db.duty.findMany({
    where: { roleGroup: "assistant" },
    orderBy: { position: "asc" },
    select: { code: true, position: true, textFa: true, textEn: true, clause: true, isAbsent: true },
    take: 100,
  });
}

export type IndicatorRow = {
  code: string;
  dutyCode: string;
  nameFa: string;
  nameEn: string;
  unitFa: string;
  unitEn: string;
  formulaFa: string;
  formulaEn: string;
  kind: string;
  version: number;
  minimumCount: number;
};

/** The catalogue of indicators in the order of the report. */
export async function listCatalogue(db: Db): Promise<IndicatorRow[]> {
  return db.indicator.findMany({
    orderBy: { position: "asc" },
    select: {
      code: true,
      dutyCode: true,
      nameFa: true,
      nameEn: true,
      unitFa: true,
      unitEn: true,
      formulaFa: true,
      formulaEn: true,
      kind: true,
      version: true,
      minimumCount: true,
    },
    take: 200,
  });
}
