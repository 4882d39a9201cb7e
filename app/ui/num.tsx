import { useLocale } from "./i18n";
import { formatNumber } from "./numbers";

/**
 * A number in the digits of the locale, grouped by thousands, isolated from the text around it.
 * @param fractionDigits at most this many digits after the mark (default none).
 * @param column true in columns that are compared: figures of one width.
 */
export function Num({
  value,
  fractionDigits = 0,
  column = false,
}: {
  value: number;
  fractionDigits?: number;
  column?: boolean;
}) {
  const { locale } = useLocale();
  return <bdi className={column ? "figures" : undefined}>{formatNumber(value, locale, fractionDigits)}</bdi>;
}
