import { periodLabel, type Period } from "~/lib/period";
import { FilterChips } from "~/ui/filter-chips";
import { useLocale, useT } from "~/ui/i18n";
import type { ReportsKey } from "../messages";

/** The quarters one may turn to, as links. */
export function PeriodLinks({
  periods,
  chosen,
  hrefOf,
}: {
  periods: readonly Period[];
  chosen: Period;
  hrefOf: (period: Period) => string;
}) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  return (
    <FilterChips
      label={t("reports.period")}
      chips={periods.map((period) => ({
        to: hrefOf(period),
        label: periodLabel(period, locale),
        active: period === chosen,
      }))}
    />
  );
}
