import { useId, type ReactNode } from "react";
import { ChartFigure, type ChartSource } from "../charts/chart-figure";
import type { FigureState } from "../charts/figure-state";
import { Patterns, Swatch } from "../charts/patterns";
import { classNames } from "../class-names";
import { useLocale, useT } from "../i18n";
import type { UiKey } from "../messages";
import { drawnFigure } from "../numbers";
import { PROVINCE_LABELS } from "./province-labels";
import { Link } from "../link";

/** The outlines are a file of their own, kept by the browser; no script carries them. */
const SPRITE = "/map/provinces.svg";

export type DataStep = 1 | 2 | 3 | 4 | 5;

export type MapProvince = {
  /** Official two-digit code: "27". */
  code: string;
  name: string;
  /** The figure as it is read («۷۱»); left out where there is none. */
  figure?: string;
  /** Its band of the ramp, 1 lowest … 5 highest; left out where the figure is too thin to be shaded. */
  step?: DataStep;
  state: FigureState;
  to?: string;
  /** The one the page is about: an ink edge. */
  chosen?: boolean;
};

const FILL: Record<DataStep, string> = {
  1: "fill-data-1",
  2: "fill-data-2",
  3: "fill-data-3",
  4: "fill-data-4",
  5: "fill-data-5",
};
const ON: Record<DataStep, string> = {
  1: "fill-on-data-1",
  2: "fill-on-data-2",
  3: "fill-on-data-3",
  4: "fill-on-data-4",
  5: "fill-on-data-5",
};
const BAND: Record<DataStep, string> = {
  1: "bg-data-1 text-on-data-1",
  2: "bg-data-2 text-on-data-2",
  3: "bg-data-3 text-on-data-3",
  4: "bg-data-4 text-on-data-4",
  5: "bg-data-5 text-on-data-5",
};
/** Provinces with less room than this carry no figure on a phone; the table has it. */
const ROOM_ON_PHONE = 40;

function Shape({ province, id }: { province: MapProvince; id: string }) {
  const { state, step } = province;
  const href = `${SPRITE}#p${province.code}`;
  const dashed = state === "missing" || state === "vacant";
  const edge = province.chosen
    ? "stroke-ink stroke-4"
    : dashed
      ? classNames("stroke-2", state === "missing" ? "stroke-brick" : "stroke-ink-3")
      : "stroke-sheet stroke-2";
  return (
    <>
      {(state === "approved" || state === "provisional") && (
        <use href={href} className={step ? FILL[step] : "fill-sunk"} />
      )}
      <use
        href={href}
        fill={state === "approved" ? "none" : `url(#${id}-${state === "provisional" ? "veil" : state})`}
        strokeDasharray={dashed && !province.chosen ? "7 5" : undefined}
        strokeLinejoin="round"
        className={edge}
      />
    </>
  );
}

/**
 * The provinces of the country, shaded in five steps of one hue; provisional, missing and vacant are told
 * apart by pattern and word. Every province with `to` is a link, in the order given.
 * @param bands the steps that are drawn and their words, lowest first.
 * @param valueHead the heading of the figure in the table beside it.
 */
export function IranMap({
  title,
  note,
  provinces,
  bands,
  valueHead,
  ...source
}: ChartSource & {
  title: ReactNode;
  note?: ReactNode;
  provinces: readonly MapProvince[];
  bands: readonly { step: DataStep; words: string }[];
  valueHead: string;
}) {
  const t = useT<UiKey>();
  const { locale } = useLocale();
  const id = useId();
  const states = [...new Set(provinces.map((province) => province.state))].filter(
    (state) => state !== "approved",
  );
  // What is chosen is drawn last, so that no neighbour covers its edge.
  const ordered = [...provinces].sort((a, b) => Number(a.chosen ?? false) - Number(b.chosen ?? false));
  const words = (province: MapProvince) =>
    [province.figure, province.state === "approved" ? null : t(`ui.state.${province.state}`)]
      .filter(Boolean)
      .join(" · ");

  return (
    <ChartFigure
      title={title}
      note={note}
      {...source}
      table={{
        head: [t("ui.chart.label"), valueHead, t("ui.chart.state")],
        rows: provinces.map((province) => ({
          key: province.code,
          cells: [province.name, province.figure ?? "", t(`ui.state.${province.state}`)],
        })),
      }}
    >
      <svg viewBox="0 0 1200 1070" className="block h-auto w-full [direction:ltr]">
        <Patterns id={id} />
        <defs>
          <pattern
            id={`${id}-veil`}
            width="11"
            height="11"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="3.5" height="11" className="fill-sheet" opacity="0.6" />
          </pattern>
        </defs>
        <g aria-hidden className="fill-ink-3 text-[22px] max-sm:text-[34px]" textAnchor="middle">
          <text x="505" y="185">
            {t("ui.map.caspian")}
          </text>
          <text x="470" y="890">
            {t("ui.map.persian-gulf")}
          </text>
          <text x="800" y="1060">
            {t("ui.map.oman")}
          </text>
        </g>
        {ordered.map((province) => {
          const shape = (
            <>
              <title>{`${province.name}: ${words(province)}`}</title>
              <Shape province={province} id={id} />
            </>
          );
          return province.to ? (
            <Link
              key={province.code}
              to={province.to}
              aria-label={`${province.name}: ${words(province)}`}
              className="outline-none hover:opacity-90 focus-visible:[&>use]:stroke-ink focus-visible:[&>use]:stroke-[6px]"
            >
              {shape}
            </Link>
          ) : (
            <g key={province.code} role="img" aria-label={`${province.name}: ${words(province)}`}>
              {shape}
            </g>
          );
        })}
        <g aria-hidden textAnchor="middle" className="pointer-events-none font-semibold">
          {provinces.map((province) => {
            const [x, y, room] = PROVINCE_LABELS[province.code] ?? [0, 0, 0];
            const silent = province.figure === undefined;
            return (
              <text
                key={province.code}
                x={x}
                y={y + 9}
                paintOrder="stroke"
                strokeLinejoin="round"
                className={classNames(
                  silent ? "text-[20px] max-sm:text-[32px]" : "text-[25px] max-sm:text-[40px]",
                  room < ROOM_ON_PHONE && "max-sm:hidden",
                  silent || !province.step || province.state === "vacant" || province.state === "missing"
                    ? "fill-ink stroke-sheet stroke-[6px]"
                    : ON[province.step],
                )}
              >
                {silent ? t(`ui.state.${province.state}`) : drawnFigure(province.figure ?? "", locale)}
              </text>
            );
          })}
        </g>
      </svg>
      <div
        role="group"
        aria-label={t("ui.map.legend")}
        className="mt-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line pt-2 text-meta"
      >
        {bands.length > 0 && (
          <ol className="flex min-w-0 flex-1 basis-72 overflow-hidden rounded-mark">
            {bands.map(({ step, words }) => (
              <li key={step} className={classNames("flex-1 px-1 py-0.5 text-center", BAND[step])}>
                {words}
              </li>
            ))}
          </ol>
        )}
        <ul className="flex flex-wrap gap-4">
          {states.map((state) => (
            <li key={state} className="flex items-center gap-2">
              <Swatch state={state} />
              {t(`ui.state.${state}`)}
            </li>
          ))}
        </ul>
      </div>
    </ChartFigure>
  );
}
