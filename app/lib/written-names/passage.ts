import { normalise } from "~/lib/persian-text";
import type { Range } from "./types";
import { endOfUnit, type Source } from "./source";
import type { Span } from "./types";

/** Pieces that are read as one text: paragraphs of a cell, and cells joined across a page break. */
export interface Passage {
  /** The folded pieces, one space between. */
  fold: string;
  pieces: readonly Range[];
  /** Where each piece begins in `fold`. */
  starts: readonly number[];
}

export function passageOf(source: Source, pieces: readonly Range[]): Passage {
  const starts: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length);
    length += piece.end - piece.start + 1;
  }
  return { fold: pieces.map(({ start, end }) => source.fold.slice(start, end)).join(" "), pieces, starts };
}

/** Index of the piece that holds a position. */
export function pieceAt(passage: Passage, position: number): number {
  let low = 0;
  let high = passage.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((passage.starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The pieces between two positions of a passage, in positions of the source. */
export function piecesBetween(passage: Passage, start: number, end: number): Range[] {
  const found: Range[] = [];
  for (let index = pieceAt(passage, start); index < passage.pieces.length; index += 1) {
    const piece = passage.pieces[index];
    const at = passage.starts[index];
    if (!piece || at === undefined || at >= end) break;
    const from = piece.start + Math.max(0, start - at);
    const to = Math.min(piece.end, piece.start + end - at);
    if (to > from) found.push({ start: from, end: to });
  }
  return found;
}

/** The pieces as stored text: every one is a stretch of the document, joined by single spaces. */
export function textOf(source: Source, pieces: readonly Range[]): string {
  const written = pieces.map(({ start, end }) => source.text.slice(source.foldAt[start], source.foldAt[end]));
  return normalise(written.join(" ").replaceAll("\u2029", " ")).replace(/ {2,}/g, " ");
}

/** Where the pieces stand in the original, in its own order; pieces of one cell are one span. */
export function spansOf(source: Source, pieces: readonly Range[]): Span[] {
  const joined: Range[] = [];
  for (const piece of [...pieces].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && !/[\t\n]/.test(source.fold.slice(last.end, piece.start))) last.end = piece.end;
    else joined.push({ ...piece });
  }
  return joined.map(({ start, end }) => spanOf(source, start, end));
}

function spanOf(source: Source, from: number, to: number): Span {
  const start = originalAt(source, from);
  const lastOfText = (source.foldAt[to] ?? source.text.length) - 1;
  const end = endOfUnit(source.original, source.textAt[lastOfText] ?? source.original.length - 1);
  return { start, end, line: lineAt(source, start), endLine: lineAt(source, Math.max(start, end - 1)) };
}

function originalAt(source: Source, position: number): number {
  return source.textAt[source.foldAt[position] ?? source.text.length] ?? source.original.length;
}

function lineAt({ lineStarts }: Source, offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
