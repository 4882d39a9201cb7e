/** Five bands of a map, lowest first: the values at which the second to the fifth begin. */
export type Bands = [number, number, number, number];

const SHARES = [0.2, 0.4, 0.6, 0.8] as const;

const rounded = (value: number, isRate: boolean) =>
  isRate ? Math.round(value * 100) / 100 : Math.round(value);

/** Bands with about as many places in each; rates are rounded to whole per cents, counts to whole numbers. */
export function bandsOf(values: readonly number[], isRate: boolean): Bands {
  const sorted = [...values].sort((one, other) => one - other);
  const [a, b, c, d] = SHARES.map((share) => rounded(sorted[Math.floor(sorted.length * share)] ?? 0, isRate));
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0];
}

/** The band in which a value lies, 1 lowest to 5 highest; the value is rounded as the edges are, as it is read. */
export function stepOf(value: number, bands: Bands, isRate: boolean): 1 | 2 | 3 | 4 | 5 {
  const above = bands.filter((edge) => rounded(value, isRate) >= edge).length;
  return ([1, 2, 3, 4, 5] as const)[above] ?? 5;
}

export type Band = { step: 1 | 2 | 3 | 4 | 5; from?: number; to?: number };

/** The bands that hold a place, for the legend: values that fall together leave some of the five empty. */
export function heldBands(values: readonly number[], bands: Bands, isRate: boolean): Band[] {
  const held = new Set(values.map((value) => stepOf(value, bands, isRate)));
  const all: Band[] = [
    { step: 1, to: bands[0] },
    { step: 2, from: bands[0], to: bands[1] },
    { step: 3, from: bands[1], to: bands[2] },
    { step: 4, from: bands[2], to: bands[3] },
    { step: 5, from: bands[3] },
  ];
  return all.filter(({ step }) => held.has(step));
}
