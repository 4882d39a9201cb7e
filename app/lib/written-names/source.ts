import { foldUnit } from "./letters";
import type { Range } from "./types";

export const TAB = 0x09;
export const LINE_FEED = 0x0a;
/** Stands in `text` and `fold` where a tag or a soft line break ends a paragraph inside a cell. */
export const PARAGRAPH_UNIT = 0x2029;

const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const HALF_SPACE = 0x200c;

/**
 * The document in two readings of the same length of line: `text` without tags, entities and control characters,
 * from which everything shown is cut, and `fold`, in which everything is looked for. Positions of the reader are
 * positions in `fold`.
 */
export interface Source {
  original: string;
  text: string;
  /** Position in `text` → offset in `original`. */
  textAt: Int32Array;
  fold: string;
  /** Position in `fold` → position in `text`. */
  foldAt: Int32Array;
  /** Offsets in `original` at which lines begin. */
  lineStarts: number[];
}

/** Tags that stand inside a word or sentence; every other tag ends a paragraph. */
const INLINE_TAGS = new Set(
  "a abbr b bdi bdo big code del em font i ins mark o:p s small span strong sub sup tt u".split(" "),
);

const TAG_NAME = /\/?([a-z][a-z0-9:]*|!|\?)/iy;
const LONGEST_TAG = 2000;

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/iy;
const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00A0",
  zwnj: "\u200C",
  zwj: "\u200D",
  lrm: "\u200E",
  rlm: "\u200F",
  laquo: "«",
  raquo: "»",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  shy: "\u00AD",
  ensp: "\u2002",
  emsp: "\u2003",
  thinsp: "\u2009",
};

/** `ignoreBOM`: a mark that were left would otherwise shift every position by one. */
const UTF_16 = new TextDecoder("utf-16le", { ignoreBOM: true });

class Units {
  private units: Uint16Array;
  private from: Int32Array;
  length = 0;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
    this.from = new Int32Array(capacity + 1);
  }

  push(unit: number, from: number): void {
    if (this.length === this.units.length) this.grow();
    this.units[this.length] = unit;
    this.from[this.length] = from;
    this.length += 1;
  }

  last(): number {
    return this.length === 0 ? LINE_FEED : (this.units[this.length - 1] ?? LINE_FEED);
  }

  private grow(): void {
    const units = new Uint16Array(this.units.length * 2);
    const from = new Int32Array(units.length + 1);
    units.set(this.units);
    from.set(this.from);
    this.units = units;
    this.from = from;
  }

  text(): string {
    return UTF_16.decode(this.units.subarray(0, this.length));
  }

  positions(end: number): Int32Array {
    const positions = this.from.slice(0, this.length + 1);
    positions[this.length] = end;
    return positions;
  }
}

function isGap(unit: number): boolean {
  return unit === SPACE || unit === TAB || unit === LINE_FEED || unit === PARAGRAPH_UNIT;
}

/** The end of a tag that begins at `at`, or -1 when there is none. Stops at the next "<": linear on "<<<<…". */
function tagAt(original: string, at: number): { end: number; inline: boolean } | null {
  TAG_NAME.lastIndex = at + 1;
  const name = TAG_NAME.exec(original)?.[1];
  if (name === undefined) return null;
  const limit = Math.min(original.length, at + LONGEST_TAG);
  for (let end = at + 1; end < limit; end += 1) {
    const unit = original.charCodeAt(end);
    if (unit === 0x3e) return { end: end + 1, inline: INLINE_TAGS.has(name.toLowerCase()) };
    if (unit === 0x3c) return null;
  }
  return null;
}

function entityAt(original: string, at: number): { end: number; letter: string } | null {
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(original);
  if (!match) return null;
  const [whole, decimal, hexadecimal, name] = match;
  const code = decimal ? Number(decimal) : hexadecimal ? parseInt(hexadecimal, 16) : -1;
  const letter =
    name !== undefined
      ? NAMED_ENTITIES[name.toLowerCase()]
      : code > 0 && code <= 0x10ffff
        ? String.fromCodePoint(code)
        : undefined;
  return letter === undefined ? null : { end: at + whole.length, letter };
}

/**
 * Reads the raw text once, in time linear in its length. Never throws. `left` are stretches of the original, in their
 * order and apart, that leave no trace: the marks of notes.
 */
export function readSource(original: string, left: readonly Range[] = []): Source {
  const text = new Units(original.length + 8);
  const fold = new Units(original.length + 8);
  const lineStarts = [0];

  function put(unit: number, from: number): void {
    if (unit === TAB || unit === LINE_FEED || unit === PARAGRAPH_UNIT) {
      fold.push(unit, text.length);
      text.push(unit, from);
      return;
    }
    const search = foldUnit(unit);
    if (search === " ") {
      if (!isGap(fold.last())) fold.push(SPACE, text.length);
      // Of a run of spaces the first is kept; a half-space is kept as it is.
      if (unit === HALF_SPACE) text.push(unit, from);
      else if (!isGap(text.last())) text.push(SPACE, from);
      return;
    }
    if (search === "" && isControl(unit)) return;
    for (let index = 0; index < search.length; index += 1) fold.push(search.charCodeAt(index), text.length);
    text.push(unit, from);
  }

  let next = 0;
  for (let at = 0; at < original.length;) {
    const unit = original.charCodeAt(at);
    while ((left[next]?.end ?? Infinity) <= at) next += 1;
    if (at === left[next]?.start) at = left[next]?.end ?? at + 1;
    else if (unit === CARRIAGE_RETURN || unit === LINE_FEED || unit === 0x0c || unit === 0x85) {
      put(LINE_FEED, at);
      at += unit === CARRIAGE_RETURN && original.charCodeAt(at + 1) === LINE_FEED ? 2 : 1;
      lineStarts.push(at);
    } else if (unit === 0x0b || unit === 0x2028 || unit === PARAGRAPH_UNIT) {
      put(PARAGRAPH_UNIT, at);
      at += 1;
    } else if (unit === 0x3c) {
      const tag = tagAt(original, at);
      if (tag && !tag.inline) put(PARAGRAPH_UNIT, at);
      if (!tag) put(unit, at);
      at = tag?.end ?? at + 1;
    } else if (unit === 0x26) {
      const entity = entityAt(original, at);
      if (entity) for (const each of entity.letter.split("")) put(lineless(each.charCodeAt(0)), at);
      else put(unit, at);
      at = entity?.end ?? at + 1;
    } else if (isPair(unit, original.charCodeAt(at + 1))) {
      text.push(unit, at);
      text.push(original.charCodeAt(at + 1), at + 1);
      at += 2;
    } else {
      put(unit, at);
      at += 1;
    }
  }
  return {
    original,
    text: text.text(),
    textAt: text.positions(original.length),
    fold: fold.text(),
    foldAt: fold.positions(text.length),
    lineStarts,
  };
}

/** Letters beyond the first plane (emoji among them) are shown, and looked for by nobody. */
function isPair(unit: number, next: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
}

/** A tab or line end written as an entity is content, not structure. */
function lineless(unit: number): number {
  return unit === TAB || unit === LINE_FEED || unit === CARRIAGE_RETURN ? SPACE : unit;
}

/** Controls, direction marks and lone surrogates leave no trace; vowel marks stay in what is shown. */
function isControl(unit: number): boolean {
  return !/\p{M}/u.test(String.fromCharCode(unit));
}

/** Where a thing that began at `offset` of the original ends: one unit on, or after the entity. */
export function endOfUnit(original: string, offset: number): number {
  return original.charCodeAt(offset) === 0x26 ? (entityAt(original, offset)?.end ?? offset + 1) : offset + 1;
}
