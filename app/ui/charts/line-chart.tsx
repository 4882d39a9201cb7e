import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { useLocale, useT } from "../i18n";
import type { UiKey } from "../messages";
import { drawnFigure, formatNumber, formatPercent } from "../numbers";
import { ChartFigure, type ChartSource } from "./chart-figure";
import { linearScale, percent, roundTicks } from "./linear-scale";

export type LinePoint = { value: number | null; provisional?: boolean };

export type LineSeries = {
  key: string;
  label: string;
  /** As many as there are `labels`; null leaves a gap. */
  points: readonly LinePoint[];
  /** The one the page is about; others are quiet and dashed for comparison. */
  main?: boolean;
};

const HEIGHT = 240;
const TOP = 14;
const BOTTOM = 204;
const LEFT = 9;
const RIGHT = 80;
/** Two end labels closer than this many px would run into each other. */
const LABEL_GAP = 18;

/**
 * Change over time, left to right in both languages; the newest point is the larger dot, with its value.
 * Continuous approved, dashed with a hollow dot provisional.
 * @param labels the names of the periods, oldest first.
 * @param unit "number" (default) or "percent" (values are ratios).
 */
export function LineChart({
  title,
  note,
  labels,
  series,
  unit = "number",
  ...source
}: ChartSource & {
  title: ReactNode;
  note?: ReactNode;
  labels: readonly string[];
  series: readonly LineSeries[];
  unit?: "number" | "percent";
}) {
  const t = useT<UiKey>();
  const { locale } = useLocale();
  const figure = (value: number) =>
    unit === "percent" ? formatPercent(value, locale) : formatNumber(value, locale, 1);
  const values = series.flatMap((line) =>
    line.points.flatMap((point) => (point.value === null ? [] : [point.value])),
  );
  const ticks = roundTicks(
    Math.min(...values, values.length === 0 ? 0 : Infinity),
    Math.max(...values, values.length === 0 ? 1 : -Infinity),
  );
  const x = linearScale([0, Math.max(1, labels.length - 1)], [LEFT + 2, RIGHT]);
  const y = linearScale([ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1], [BOTTOM, TOP]);

  const ends = series
    .map((line) => {
      const last = line.points.reduce((found, point, index) => (point.value === null ? found : index), -1);
      const value = line.points[last]?.value ?? null;
      return { line, last, value, at: value === null ? 0 : y(value) };
    })
    .filter((end) => end.value !== null)
    .sort((a, b) => a.at - b.at);
  for (let index = 1; index < ends.length; index += 1) {
    const above = ends[index - 1];
    const own = ends[index];
    if (above && own && own.at - above.at < LABEL_GAP) own.at = above.at + LABEL_GAP;
  }

  return (
    <ChartFigure
      title={title}
      note={note}
      {...source}
      table={{
        head: [t("ui.chart.label"), ...series.map((line) => line.label)],
        rows: labels.map((label, index) => ({
          key: label + String(index),
          cells: [
            label,
            ...series.map((line) => {
              const point = line.points[index];
              if (!point || point.value === null) return t("ui.state.missing");
              return figure(point.value) + (point.provisional ? ` (${t("ui.state.provisional")})` : "");
            }),
          ],
        })),
      }}
    >
      {series.length > 1 && <Legend series={series} />}
      <svg aria-hidden width="100%" height={HEIGHT} className="block text-meta [direction:ltr]">
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={percent(LEFT)}
              x2={percent(RIGHT + 2)}
              y1={y(tick)}
              y2={y(tick)}
              className="stroke-line"
            />
            <text x={percent(LEFT - 1.5)} y={y(tick) + 4} textAnchor="end" className="fill-ink-3">
              {drawnFigure(figure(tick), locale)}
            </text>
          </g>
        ))}
        {labels.map((label, index) => (
          <text
            key={label + String(index)}
            x={percent(x(index))}
            y={HEIGHT - 12}
            textAnchor="middle"
            className={classNames("fill-ink-3", (labels.length - 1 - index) % 2 === 1 && "@max-xl:hidden")}
          >
            {label}
          </text>
        ))}
        {series.map((line) => (
          <g key={line.key} className={line.main ? "stroke-teal" : "stroke-ink-3"}>
            {line.points.slice(1).map((point, index) => {
              const from = line.points[index];
              if (!from || from.value === null || point.value === null) return null;
              return (
                <line
                  key={index}
                  x1={percent(x(index))}
                  y1={y(from.value)}
                  x2={percent(x(index + 1))}
                  y2={y(point.value)}
                  strokeWidth={line.main ? 2 : 1.2}
                  strokeDasharray={point.provisional ? "4 4" : line.main ? undefined : "6 4"}
                />
              );
            })}
          </g>
        ))}
        {ends.map(({ line, last, value, at }) => (
          <g key={line.key}>
            {line.points.map((point, index) =>
              point.value === null || (!line.main && index !== last) ? null : (
                <circle
                  key={index}
                  cx={percent(x(index))}
                  cy={y(point.value)}
                  r={line.main && index === last ? 4.5 : 2.8}
                  strokeWidth="1.8"
                  className={classNames(
                    line.main ? "stroke-teal" : "stroke-ink-3",
                    point.provisional ? "fill-sheet" : line.main ? "fill-teal" : "fill-ink-3",
                  )}
                />
              ),
            )}
            <text
              x={percent(x(last))}
              dx="10"
              y={at + 4}
              className={classNames("text-second", line.main ? "fill-teal-deep font-bold" : "fill-ink-2")}
            >
              {series.length > 1 && <tspan className="@max-xl:hidden">{`${line.label} `}</tspan>}
              {value !== null && drawnFigure(figure(value), locale)}
            </text>
          </g>
        ))}
      </svg>
    </ChartFigure>
  );
}

/** What each line is, where its name has no room at the line's end. */
function Legend({ series }: { series: readonly LineSeries[] }) {
  return (
    <ul aria-hidden className="flex flex-wrap gap-x-5 gap-y-1 text-meta text-ink-2 @xl:hidden">
      {series.map((line) => (
        <li key={line.key} className="inline-flex items-center gap-2">
          <svg width="24" height="8" className={line.main ? "stroke-teal" : "stroke-ink-3"}>
            <line
              x1="0"
              x2="24"
              y1="4"
              y2="4"
              strokeWidth={line.main ? 2 : 1.2}
              strokeDasharray={line.main ? undefined : "6 4"}
            />
          </svg>
          {line.label}
        </li>
      ))}
    </ul>
  );
}
