/** Of the normal distribution: 95 of a hundred lie within so many deviations. */
const Z = 1.959964;

/**
 * Wilson's interval of a share: between which two shares the true one lies in 95 of a hundred cases, where `numerator` of
 * `denominator` were counted. Null without a case. Keeps inside 0 and 1, also for none and for all of few.
 */
export function wilson(numerator: number, denominator: number): { low: number; high: number } | null {
  if (denominator <= 0) return null;
  const share = Math.min(1, Math.max(0, numerator / denominator));
  const square = (Z * Z) / denominator;
  const middle = (share + square / 2) / (1 + square);
  const half =
    (Z * Math.sqrt((share * (1 - share)) / denominator + square / (4 * denominator))) / (1 + square);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
