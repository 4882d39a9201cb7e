import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { useLocale, useT } from "../i18n";
import type { UiKey } from "../messages";
import { formatNumber, formatPercent } from "../numbers";
import { ChartFigure, type ChartSource } from "./chart-figure";
import { linearScale, percent, roundTicks } from "./linear-scale";
import { Link } from "../link";

export type Peer = {
  key: string;
  label: string;
  value: number;
  /** How many cases its figure counts. */
  cases: number;
  chosen?: boolean;
  to?: string;
};

/**
 * Peers on one scale, each a dot, the one in question named, the median a line. Below the floor of cases a
 * peer is listed without a rank.
 * @param floor the least number of cases a figure needs to be compared.
 * @param rows also lists every peer on a line of its own, with its number of cases.
 */
export function PeerStrip({
  title,
  note,
  peers,
  floor,
  unit = "number",
  casesLabel,
  rows = false,
  ...source
}: ChartSource & {
  title: ReactNode;
  note?: ReactNode;
  peers: readonly Peer[];
  floor: number;
  unit?: "number" | "percent";
  casesLabel?: string;
  rows?: boolean;
}) {
  const t = useT<UiKey>();
  const { locale } = useLocale();
  const figure = (value: number) =>
    unit === "percent" ? formatPercent(value, locale) : formatNumber(value, locale, 1);
  const ranked = peers.filter((peer) => peer.cases >= floor).sort((a, b) => b.value - a.value);
  const below = peers.filter((peer) => peer.cases < floor);
  const values = ranked.map((peer) => peer.value);
  const ticks = roundTicks(
    Math.min(...values, values.length === 0 ? 0 : Infinity),
    Math.max(...values, values.length === 0 ? 1 : -Infinity),
  );
  const x = linearScale([ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1], [4, 96]);
  const median = ranked[Math.floor(ranked.length / 2)]?.value;
  const chosen = ranked.find((peer) => peer.chosen);
  const cases = (peer: Peer) => `${formatNumber(peer.cases, locale)} ${casesLabel ?? ""}`.trim();

  return (
    <ChartFigure
      title={title}
      note={note}
      {...source}
      table={{
        head: [t("ui.chart.label"), t("ui.chart.value"), casesLabel ?? t("ui.chart.cases")],
        rows: [...ranked, ...below].map((peer) => ({
          key: peer.key,
          cells: [
            peer.label,
            peer.cases < floor ? t("ui.peers.below-floor", { floor }) : figure(peer.value),
            formatNumber(peer.cases, locale),
          ],
        })),
      }}
    >
      <svg aria-hidden width="100%" height="72" className="block text-meta [direction:ltr]">
        <line x1="2%" x2="98%" y1="36" y2="36" className="stroke-line-2" />
        {median !== undefined && (
          <>
            <line
              x1={percent(x(median))}
              x2={percent(x(median))}
              y1="26"
              y2="46"
              strokeWidth="1.5"
              className="stroke-ink"
            />
            <text
              x={percent(x(median))}
              y="64"
              textAnchor="middle"
              className="fill-ink-2 rtl:[direction:rtl]"
            >
              {t("ui.peers.median", { value: figure(median) })}
            </text>
          </>
        )}
        {ticks.map((tick) =>
          median !== undefined && Math.abs(x(tick) - x(median)) < 12 ? null : (
            <text key={tick} x={percent(x(tick))} y="64" textAnchor="middle" className="fill-ink-3">
              {figure(tick)}
            </text>
          ),
        )}
        {ranked.map((peer) => (
          <circle
            key={peer.key}
            cx={percent(x(peer.value))}
            cy="36"
            r={peer.chosen ? 6.5 : 4}
            className={peer.chosen ? "fill-data-5 stroke-sheet" : "fill-data-3"}
            opacity={peer.chosen ? 1 : 0.7}
          />
        ))}
        {chosen && (
          <text
            x={percent(x(chosen.value))}
            y="16"
            textAnchor="middle"
            className="fill-teal-deep text-second font-bold"
          >
            {chosen.label} {figure(chosen.value)}
          </text>
        )}
      </svg>
      {rows && (
        <ul className="mt-2 text-second">
          {ranked.map((peer) => (
            <li
              key={peer.key}
              className={classNames(
                "grid grid-cols-[minmax(5rem,9rem)_minmax(0,1fr)_3rem_6rem] items-center gap-3 rounded-mark px-2 py-1 @max-md:grid-cols-[1fr_2.5rem_7rem]",
                peer.chosen && "bg-row-selected font-semibold",
              )}
            >
              {peer.to ? (
                <Link to={peer.to} className="text-teal hover:text-teal-deep">
                  {peer.label}
                </Link>
              ) : (
                <span>{peer.label}</span>
              )}
              <svg aria-hidden width="100%" height="14" className="block @max-md:hidden">
                <line x1="2%" x2="98%" y1="7" y2="7" strokeDasharray="1 4" className="stroke-line-2" />
                <circle
                  cx={percent(x(peer.value))}
                  cy="7"
                  r={peer.chosen ? 6 : 4.5}
                  className={peer.chosen ? "fill-data-5" : "fill-data-3"}
                />
              </svg>
              <bdi className="figures text-end font-semibold">{figure(peer.value)}</bdi>
              <span className="text-end text-meta whitespace-nowrap text-ink-3">{cases(peer)}</span>
            </li>
          ))}
          {below.map((peer) => (
            <li key={peer.key} className="flex flex-wrap justify-between gap-3 px-2 py-1 text-ink-3">
              <span>{peer.label}</span>
              <span className="text-meta">{t("ui.peers.below-floor", { floor })}</span>
            </li>
          ))}
        </ul>
      )}
    </ChartFigure>
  );
}
