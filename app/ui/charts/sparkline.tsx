import { linearScale } from "./linear-scale";

const WIDTH = 64;
const HEIGHT = 20;

/**
 * The shape of a few periods in a table row, left to right, the newest with a dot.
 * @param label what a screen reader is told instead: the values in words.
 */
export function Sparkline({ values, label }: { values: readonly (number | null)[]; label: string }) {
  const known = values.filter((value): value is number => value !== null);
  if (known.length < 2) return null;
  const x = linearScale([0, values.length - 1], [2, WIDTH - 5]);
  const y = linearScale([Math.min(...known), Math.max(...known)], [HEIGHT - 4, 4]);
  const flat = Math.min(...known) === Math.max(...known);
  const place = (value: number) => (flat ? HEIGHT / 2 : y(value));
  const points = values.flatMap((value, index) =>
    value === null ? [] : [[x(index), place(value)] as const],
  );
  const last = points[points.length - 1];
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      fill="none"
    >
      <polyline
        points={points.map((point) => point.join(",")).join(" ")}
        strokeWidth="1.2"
        className="stroke-ink-3"
      />
      {last && <circle cx={last[0]} cy={last[1]} r="2.6" className="fill-teal" />}
    </svg>
  );
}
