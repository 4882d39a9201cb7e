import { holds, type Measured, type Row } from "./row";

export type Result = { row: Row; measured: Measured };

/** A figure with three digits that mean something. */
const figure = (value: number) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** The results as `npm run bench -- --json` prints them. */
export const asJson = (results: readonly Result[]) =>
  results.map(({ row: { id, what, unit, goal }, measured }) => ({
    id,
    what: `${what} (${unit}; ${measured.sample}; ratio ± ${measured.halfWidth.toFixed(2)})`,
    ours: Number(measured.ours.toPrecision(4)),
    against: Number(measured.against.toPrecision(4)),
    ratio: Number(measured.ratio.toPrecision(4)),
    goal,
    holds: holds(measured, goal),
  }));

/** The results as a table of text; each row is followed by what it is and its sample. */
export function asTable(results: readonly Result[]): string {
  const head = ["", "ours", "against", "ratio", "±", "goal", ""];
  const lines = results.map(({ row: { id, unit, goal }, measured }) => [
    id,
    `${figure(measured.ours)} ${unit}`,
    `${figure(measured.against)} ${unit}`,
    measured.ratio.toFixed(2),
    measured.halfWidth.toFixed(2),
    `≤ ${goal}`,
    holds(measured, goal) ? (measured.ratio <= goal ? "holds" : "holds within ±") : "MISSES",
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...lines].map((line) => line[i]?.length ?? 0)));
  const drawn = [head, ...lines].map((line) =>
    line
      .map((cell, i) =>
        i === 0 || i === head.length - 1 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  const notes = results.map(({ row: { id, what }, measured }) => `${id}: ${what}; ${measured.sample}`);
  return [...drawn, "", ...notes].join("\n");
}
