import type { Figure } from "./figure";

/** Earlier quarters below which no figure is called a jump. */
const LEAST_HISTORY = 3;

/** A jump of fewer records than this is never asked about. */
const LEAST_RECORDS = 3;

/** A rate moves by whole shares when it rests on a handful: below this it is not asked about. */
const LEAST_DENOMINATOR = 10;

/** Turns the median absolute deviation into the spread of a normal distribution. */
const SPREAD = 1.4826;

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2;
}

function ascending(values: readonly number[]): number[] {
  return [...values].sort((one, other) => one - other);
}

/** The figure as one number: a rate as a share of 1, a median of its values; null for a rate or a median of no case. */
export function valueOf({ numerator, denominator, values }: Figure): number | null {
  if (values) return values.length === 0 ? null : median(values);
  if (denominator === null) return numerator;
  return denominator === 0 ? null : numerator / denominator;
}

/** How many cases a rate or a median rests on; null for a count or a sum, which is what it is. */
export function casesOf({ denominator, values }: Figure): number | null {
  return values ? values.length : denominator;
}

/**
 * The figure as a value that may be set beside other places': null for a rate or a median of fewer cases than the
 * indicator's `minimumCount`, since nobody is ranked by a handful.
 */
export function comparableOf(figure: Figure, minimumCount: number): number | null {
  const cases = casesOf(figure);
  return cases !== null && cases < minimumCount ? null : valueOf(figure);
}

export type Jump = {
  /** Median of the earlier quarters. */
  median: number;
  least: number;
  most: number;
};

/**
 * Whether a figure is far from its earlier quarters (oldest first; null where nothing is known): further from their
 * median than three spreads, two fifths of it and a few records. It asks for one sentence; it accuses nobody.
 */
export function jumpOf(figure: Figure, earlier: readonly (Figure | null)[]): Jump | null {
  const value = valueOf(figure);
  const known = ascending(
    earlier.map((one) => (one ? valueOf(one) : null)).filter((one): one is number => one !== null),
  );
  if (value === null || known.length < LEAST_HISTORY) return null;
  const cases = casesOf(figure);
  if (cases !== null && cases < LEAST_DENOMINATOR) return null;
  const middle = median(known);
  const deviation = median(ascending(known.map((one) => Math.abs(one - middle))));
  const floor = figure.denominator === null ? LEAST_RECORDS : 0.15;
  const share = figure.denominator === null ? middle * 0.4 : 0;
  if (Math.abs(value - middle) <= Math.max(3 * SPREAD * deviation, share, floor)) return null;
  return { median: middle, least: known[0] ?? 0, most: known.at(-1) ?? 0 };
}
