import { standingOf, totalOf } from "./board";
import type { Figure } from "./figure";
import type { Standing } from "./lifecycle";

/** Counties as they were on the quarter's last day, or as they are today. */
export const BORDERS = ["then", "today"] as const;
export type Borders = (typeof BORDERS)[number];

/** A county as it stands today. */
export type Bordered = {
  id: number;
  nameFa: string;
  nameEn: string;
  isOpen: boolean;
  successorIds: readonly number[];
};

/**
 * The open counties in which a county goes on: itself, or those that follow it, however many closings lie between. None
 * where it was closed without a successor.
 */
export function heirsOf(id: number, counties: ReadonlyMap<number, Bordered>): number[] {
  const [seen, heirs] = [new Set<number>(), new Set<number>()];
  const walk = (one: number) => {
    if (seen.has(one)) return;
    seen.add(one);
    const county = counties.get(one);
    if (!county) return;
    if (county.isOpen) heirs.add(one);
    else county.successorIds.forEach(walk);
  };
  walk(id);
  return [...heirs].sort((a, b) => a - b);
}

const provinceOf = (id: number) => Math.floor(id / 1000) * 1000;

/**
 * The province in whose sum a county's figure stands today: that of its heirs, and its own where they lie in several or
 * where there is none.
 */
export function provinceToday(id: number, counties: ReadonlyMap<number, Bordered>): number {
  const provinces = new Set(heirsOf(id, counties).map(provinceOf));
  const [only] = provinces;
  return provinces.size === 1 && only !== undefined ? only : provinceOf(id);
}

type Row = { divisionId: number; nameFa: string; nameEn: string; standing: Standing; figure: Figure | null };
type Named = { nameFa: string; nameEn: string };

/** A line of counties: what it is made of, and what became of it. */
export type Borderline<R extends Row> = {
  divisionId: number;
  nameFa: string;
  nameEn: string;
  standing: Standing;
  figure: Figure | null;
  rows: R[];
  /**
   * - now: as it was, under another name or in another county today
   * - once: as it is today, of counties that were others then
   * - divided: several follow it, and its figure is nobody's part: it stands on a line of its own
   */
  change: { kind: "now" | "once" | "divided" | "closed"; names: Named[] } | null;
};

/** The counties as they were, each with what became of it since. */
export function asTheyWere<R extends Row>(
  rows: readonly R[],
  counties: ReadonlyMap<number, Bordered>,
): Borderline<R>[] {
  return rows.map((row) => {
    const { divisionId, nameFa, nameEn, standing, figure } = row;
    const heirs = heirsOf(divisionId, counties);
    const names = heirs.flatMap((id) => counties.get(id) ?? []);
    const isSame = heirs.length === 1 && heirs[0] === divisionId && names[0]?.nameFa === nameFa;
    const kind = heirs.length === 0 ? "closed" : heirs.length > 1 ? "divided" : "now";
    return {
      ...{ divisionId, nameFa, nameEn, standing, figure, rows: [row] },
      change: isSame
        ? null
        : { kind, names: names.map(({ nameFa: fa, nameEn: en }) => ({ nameFa: fa, nameEn: en })) },
    };
  });
}

/**
 * The same counties in the borders of today: figures of those that became one are added up (approved and provisional
 * never in one), and a county that several follow keeps a line of its own, for nobody knows whose part is whose.
 */
export function inTodaysBorders<R extends Row>(
  rows: readonly R[],
  counties: ReadonlyMap<number, Bordered>,
): Borderline<R>[] {
  const lines = new Map<number, Borderline<R>>();
  for (const was of asTheyWere(rows, counties)) {
    const heirs = heirsOf(was.divisionId, counties);
    const heir = counties.get(heirs[0] ?? -1);
    if (heirs.length !== 1 || !heir) {
      lines.set(was.divisionId, was);
      continue;
    }
    const joined = [...(lines.get(heir.id)?.rows ?? []), ...was.rows];
    const others = joined.filter((row) => row.divisionId !== heir.id || row.nameFa !== heir.nameFa);
    lines.set(heir.id, {
      divisionId: heir.id,
      nameFa: heir.nameFa,
      nameEn: heir.nameEn,
      standing: standingOf(joined),
      figure: totalOf(joined).headline?.figure ?? null,
      rows: joined,
      change:
        others.length === 0
          ? null
          : { kind: "once", names: others.map(({ nameFa, nameEn }) => ({ nameFa, nameEn })) },
    });
  }
  return [...lines.values()];
}
