const PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹";
const ANY_PERSIAN_DIGIT = /[\u06F0-\u06F9\u0660-\u0669]/g;

/** Digits 0–9 of any kind as Persian ones; everything else is left. Separators are not added: see `formatNumber`. */
export function toPersianDigits(text: string | number): string {
  return toLatinDigits(String(text)).replace(/[0-9]/g, (digit) => PERSIAN_DIGITS.charAt(Number(digit)));
}

/** Persian and Arabic-Indic digits as 0–9; everything else is left. */
export function toLatinDigits(text: string): string {
  return text.replace(ANY_PERSIAN_DIGIT, (digit) => String(digit.charCodeAt(0) & 0xf));
}
