import { formatNumber } from "./numbers";
import type { Locale } from "./jalali";

const UNITS = ["", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه"];
const TEENS = ["ده", "یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده"];
const TENS = ["", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"];
const HUNDREDS = ["", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"];
const LARGEST_IN_WORDS = 999;

/** A cardinal in Persian words, 1 … 999. */
function words(number: number): string {
  const tens = number % 100;
  const below =
    tens < 10
      ? [UNITS[tens]]
      : tens < 20
        ? [TEENS[tens - 10]]
        : [TENS[Math.floor(tens / 10)], UNITS[tens % 10]];
  return [HUNDREDS[Math.floor(number / 100)], ...below].filter(Boolean).join(" و ");
}

const SUFFIX: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
const english = new Intl.PluralRules("en-GB", { type: "ordinal" });

/**
 * The turn of something as it stands before its noun: «دومین» · “2nd”. Above 999 Persian takes figures («۱٬۲۰۰اُمین»).
 * A whole number from 1 on.
 */
export function ordinal(number: number, locale: Locale): string {
  if (locale === "en") return `${formatNumber(number, locale)}${SUFFIX[english.select(number)] ?? "th"}`;
  if (number > LARGEST_IN_WORDS) return `${formatNumber(number, locale)}اُمین`;
  if (number === 1) return "نخستین";
  const said = words(number);
  // «سه» becomes «سوم», and a word that ends in «ی» is joined by «اُ».
  if (said.endsWith("سه")) return `${said.slice(0, -2)}سومین`;
  return said.endsWith("ی") ? `${said}‌اُمین` : `${said}مین`;
}
