import type { Locale } from "~/lib/jalali";
import { toPersianDigits } from "~/lib/digits";

/** Writes the Latin digits of a text in the digits of the locale; other characters stay. */
export function localDigits(text: string, locale: Locale): string {
  return locale === "fa" ? toPersianDigits(text) : text;
}

/**
 * A number for the screen: locale digits, thousands grouped (`٬` or `,`), decimal mark (`٫` or `.`).
 * @param fractionDigits at most this many digits after the mark (default 0: rounded to a whole).
 */
export function formatNumber(value: number, locale: Locale, fractionDigits = 0): string {
  // Most figures of a page are small counts.
  if (value >= 0 && value < 1000 && Number.isInteger(value)) return localDigits(String(value), locale);
  const fixed = Math.abs(value).toFixed(fractionDigits);
  const [whole = "0", rest = ""] = fixed.split(".");
  const fraction = rest.replace(/0+$/, "");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === "fa" ? "٬" : ",");
  const isZero = /^0*$/.test(whole + fraction);
  const sign = value < 0 && !isZero ? "\u2212" : "";
  const text = sign + grouped + (fraction ? (locale === "fa" ? "٫" : ".") + fraction : "");
  return localDigits(locale === "fa" && sign ? `\u200e${text}` : text, locale);
}

/** More than so many, as it is written where there is no room for words. */
export const formatMore = (most: number, locale: Locale): string =>
  locale === "fa" ? `+${formatNumber(most, locale)}` : `${formatNumber(most, locale)}+`;

/**
 * A figure as text of an SVG, whose own direction is left to right: isolated, so that in Persian the sign of a
 * percentage keeps to its left there too.
 */
export function drawnFigure(text: string, locale: Locale): string {
  return locale === "fa" ? `\u2067${text}\u2069` : text;
}

/**
 * A ratio (0.7) as a percentage. In Persian U+061C before the digits keeps the sign at the left of the
 * figure, alone and after a Persian word alike.
 */
export function formatPercent(ratio: number, locale: Locale, fractionDigits = 0): string {
  const figure = formatNumber(ratio * 100, locale, fractionDigits);
  return locale === "fa" ? `\u061c${figure}٪` : `${figure}%`;
}
