import { useLocale } from "./i18n";
import { formatPercent } from "./numbers";

/** A ratio (0.7) as a percentage; in Persian the sign stands at the left of the figure. */
export function Percent({ ratio, fractionDigits = 0 }: { ratio: number; fractionDigits?: number }) {
  const { locale } = useLocale();
  return <bdi>{formatPercent(ratio, locale, fractionDigits)}</bdi>;
}
