import { toLatinDigits } from "~/lib/digits";
import { parseMobile } from "~/lib/identifiers";

/** What one cell says of the numbers of somebody: his mobiles as they are stored, and his other numbers as written. */
export type ReadNumbers = { mobiles: string[]; others: string[]; isZeroAdded: boolean; isUnread: boolean };

/** A spreadsheet's number: with its point, or as a power of ten that lost no figure. */
function asFigures(text: string): string {
  const [, first = "", rest = ""] = /^\+?(\d)\.(\d{9,11})e\+?0?(?:9|10|11)$/i.exec(text) ?? [];
  return first ? first + rest : text.replace(/^(\d{8,14})\.0+$/, "$1");
}

const PARTED = /[/\\|,;:&\n\r\t\u060C\u061B]+|(?<=\d)\s+(?:و|یا|and|or)\s+(?=[\d+])/u;
const MOBILE_WITHIN = /(?<![\d+])(?:\+98|0098|98|0)?9\d{9}(?!\d)/g;
const STROKES = /[\s()._-]/g;

/** A number that is no Iranian mobile: a landline, with or without its code, or a number abroad. */
function otherNumber(text: string): string | null {
  const bare = text.replace(STROKES, "");
  const isLandline = /^(?:(?:\+98|0098|98|0)?[1-8]\d{9}|[2-8]\d{7})$/.test(bare);
  const isAbroad = /^(?:\+|00)(?!98)[1-9]\d{6,13}$/.test(bare);
  return isLandline || isAbroad ? text.trim() : null;
}

const hasNoZero = (text: string) => /^9\d{9}$/.test(text.replace(/\D/g, ""));

/** The numbers of one cell, however many are written in it and whatever parts them. */
export function readNumbers(cell: string): ReadNumbers {
  const text = asFigures(toLatinDigits(cell.slice(0, 300)).trim());
  const read: ReadNumbers = { mobiles: [], others: [], isZeroAdded: false, isUnread: false };
  const add = (mobile: string, written: string) => {
    if (!read.mobiles.includes(mobile)) read.mobiles.push(mobile);
    read.isZeroAdded ||= hasNoZero(written);
  };
  for (const part of text.split(PARTED).map((one) => asFigures(one.trim()))) {
    if (!/\d/.test(part)) continue;
    const whole = parseMobile(part);
    if (whole) {
      add(whole, part);
      continue;
    }
    // Blanks stand inside a number and between two: what they part is tried both ways.
    const within = [part, part.replace(/\s+/g, "")].map((one) => one.match(MOBILE_WITHIN) ?? []);
    const found = within.find((ones) => ones.length > 0) ?? [];
    const other = found.length === 0 ? otherNumber(part.replace(/[^\d+()\s._-]/g, "")) : null;
    for (const one of found) {
      const mobile = parseMobile(one);
      if (mobile) add(mobile, one);
    }
    if (other) read.others.push(other);
    else if (found.length === 0) read.isUnread = true;
  }
  if (read.mobiles.length + read.others.length === 0 && text !== "") read.isUnread = true;
  return read;
}
