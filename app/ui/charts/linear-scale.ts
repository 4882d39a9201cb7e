/** Maps numbers of `from` onto `to`, straight; outside stays outside. */
export function linearScale(
  from: readonly [number, number],
  to: readonly [number, number],
): (value: number) => number {
  const span = from[1] - from[0] || 1;
  return (value) => to[0] + ((value - from[0]) / span) * (to[1] - to[0]);
}

/** Three to six round steps (1, 2 or 5 × 10ⁿ) that hold the values. */
export function roundTicks(low: number, high: number): number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step) * step;
  const ticks: number[] = [];
  for (let tick = first; tick < high + step; tick += step) ticks.push(Number(tick.toPrecision(12)));
  return ticks;
}

/** A share of the width as an attribute: `43.2%`. */
export function percent(share: number): string {
  return `${Math.round(share * 100) / 100}%`;
}
