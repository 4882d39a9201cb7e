import { comparableOf, valueOf } from "./checks";
import type { Figure } from "./figure";
import type { Standing } from "./lifecycle";

/**
 * Sum of figures; rates by numerator and denominator apart, medians by all their values. Null for no figure at all.
 */
export function sumOf(figures: readonly (Figure | null)[]): Figure | null {
  const known = figures.filter((figure): figure is Figure => figure !== null);
  if (known.length === 0) return null;
  const isRate = known.some((figure) => figure.denominator !== null);
  return {
    numerator: known.reduce((sum, figure) => sum + figure.numerator, 0),
    denominator: isRate ? known.reduce((sum, figure) => sum + (figure.denominator ?? 0), 0) : null,
    ...(known.some((figure) => figure.values) && {
      values: known.flatMap((figure) => figure.values ?? []).sort((one, other) => one - other),
    }),
  };
}

type Row = { divisionId: number; standing: Standing; figure: Figure | null };

/** What a board says of a set of counties: approved and provisional apart, never one figure of both kinds. */
export type Total = {
  approved: Figure | null;
  provisional: Figure | null;
  /** Approved and provisional together, said beside the headline and never as it. */
  both: Figure | null;
  /** What stands large: the approved figure, else the provisional one under its own name. */
  headline: { figure: Figure; standing: "approved" | "provisional" } | null;
};

export function totalOf(rows: readonly Row[]): Total {
  const of = (standing: Standing) =>
    sumOf(rows.filter((row) => row.standing === standing).map((row) => row.figure));
  const [approved, provisional] = [of("approved"), of("provisional")];
  const headline = approved
    ? ({ figure: approved, standing: "approved" } as const)
    : provisional && ({ figure: provisional, standing: "provisional" } as const);
  return { approved, provisional, both: sumOf([approved, provisional]), headline };
}

/**
 * One word for a province on the map, that of the figure it shows: approved where any county is, else provisional;
 * missing where who owed is silent; vacant or excused where nobody owed.
 */
export function standingOf(rows: readonly { standing: Standing }[]): Standing {
  const order = ["approved", "provisional", "missing", "vacant", "excused"] as const;
  return order.find((standing) => rows.some((row) => row.standing === standing)) ?? "missing";
}

/**
 * Places in the order of a comparison: the largest value first, then those of too few cases to be ranked, then those
 * without a figure, both in the order given.
 */
export function ranked<L extends { figure: Figure | null }>(lines: readonly L[], minimumCount: number): L[] {
  const place = ({ figure }: L) => {
    if (!figure || valueOf(figure) === null) return -2;
    return comparableOf(figure, minimumCount) ?? -1;
  };
  return [...lines].sort((one, other) => place(other) - place(one));
}

/** Rows of counties by the province they lie in. */
export function byProvince<R extends { divisionId: number }>(
  rows: readonly R[],
  provinceOf: (id: number) => number = (id) => Math.floor(id / 1000) * 1000,
): Map<number, R[]> {
  const provinces = new Map<number, R[]>();
  for (const row of rows) {
    const province = provinceOf(row.divisionId);
    provinces.set(province, [...(provinces.get(province) ?? []), row]);
  }
  return provinces;
}
