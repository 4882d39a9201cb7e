import type { Measured } from "./row";

/** One of the two things compared: does `operations` of its kind, and tells the milliseconds used so far. */
export type Side = {
  operations: number;
  run: () => Promise<void>;
  clock: () => number;
};

const LEAST_ROUNDS = 5;
const MOST_ROUNDS = 15;
/** A ratio known to this part of itself is known well enough to stop. */
const NARROW = 0.05;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Half the 95 % interval of a median: 1.57 × interquartile range / √n (McGill, Tukey, Larsen 1978). */
export function halfWidthOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.ceil(sorted.length / 2);
  const spread = median(sorted.slice(-half)) - median(sorted.slice(0, half));
  return (1.57 * spread) / Math.sqrt(sorted.length);
}

/**
 * Compares two things in the same run, A B A B …: after one round of each to warm up, at least five rounds, and more
 * until the ratio is known to five percent or `patience` milliseconds have passed. Answers medians per operation.
 */
export async function alternate(
  ours: Side,
  against: Side,
  { unit, patience = 40_000, warmUp = 2 }: { unit: string; patience?: number; warmUp?: number },
): Promise<Measured> {
  const timeOf = async ({ operations, run, clock }: Side) => {
    const before = clock();
    await run();
    return (clock() - before) / operations;
  };
  for (let i = 0; i < warmUp; i++) {
    await ours.run();
    await against.run();
  }
  const a: number[] = [];
  const b: number[] = [];
  const ratios: number[] = [];
  for (const end = Date.now() + patience; ratios.length < MOST_ROUNDS;) {
    const [mine, theirs] = [await timeOf(ours), await timeOf(against)];
    a.push(mine);
    b.push(theirs);
    ratios.push(mine / theirs);
    if (ratios.length < LEAST_ROUNDS) continue;
    if (Date.now() > end || halfWidthOf(ratios) <= NARROW * median(ratios)) break;
  }
  return {
    ours: median(a),
    against: median(b),
    ratio: median(ratios),
    halfWidth: halfWidthOf(ratios),
    sample: `${ratios.length} rounds of ${ours.operations} and ${against.operations} ${unit}`,
  };
}

/** An absolute promise: the median of `values` against a limit that does not depend on the machine. */
export function againstLimit(values: readonly number[], limit: number, sample: string): Measured {
  const ours = median(values);
  return {
    ours,
    against: limit,
    ratio: ours / limit,
    halfWidth: values.length > 1 ? halfWidthOf(values) / limit : 0,
    sample,
  };
}
