/** Five bands of a map, lowest first: the values at which the second to the fifth begin. */
export type Bands = [number, number, number, number];

const SHARES = [0.2, 0.4, 0.6, 0.8] as const;

/** Bands with about as many places in each; rates are rounded to whole per cents, counts to whole numbers. */
export function bandsOf(values: readonly number[], isRate: boolean): Bands {
  const sorted = [...values].sort((one, other) => one - other);
  const round = (value: number) => (isRate ? Math.round(value * 100) / 100 : Math.round(value));
  const [a, b, c, d] = SHARES.map((share) => round(sorted[Math.floor(sorted.length * share)] ?? 0));
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0];
}

/** The band in which a value lies, 1 lowest to 5 highest. */
export function stepOf(value: number, bands: Bands): 1 | 2 | 3 | 4 | 5 {
  const above = bands.filter((edge) => value >= edge).length;
  return ([1, 2, 3, 4, 5] as const)[above] ?? 5;
}
