import { beginningOf, LONGEST_CELL, type SheetRow } from "./sheet";
import { sheetRefusal, type Encoding } from "./sniff.server";

/** What a card gives, under the names that lists give it. */
const HEADERS = ["نام کامل", "شماره همراه", "شماره دیگر", "محل", "سازمان", "یادداشت"];

/** Of one property no more is kept: a picture may stand in a card. */
const LONGEST_PROPERTY = 20_000;

type Property = { name: string; params: string[]; value: string };

/** Parts of a text at a mark that is not inside quotation marks. */
const parted = (text: string, mark: string): string[] =>
  text.match(new RegExp(`(?:"[^"]*"|[^"${mark}])+|"`, "g")) ?? [];

function* linesOf(text: string): Generator<string> {
  let start = 0;
  while (start <= text.length) {
    const end = text.indexOf("\n", start);
    const line = text.slice(start, end < 0 ? undefined : end);
    yield line.replace(/\r$/, "");
    if (end < 0) return;
    start = end + 1;
  }
}

const isQuotedPrintable = (head: string) => /;(?:ENCODING=)?QUOTED-PRINTABLE/i.test(head);

/** Properties as one line each: a line that goes on begins with a blank, or follows one that ends with `=`. */
function* wholeLines(text: string): Generator<string> {
  let held: string | undefined;
  let goesOn = false;
  for (const line of linesOf(text)) {
    const isFolded = /^[ \t]/.test(line);
    if (held !== undefined && (goesOn || isFolded)) {
      const rest: string = goesOn ? line : line.slice(1);
      if (held.length < LONGEST_PROPERTY) held = goesOn ? held.slice(0, -1) + rest : held + rest;
    } else {
      if (held !== undefined) yield held;
      held = line;
    }
    goesOn = line.endsWith("=") && isQuotedPrintable(held.slice(0, 200).split(":", 1)[0] ?? "");
  }
  if (held !== undefined) yield held;
}

function unquoted(value: string, charset: string): string {
  const bytes = Buffer.from(
    value.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    "latin1",
  );
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function propertyOf(line: string): Property | null {
  const [head = ""] = parted(line, ":");
  if (head.length >= line.length) return null;
  const [title = "", ...params] = parted(head, ";").map((part) => part.trim().toUpperCase());
  const value = line.slice(head.length + 1);
  const charset = params.find((one) => one.startsWith("CHARSET="))?.slice("CHARSET=".length) ?? "utf-8";
  return {
    name: title.replace(/^.*\./, ""),
    params,
    value: isQuotedPrintable(`;${params.join(";")}`) ? unquoted(value, charset) : value,
  };
}

const unescaped = (text: string) =>
  text.replace(/\\(.)/gs, (_, char: string) => (char === "n" || char === "N" ? "\n" : char)).trim();

/** The parts of a value of several, of which one may hold an escaped semicolon. */
const partsOf = (value: string): string[] => value.split(/(?<!\\);/).map(unescaped);

const isOfKind = ({ params }: Property, kind: RegExp) =>
  params.some((one) => kind.test(one.replace(/^TYPE=/, "")));

/** Somebody's numbers, the mobile ones first; of a fax machine nobody is called. */
function numbersOf(all: readonly Property[]): string[] {
  const numbers = all.filter((one) => one.name === "TEL" && !isOfKind(one, /\bFAX\b/));
  const isMobile = (one: Property) => isOfKind(one, /\b(?:CELL|MOBILE|IPHONE)\b/);
  return [...numbers.filter(isMobile), ...numbers.filter((one) => !isMobile(one))]
    .map(({ value }) => unescaped(value.replace(/^tel:/i, "").replace(/;ext=.*$/i, "")))
    .filter((number) => number !== "");
}

function cellsOf(all: readonly Property[]): string[] {
  const first = (name: string) => all.find((one) => one.name === name && one.value.trim() !== "")?.value;
  const [family = "", given = "", middle = ""] = partsOf(first("N") ?? "");
  const place = partsOf(first("ADR") ?? "")[3] ?? "";
  const work = [...partsOf(first("ORG") ?? ""), unescaped(first("TITLE") ?? "")];
  const [mobile = "", ...others] = numbersOf(all);
  return [
    unescaped(first("FN") ?? "") || [given, middle, family].filter(Boolean).join(" "),
    mobile,
    others.join(" / "),
    place,
    work.filter(Boolean).join("، "),
    unescaped(first("NOTE") ?? ""),
  ].map((cell) => beginningOf(cell, LONGEST_CELL + 1));
}

/**
 * The people of a phone's address book (vCard 2.1, 3.0 and 4.0) as rows of a list, each with the number of his card; the
 * headers stand before the first. Refuses a file that ends inside a card.
 */
export function* vcardRows(bytes: Uint8Array, encoding: Encoding): Generator<SheetRow> {
  const text = new TextDecoder(encoding).decode(bytes);
  yield { number: 0, cells: HEADERS };
  let number = 0;
  // A card may stand within a card: somebody's secretary, who is nobody of this list.
  let depth = 0;
  let properties: Property[] = [];
  for (const line of wholeLines(text)) {
    if (/^\s*BEGIN:VCARD\s*$/i.test(line)) depth += 1;
    else if (/^\s*END:VCARD\s*$/i.test(line)) {
      depth -= 1;
      if (depth > 0) continue;
      depth = 0;
      number += 1;
      yield { number, cells: cellsOf(properties) };
      properties = [];
    } else if (depth === 1) {
      const property = propertyOf(line);
      if (property) properties.push(property);
    }
  }
  if (depth > 0) throw sheetRefusal("half-card");
}
