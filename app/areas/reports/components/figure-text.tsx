import { useLocale } from "~/ui/i18n";
import { formatNumber, formatPercent } from "~/ui/numbers";
import type { Locale } from "~/lib/jalali";
import { valueOf } from "../checks";
import type { Figure } from "../figure";

/**
 * A figure as it is read: a rate as a percentage, a count or a sum as a number, a median as one that may have a half; a
 * dash for a rate or a median of nothing.
 */
export function figureWords(figure: Figure, locale: Locale): string {
  const value = valueOf(figure);
  if (value === null) return "–";
  return figure.denominator === null
    ? formatNumber(value, locale, figure.values ? 1 : 0)
    : formatPercent(value, locale);
}

export function FigureText({ figure }: { figure: Figure }) {
  const { locale } = useLocale();
  return <bdi>{figureWords(figure, locale)}</bdi>;
}
