import { v7 } from "uuid";
import { toPersianDigits } from "./digits";
import { searchKey } from "./persian-text";
import type { Locale } from "./jalali";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** An id for a new record (UUIDv7, lower case): made by whoever creates it, grows with time. */
export function uuidv7(): string {
  return v7();
}

/** Whether the text is a UUID in lower case, as ids stand in addresses and forms. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

function digitsOf(text: string): string {
  return text.length > 100 ? "" : searchKey(text).replace(/[\s()./_-]/g, "");
}

/**
 * A national code (کد ملی) as ten Latin digits, or null: digits of any kind, 8 or 9 of them padded with zeros, the
 * control digit right, neither ten equal digits nor a code that begins with 000. The first three digits tell where
 * it was issued, never where its holder was born.
 */
export function parseNationalCode(text: string): string | null {
  const typed = digitsOf(text);
  if (!/^\d{8,10}$/.test(typed)) return null;
  const code = typed.padStart(10, "0");
  if (code.startsWith("000") || /^(\d)\1{9}$/.test(code)) return null;
  const sum = [...code.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const rest = sum % 11;
  return Number(code[9]) === (rest < 2 ? rest : 11 - rest) ? code : null;
}

/** An Iranian mobile number as `+989…`, or null: written 09…, 9…, 989…, 00989… or +989…, in digits of any kind. */
export function parseMobile(text: string): string | null {
  const [, number] = /^(?:\+98|0098|98|0)?(9\d{9})$/.exec(digitsOf(text)) ?? [];
  return number ? `+98${number}` : null;
}

/** A stored mobile number as people read it: ۰۹۱۲۳۴۵۶۷۸۹ · 09123456789. */
export function formatMobile(mobile: string, locale: Locale): string {
  const national = mobile.replace(/^\+98/, "0");
  return locale === "fa" ? toPersianDigits(national) : national;
}

/** Damm's table: its check digit finds every single wrong digit and every swap of neighbours. */
const DAMM = [
  "0317598642",
  "7092154863",
  "4206871359",
  "1750983426",
  "6123045978",
  "3674209581",
  "5869720134",
  "8945362017",
  "9438617205",
  "2581436790",
];

function dammOf(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = Number(DAMM[interim]?.[Number(digit)]);
  return interim;
}

/** 0 … 9, each as likely: bytes of 250 and above would favour the low digits. */
function randomDigit(): number {
  const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
  return byte < 250 ? byte % 10 : randomDigit();
}

function grouped(digits: string): string {
  return digits.replace(/\d{4}(?=\d)/g, "$&-");
}

/**
 * A code by which a citizen follows a demand without an account: sixteen digits in fours like a bank card, the
 * first not zero, fifteen of them random (49 bits), the last a check digit. `4821-7390-6154-8273`.
 */
export function newTrackingCode(): string {
  let digits = "";
  while (digits.length < 15) {
    const digit = randomDigit();
    if (digits !== "" || digit !== 0) digits += digit;
  }
  return grouped(digits + dammOf(digits));
}

/** A typed tracking code in the form it was given out, or null when a digit is wrong, missing or changed about. */
export function parseTrackingCode(text: string): string | null {
  const digits = digitsOf(text);
  return /^[1-9]\d{15}$/.test(digits) && dammOf(digits) === 0 ? grouped(digits) : null;
}

/** A secret for a one-time or personal link: 256 random bits, base64url. Store only its `sha256Hex`. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** Letters and digits that nobody takes for one another: such an address is also typed from a wall. */
const POSTER_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
const LETTERS_OF_POSTER = 10;

/** Names one public form among all of the country; it guards nothing, for it stands on posters. */
export const newPosterToken = (): string =>
  Array.from(
    crypto.getRandomValues(new Uint8Array(LETTERS_OF_POSTER)),
    (byte) => POSTER_LETTERS[byte % POSTER_LETTERS.length],
  ).join("");

/** SHA-256 of the text in UTF-8, 64 lower-case hexadecimal digits. */
export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
