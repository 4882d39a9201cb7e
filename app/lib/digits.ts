const PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹";
const ANY_PERSIAN_DIGIT = /[\u06F0-\u06F9\u0660-\u0669]/g;
const ANY_DIGIT = /[0-9\u06F0-\u06F9\u0660-\u0669]/g;

/** Digits 0–9 of any kind as Persian ones; everything else is left. Separators are not added: see `formatNumber`. */
export function toPersianDigits(text: string | number): string {
  return String(text).replace(ANY_DIGIT, (digit) => PERSIAN_DIGITS.charAt(digit.charCodeAt(0) & 0xf));
}

/** Persian and Arabic-Indic digits as 0–9; everything else is left. */
export function toLatinDigits(text: string): string {
  return text.replace(ANY_PERSIAN_DIGIT, (digit) => String(digit.charCodeAt(0) & 0xf));
}
