import type { Locale } from "~/lib/jalali";
import { isolateWords } from "~/lib/numbers";
import { formatNumber } from "./numbers";

const GAP = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

export type Messages = Readonly<Record<string, string>>;
export type Vars = Readonly<Record<string, string | number>>;

/**
 * Fills a message of the catalogue. Outside React too (documents, mail).
 *
 * - `{name}` takes a variable; a number is grouped and written in the digits of the locale. A number that
 *   must not be grouped (a year) is handed as a string.
 * - `{count|one member|# members}` chooses by the number: the first form for 1, else the second; `#` is the
 *   number itself. Persian needs no plural form: `{count} عضو`.
 *
 * A key without a message is shown as itself, so that a gap is seen and nothing breaks.
 */
export function translate(messages: Messages, locale: Locale, key: string, vars: Vars = {}): string {
  const message = messages[key];
  if (message === undefined) return key;
  let text = "";
  for (const part of partsOf(message)) {
    if (typeof part === "string") text += part;
    else text += filled(part, vars[part.name], locale);
  }
  return text;
}

/** A place in a message that a variable fills: `whole` is how it is written there. */
type Gap = { whole: string; name: string; one?: string; many?: string };

function filled({ whole, one, many }: Gap, value: string | number | undefined, locale: Locale): string {
  if (value === undefined) return whole;
  const text = typeof value === "number" ? formatNumber(value, locale, 2) : value;
  if (one === undefined || many === undefined) return text;
  return (Number(value) === 1 ? one : many).replaceAll("#", text);
}

/** Messages taken apart, by their text: a list fills the same few in every row. */
const known = new Map<string, readonly (string | Gap)[]>();
const MOST_KNOWN = 10_000;

function partsOf(message: string): readonly (string | Gap)[] {
  const found = known.get(message);
  if (found) return found;
  const parts: (string | Gap)[] = [];
  let end = 0;
  for (const { 0: whole, 1: name = "", 2: one, 3: many, index } of message.matchAll(GAP)) {
    parts.push(message.slice(end, index), { whole, name, one, many });
    end = index + whole.length;
  }
  parts.push(message.slice(end));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(message, parts);
  return parts;
}

const PERSIAN = /[\u0600-\u06ff]/;
const ISOLATE = /[\u2066-\u2069]/;

/** A text for a line that is written from the left: Persian stands apart, or what is beside it changes places with it. */
export const standingApart = (text: string): string =>
  PERSIAN.test(text) && !ISOLATE.test(text) ? isolateWords(text) : text;

/** As `standingApart`, for the variables of a message. */
export const apart = (vars: Vars | undefined): Vars | undefined =>
  vars &&
  Object.fromEntries(
    Object.entries(vars).map(([name, value]) => [
      name,
      typeof value === "string" ? standingApart(value) : value,
    ]),
  );

/**
 * A refusal or field error as it travels: a message key, with parameters behind `?` as in an address:
 * `form.required`, `form.too-long?max=200`. Whole numbers are written in the digits of the locale.
 */
export function translateError(messages: Messages, locale: Locale, error: string): string {
  const [key = "", query = ""] = error.split("?", 2);
  const vars: Record<string, string | number> = {};
  for (const [name, value] of new URLSearchParams(query))
    vars[name] = /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return translate(messages, locale, key, vars);
}
