import type { Locale } from "./jalali";

const LEFT_TO_RIGHT_ISOLATE = "\u2066";
const FIRST_STRONG_ISOLATE = "\u2068";
const END_OF_ISOLATE = "\u2069";

/**
 * Digits after this mark are Arabic-class, so that the sign behind them stands at their left whatever comes
 * before: standing alone, «۷۰٪» would otherwise show its sign at the right.
 */
const ARABIC_LETTER_MARK = "\u061C";

/** What stands where there is no figure to show. */
const NO_FIGURE = "–";

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: Locale, fractionDigits: number): Intl.NumberFormat {
  const key = `${locale}${fractionDigits}`;
  let format = formats.get(key);
  if (!format) {
    const tag = locale === "fa" ? "fa-IR-u-nu-arabext" : "en-GB";
    format = new Intl.NumberFormat(tag, { maximumFractionDigits: fractionDigits });
    formats.set(key, format);
  }
  return format;
}

/** A figure with grouped thousands: ۱۲٬۳۴۵ · 12,345. At most `fractionDigits` decimals; a dash for NaN and infinities. */
export function formatNumber(figure: number, locale: Locale, fractionDigits = 0): string {
  return Number.isFinite(figure) ? formatOf(locale, fractionDigits).format(figure) : NO_FIGURE;
}

/** A ratio (0.7) as a percentage: ۷۰٪ · 70%. In Persian the sign stands at the left in every surrounding. */
export function formatPercent(ratio: number, locale: Locale, fractionDigits = 0): string {
  if (!Number.isFinite(ratio)) return NO_FIGURE;
  const figure = formatNumber(ratio * 100, locale, fractionDigits);
  return locale === "fa" ? `${ARABIC_LETTER_MARK}${figure}٪` : `${figure}%`;
}

/**
 * Keeps words (a name, a day with its month's name) apart from the text around them, in the direction of their own first
 * letter.
 */
export function isolateWords(words: string): string {
  return `${FIRST_STRONG_ISOLATE}${words.replace(/[\u2066-\u2069]/g, "")}${END_OF_ISOLATE}`;
}

/**
 * Keeps a code, letter number, date in figures or phone number in its written order inside any text: «۲۷۰۵-۴۸۲۱» after a
 * Persian word would show its halves changed about. For plain text, titles and SVG; in markup prefer `<bdi>`.
 */
export function isolate(code: string): string {
  return `${LEFT_TO_RIGHT_ISOLATE}${code.replace(/[\u2066-\u2069]/g, "")}${END_OF_ISOLATE}`;
}
