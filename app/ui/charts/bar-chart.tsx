import { useId, type ReactNode } from "react";
import { useLocale, useT } from "../i18n";
import type { UiKey } from "../messages";
import { formatNumber, formatPercent } from "../numbers";
import { ChartFigure, type ChartSource } from "./chart-figure";
import type { FigureState } from "./figure-state";
import { percent } from "./linear-scale";
import { Patterns, stateFill } from "./patterns";
import { Link } from "../link";

export type Bar = {
  key: string;
  label: string;
  /** null where there is no figure: the state says why. */
  value: number | null;
  /** Said instead of a value that is too thin to be set beside others: no length is drawn. */
  aside?: string;
  state?: FigureState;
  /** Opens what the bar counts. */
  to?: string;
  /** The one the page is about. */
  chosen?: boolean;
};

/**
 * Bars that grow from their label, the figure printed at the end.
 * @param max the length that fills the width; the largest value when left out.
 * @param unit "number" (default) or "percent" (values are ratios).
 */
export function BarChart({
  title,
  note,
  bars,
  max,
  unit = "number",
  ...source
}: ChartSource & {
  title: ReactNode;
  note?: ReactNode;
  bars: readonly Bar[];
  max?: number;
  unit?: "number" | "percent";
}) {
  const t = useT<UiKey>();
  const { locale } = useLocale();
  const id = useId();
  const top = max ?? Math.max(...bars.map((bar) => bar.value ?? 0), unit === "percent" ? 1 : 0);
  const figure = (value: number) =>
    unit === "percent" ? formatPercent(value, locale) : formatNumber(value, locale, 1);
  const words = (bar: Bar) =>
    bar.value === null ? (bar.aside ?? t(`ui.state.${bar.state ?? "missing"}`)) : figure(bar.value);
  const length = ({ value, aside }: Bar) => {
    if (value === null) return aside === undefined ? "100%" : "0";
    return percent(top === 0 ? 0 : (value / top) * 100);
  };

  return (
    <ChartFigure
      title={title}
      note={note}
      {...source}
      table={{
        head: [t("ui.chart.label"), t("ui.chart.value"), t("ui.chart.state")],
        rows: bars.map((bar) => ({
          key: bar.key,
          cells: [
            bar.label,
            bar.value === null ? (bar.aside ?? "") : figure(bar.value),
            t(`ui.state.${bar.state ?? "approved"}`),
          ],
        })),
      }}
    >
      <ul className="flex flex-col gap-2">
        {bars.map((bar) => (
          <li
            key={bar.key}
            className="grid grid-cols-[minmax(5rem,9rem)_minmax(0,1fr)_minmax(3.5rem,auto)] items-center gap-3 text-second @max-md:grid-cols-[1fr_auto] @max-md:gap-y-0.5"
          >
            <span className={bar.chosen ? "font-semibold" : undefined}>{bar.label}</span>
            <svg
              aria-hidden
              width="100%"
              height="14"
              className="block rounded-mark bg-sunk rtl:-scale-x-100 @max-md:order-last @max-md:col-span-2"
            >
              <Patterns id={`${id}${bar.key}`} base={bar.chosen ? "fill-data-5" : "fill-data-3"} />
              <rect
                width={length(bar)}
                height="14"
                rx="3"
                fill={stateFill(
                  `${id}${bar.key}`,
                  bar.value === null ? (bar.state ?? "missing") : (bar.state ?? "approved"),
                )}
                className={
                  bar.value === null || bar.state === "provisional"
                    ? ""
                    : bar.chosen
                      ? "fill-data-5"
                      : "fill-data-3"
                }
              />
            </svg>
            <bdi className="figures text-end font-semibold">
              {bar.to ? (
                <Link to={bar.to} className="border-b border-dashed border-teal text-teal">
                  {words(bar)}
                </Link>
              ) : (
                words(bar)
              )}
              {bar.value !== null && bar.state === "provisional" && (
                <span className="sr-only"> ({t("ui.state.provisional")})</span>
              )}
            </bdi>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}
