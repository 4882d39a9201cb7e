import type { IsoDate } from "~/lib/jalali";
import { firstDayOf, type Period } from "~/lib/period";

/** A version of a duty or an indicator. */
export type Definition = {
  /** Whose it is: the nation's, or a province's own. */
  divisionId: number;
  code: string;
  position: number;
  version: number;
  /** It holds from this day until a later version does. */
  validFrom: IsoDate;
};

const inOrder = (one: Definition, other: Definition) =>
  one.divisionId - other.divisionId || one.position - other.position;

/** Of each the version that holds in a period: the newest of those in force on its first day. */
export function holdingIn<D extends Definition>(all: readonly D[], period: Period): D[] {
  const first = firstDayOf(period);
  const holding = new Map<string, D>();
  for (const one of all) {
    const other = holding.get(one.code);
    if (one.validFrom <= first && (!other || one.version > other.version)) holding.set(one.code, one);
  }
  return [...holding.values()].sort(inOrder);
}

/**
 * The definitions of a report: of what was sent the version it was sent with, by code, of all else the one that holds in
 * its period.
 */
export function definedIn<D extends Definition>(
  all: readonly D[],
  period: Period,
  sent: ReadonlyMap<string, { version: number }>,
): D[] {
  const kept = all.filter((one) => sent.get(one.code)?.version === one.version);
  const codes = new Set(kept.map(({ code }) => code));
  return [...kept, ...holdingIn(all, period).filter(({ code }) => !codes.has(code))].sort(inOrder);
}
