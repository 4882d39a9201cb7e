import { useId } from "react";
import { useLocale, useT } from "../i18n";
import type { UiKey } from "../messages";
import { Num } from "../num";
import { formatNumber } from "../numbers";
import type { FigureState } from "./figure-state";
import { percent } from "./linear-scale";
import { Patterns, stateFill, Swatch } from "./patterns";
import { Link } from "../link";

export type ProvenancePart = { state: FigureState; count: number; to?: string };

/**
 * What a rolled-up figure stands on: approved, provisional, missing and vacant told apart, of how many.
 * @param whole "of 482 counties" in words; `ui.provenance.of` when left out.
 */
export function ProvenanceStrip({ parts, whole }: { parts: readonly ProvenancePart[]; whole?: string }) {
  const t = useT<UiKey>();
  const { locale } = useLocale();
  const id = useId();
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  let start = 0;
  return (
    <div className="min-w-0">
      <svg aria-hidden width="100%" height="12" className="block rounded-mark bg-sunk rtl:-scale-x-100">
        <Patterns id={id} />
        {parts.map((part) => {
          const width = total === 0 ? 0 : (part.count / total) * 100;
          const at = start;
          start += width;
          return (
            <rect
              key={part.state}
              x={percent(at)}
              width={percent(width)}
              height="12"
              fill={stateFill(id, part.state)}
              className={part.state === "approved" ? "fill-data-4" : undefined}
            />
          );
        })}
      </svg>
      <div className="mt-1.5 flex flex-wrap items-center justify-between gap-x-5 gap-y-1 text-second">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {parts.map((part) => (
            <li key={part.state} className="flex items-center gap-2">
              <Swatch state={part.state} />
              {part.to ? (
                <Link to={part.to} className="border-b border-dashed border-teal text-teal">
                  <Num value={part.count} /> {t(`ui.state.${part.state}`)}
                </Link>
              ) : (
                <span>
                  <Num value={part.count} /> {t(`ui.state.${part.state}`)}
                </span>
              )}
            </li>
          ))}
        </ul>
        <span className="text-ink-3">
          {whole ?? t("ui.provenance.of", { total: formatNumber(total, locale) })}
        </span>
      </div>
    </div>
  );
}
