import { useLocale } from "./i18n";
import { formatMore, formatNumber } from "./numbers";

/**
 * A number in the digits of the locale, grouped by thousands, isolated from the text around it.
 * @param fractionDigits at most this many digits after the mark (default none).
 * @param most where counting ended: a greater value is written as more than this.
 * @param column true in columns that are compared: figures of one width.
 */
export function Num({
  value,
  fractionDigits = 0,
  most,
  column = false,
}: {
  value: number;
  most?: number;
  fractionDigits?: number;
  column?: boolean;
}) {
  const { locale } = useLocale();
  return (
    <bdi className={column ? "figures" : undefined}>
      {most !== undefined && value > most
        ? formatMore(most, locale)
        : formatNumber(value, locale, fractionDigits)}
    </bdi>
  );
}
