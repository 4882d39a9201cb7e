import { useT } from "~/ui/i18n";
import { Icon } from "~/ui/icon";
import { Num } from "~/ui/num";
import { Percent } from "~/ui/percent";
import { Stat, StatRow } from "~/ui/stat";
import type { ObligationsKey } from "../messages";
import type { LedgerSummary } from "../queries.server";
import { Link } from "~/ui/link";

const BANDS = [0, 1, 2, 3] as const;
const AGE = ["fill-age-1", "fill-age-2", "fill-age-3", "fill-age-4"] as const;

/** The ledger's own figures: what is open, both rates side by side, and how old the overdue ones are. */
export function LedgerFigures({
  summary,
  hrefOf,
}: {
  summary: LedgerSummary;
  hrefOf: (filter: "open" | "overdue") => string;
}) {
  const t = useT<ObligationsKey>();
  const of = (part: number, whole: number) => {
    const words = t("obligations.summary.of", { part, whole });
    return summary.ratesOf === null
      ? words
      : `${words} · ${t("obligations.summary.newest", { count: summary.ratesOf })}`;
  };
  const { overdue, bands, isMore } = summary;
  const least = (count: number) =>
    isMore ? <span>{t("obligations.summary.least", { count })}</span> : <Num value={count} />;
  const widths = bands.map((band) => (overdue === 0 ? 0 : (band / overdue) * 100));
  return (
    <StatRow>
      <Stat figure={least(summary.open)} label={t("obligations.summary.open")} to={hrefOf("open")} />
      {summary.dueByFirst > 0 && (
        <Stat
          figure={<Percent ratio={summary.inFirst / summary.dueByFirst} />}
          label={t("obligations.summary.first")}
          note={of(summary.inFirst, summary.dueByFirst)}
        />
      )}
      {summary.dueByPresent > 0 && (
        <Stat
          figure={<Percent ratio={summary.inPresent / summary.dueByPresent} />}
          label={t("obligations.summary.present")}
          note={of(summary.inPresent, summary.dueByPresent)}
        />
      )}
      <div className="min-w-0">
        {overdue === 0 ? (
          <p className="flex items-center gap-2 text-second text-ink-2">
            <Icon of="check" /> {t("obligations.summary.none-overdue")}
          </p>
        ) : (
          <>
            <Link
              to={hrefOf("overdue")}
              className="flex items-center gap-2 text-item text-brick hover:underline"
            >
              <Icon of="clock-alert" />{" "}
              {t(isMore ? "obligations.summary.overdue-least" : "obligations.summary.overdue", {
                count: overdue,
              })}
            </Link>
            <svg aria-hidden width="100%" height="14" className="my-1.5 block rounded-mark rtl:-scale-x-100">
              {BANDS.map((band) => {
                const x = widths.slice(0, band).reduce((sum, width) => sum + width, 0);
                return (
                  <rect
                    key={band}
                    x={`${x}%`}
                    width={`${widths[band] ?? 0}%`}
                    height="14"
                    className={AGE[band]}
                  />
                );
              })}
            </svg>
            <ul className="flex flex-wrap gap-x-4 text-meta text-ink-2">
              {BANDS.filter((band) => bands[band] > 0).map((band) => (
                <li key={band}>
                  {t(`obligations.summary.band.${band}`)}: <Num value={bands[band]} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </StatRow>
  );
}
